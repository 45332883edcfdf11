import type { Words } from '../words.ts';

export const words: Words = {
  circleName: 'Cercle du mardi',
  promises: {
    amira: `
Écrire une page d’objectifs et l’envoyer à Dana | Dana a souligné deux phrases et dit : vas-y
Demander à la doyenne ce que regarde le comité | Pas osé | Vingt minutes, et elle a été gentille
Pas d’e-mails avant dix heures | Quatre jours sur dix | Presque tous les jours maintenant | Ça tient
Rédiger la partie sur la portée du projet, deux pages | Une page, la bonne | Fait, dans un train
Dire non à la deuxième expertise ce mois-ci | Dit en deux lignes
Lire à la bibliothèque trois dossiers qui ont été financés | Les leurs sont plus courts que le mien
Envoyer la version complète à Chen et Bea | Réponse des deux dans la semaine
Ramener le texte de dix-huit pages à douze | Quatorze | Il faut d’abord une nouvelle figure
Faire la figure dont tout le texte dépend | Emeka l’a regardée avec moi
Déposer le dossier quatre jours avant la date limite | Déposé jeudi. Dormi
Prendre congé le vendredi d’après, téléphone au tiroir | Marché jusqu’au lac de barrage
Lister les cinq personnes qui pourraient me soutenir pour la promotion | Deux seulement savent ce que je fais
Écrire à deux des cinq | Une | Les deux ont répondu
Préparer la saison de terrain en un après-midi | Avec les étudiantes et étudiants, c’était mieux
Demander à Fatima comment elle mène ses réunions de groupe | Nous commençons maintenant par ce qui a raté
Faire le séminaire sans lire mes diapos | Ma voix a tremblé une minute, puis plus
Écrire mon projet d’enseignement, première version | Des copies | Encore des copies | Ça peut attendre l’été
Appeler la personne qui me mentorait dans mon ancien labo | Une heure, et un poste à regarder
Me reposer les deux jours d’un week-end | Un et demi
Mettre les remarques des évaluateurs en tableau | Onze points, trois seulement sont durs
Répondre aux trois points durs | Deux sur trois | Le troisième était un malentendu
Renvoyer la version révisée
Réunir le dossier de promotion dans un seul classeur
Demander des lettres à deux personnes`,
    bea: `
Bloquer deux matinées par semaine pour écrire | Une a tenu | Les deux, porte fermée
Trouver qui décide du planning des consultations | C’est quelqu’un que je connais
Demander un jour de consultation de moins jusqu’en juin | Il n’était pas là | Oui, à partir de mars
Finir les méthodes de l’article sur l’asthme | La moitié
Envoyer l’article à tous les auteurs avec une date | Sept sur neuf ont répondu
Quitter le service à six heures, deux fois par semaine | Une fois | Deux fois
Soumettre l’article sur l’asthme | Soumis pendant la garde de nuit
Préparer par écrit la conversation difficile avec l’interne | Il a fallu quatre phrases
Avoir cette conversation | Elle a pleuré, puis nous avons fait un plan
Écrire le plan de l’essai clinique | Trop gros : d’abord la question
Une phrase qui dit ce que l’essai demande | Nous gardons la version de Hana
Appeler la statisticienne avant d’avoir des données
Dire à quelle réunion je ne vais plus | Celle du lundi. Personne n’a remarqué
Dormir avant de répondre aux évaluateurs
Répondre aux évaluateurs de l’article sur l’asthme | Le premier | Les deux
Me porter candidate à la commission de formation
Deux pages pour la fondation
Demander à Dana de les lire comme si elle ne savait rien | Elle a trouvé ce qui manquait`,
    chen: `
Candidater à un endroit dont je rêve, pas seulement aux endroits sûrs | Deux
Réécrire la première minute de mon audition | Amira a chronométré
Faire l’audition devant des gens qui ne connaissent pas le domaine | Le cercle, un samedi
Demander à trois personnes ce que contient une dotation de départ | Une | Trois listes très différentes
Écrire le minimum que j’accepterais, et le maximum
Préparer dix questions pour la visite
Demander pour la garde des enfants avant de décider, pas après | Ils y avaient pensé
Dormir huit heures avant la visite | Sept
Répondre à l’offre par trois souhaits | Deux sur trois accordés
L’annoncer comme il faut à mon groupe actuel | La semaine était pleine
Finir la dernière mesure avant de déménager | Le cryostat fuit | Quelqu’un d’autre la finira
Laisser un cahier de labo que l’on puisse lire
Lister ce qu’il faut savoir la première semaine pour une thèse chez moi | Emeka en a ajouté la moitié
Trouver la personne qui passe les commandes là-bas | Elle s’appelle Ruth
Écrire le premier projet où c’est moi qui dirige, une page
Faire par semaine une chose qui n’est pas de la physique | La chorale
Demander à mon amie de la chorale comment elle dirige sans crier | Elle attend
Rédiger l’annonce pour la première thèse
Dire à l’entretien ce que je ne peux pas offrir
Lire le règlement du financement jusqu’à la dernière page | La page 40 compte
Décider du nom du groupe`,
    dana: `
Écrire à la chargée de programme avec une seule question | Elle a rappelé
Couper la grosse demande en deux qui tiennent chacune debout | Sur le papier
Ne plus ouvrir le tableau du budget après dîner
Demander à Amira d’être dure avec les objectifs | Elle l’a été
Obtenir la lettre de soutien de l’entreprise | Ils veulent des juristes | D’abord en demander une à une plus petite
Demander la lettre à la petite entreprise | Un jour
Finir la partie sur les données
Envoyer la demande une semaine en avance | Cinq jours
Voir chaque doctorant et doctorante une fois sans ordinateur
Écrire deux mots de remerciement
Vider une étagère de la chambre froide | | | Une étudiante veut le faire
Inviter au séminaire quelqu’un de l’industrie
Lire un livre sans figures
Prévoir ce que je fais si la demande est refusée | Deux plans, corrects tous les deux
Le dire à voix haute : je veux diriger le centre | Au chef, justement
Ébaucher mon idée pour le centre, trois pages | Deux
Demander à Bea comment elle s’y prend avec le conseil
Envoyer l’idée du centre à deux personnes qui ne seront pas d’accord | L’une des deux me rejoint
Réécrire la page deux avec ce qu’elles ont dit
Mettre le centre à l’ordre du jour de janvier`,
    emeka: `
Écrire le chapitre de discussion, mal | Mal, mais il est là
Envoyer le chapitre quatre à mon directeur avec deux questions | Il a répondu aux deux
Réparer l’analyse qui me fait peur | | Trouvé l’erreur | Elle ne change rien
Quinze minutes d’écriture avant toute autre chose | Neuf sur quatorze
Demander la date de soutenance | Au printemps
Trouver la rapporteuse extérieure | Elle a dit oui
Répéter la soutenance devant un public sévère | Vous l’avez été
Me reposer une journée entière
Finir les corrections
Réserver la salle, le gâteau et ma mère
Chercher trois postdocs pour lesquels je déménagerais
Écrire à l’un de ces labos | Réponse en une heure
Demander à Chen comment on parle d’argent
Faire un article du chapitre deux, le plan seulement
Envoyer le plan à mes deux directeurs
Dire à Lisbonne sur quoi je veux travailler
Visiter Lisbonne | Ils ont des fenêtres
Comparer les deux offres sur une page
Le dire à mon directeur avant qu’il l’apprenne
Répondre à Lisbonne`,
    hana: `
Dire à l’équipe que je vais partir
Trouver une relève pour le groupe de médiation | Deux personnes
Écrire comment marche vraiment le spectromètre de masse
Demander un vrai budget pour le pot de départ | C’est bien comme ça
Apprendre vingt mots par semaine
Publier le résultat négatif | | Brouillon
Visiter le nouvel endroit avant de signer
Garder le mardi libre dans le nouveau poste aussi
Confier mes deux étudiants avec une lettre chacun
Emballer les livres qui sont à moi
Dire au revoir à la machine, avec des photos
Vous écrire, une lettre par personne, une fois sur place`,
    fatima: `
Dire à mon chef en trois phrases ce dont j’ai besoin
Écrire le premier article à moi, sans mon ancien chef | | Commencer par le court
Faire le plan de l’article court
Demander le même salaire que les deux autres | | Cela a pris quatre minutes
Un soir par semaine qui soit à moi
Soumettre l’article court
Lancer le club de lecture | Six sont venus
Demander à Dana de me présenter à la chargée de programme
Ébaucher ma première demande à moi, une page
Laisser quelqu’un d’autre réparer le congélateur
Préparer l’exposé pour le congrès de juin | Chen l’a entendu deux fois
Écrire aux trois personnes rencontrées là-bas
Demander à l’une d’elles de lire mes objectifs
Réduire la page de demande à ce que je ferais de toute façon
Envoyer la page à la chargée de programme
Deux phrases pour mon entretien de promotion`,
  },
  milestones: [
    'L’article sur l’asthme est accepté | la phrase unique',
    'Un groupe à moi, dès septembre | la première minute de l’audition | ce qu’il faut demander',
    'Soutenance réussie, sans corrections de fond | les questions dures',
    'Quatre ans pour le projet sur la rivière | la page d’objectifs | la figure',
    'La plus petite des deux demandes',
    'Mon premier article en dernier nom | avoir dit que cela suffit',
    'Conférence plénière à la société savante',
  ],
  together: [
    'Premières années en autonomie',
    'À l’université avant tout le monde dans la famille, quatre d’entre nous',
    'De jeunes enfants à la maison, trois d’entre nous',
    'Un travail qui se fait en groupe, avec des machines qui tombent en panne',
    'Lire des pages d’objectifs, avec franchise',
    'Parler d’argent et d’offres',
    'Écouter des exposés, chronomètre en main',
    'Quelqu’un qui s’y connaît en argent et en offres à l’étranger',
    'Une lecture de mes objectifs avant toutes les autres',
    'Quelqu’un qui a siégé dans un comité de promotion',
    'Quelqu’un qui est parti dans l’industrie et en est revenu',
  ],
  parked: [
    'Comment dire non à une cheffe ou un chef de département ?',
    'Les signatures d’articles quand une thèse s’arrête',
    'Que faire des évaluations désobligeantes ?',
  ],
  goals: [
    'Déposer le dossier sur la rivière, et en être fière | Financé. La page d’objectifs a tout changé.',
    'Avoir le dossier de promotion prêt au printemps',
    'Deux soirs par semaine sans travail',
    'Est-ce que je veux diriger un département, ou seulement qu’on me le propose ?',
  ],
  pigs: [
    'On ne m’a invitée que parce que quelqu’un d’autre a dit non | On t’a invitée, et tu as été bonne. Les deux peuvent être vrais',
    'Une vraie scientifique n’aurait pas besoin d’un cercle',
  ],
  strokes: [
    'Bea : « Tu poses la question que tout le monde note ensuite. »',
    'Emeka : « J’ai soutenu parce que tu étais au deuxième rang. »',
  ],
  notes: [
    'Personne n’était au-dessus. J’ai parlé plus que je ne voulais.',
    'Poser des questions plus courtes.',
    'Ils ont applaudi. Je me souviendrai des visages.',
  ],
};
