import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  brings: {
    verbs: 'apporte apportent apportons amene amenons pose presente expose partage',
    things: 'question situation cas sujet probleme dilemme defi',
  },
  stop: 'de du des d l le la les un une entre pour et en au aux avec notre nos mon ma sur par leur leurs',
  roles: {
    mentor: `
      comentorat mentorat mentore mentoree mentorees mentores mentoring mentorale mentorer mentorent
      mentorons mentorats
    `,
    peer: `
      mutuellement pair mutuel mutuelle reciproque collegue collegues consoeur consoeurs paire
      paires egal egale egales egaux homologue homologues mutuels mutuelles reciproques croise
      croises
    `,
    circle: 'cercle cercles',
    group: `
      gpe club groupe reseau collectif trio triade communaute clan equipe bande noyau cellule tablee
      quatuor rencontre
    `,
    coach: 'coacher coache coaching codeveloppement cocoaching coachons coachent',
    accountability: 'responsabilisation redevabilite',
    cohort: 'cohorte promotion',
    forum: 'forum',
    buddy: 'binome binomes marraines marraine copines partenaires marrainage copains',
    writing: 'ecriture redaction ecrire redac',
    theme: 'femme confiance bienveillance jeunes',
    neutral: `
      lundi mardi mercredi jeudi vendredi samedi dimanche soir matin midi hebdomadaire mensuel
      bimensuel seance visio ligne reunion reunions numero tr rep nous vous chaque tous toutes
      semaine semaines atelier
    `,
    secret: 'confidentiel confidentielle confidentialite confidentiels secret',
    promise: 'engagement promesse promesses engagements',
    turn: 'chacune tournante tournant minuteur chrono',
    trio: 'trio triade quatuor',
    help: `
      soutien entraide aide consultation conseil partage echange echanges reflexion accompagnement
      supervision ecoute analyse pratiques pratique
    `,
    goal: 'objectif objectifs engagement engagements reussite succes defi defis',
    career: `
      chercheuse chercheuses chercheur chercheurs scientifique doctorante doctorantes doctorant
      doctorants postdoctorante postdoctorantes postdoc enseignante enseignantes enseignant
      maitresse maitresses mcf soignante soignantes medecin medecins carriere carrieres these theses
      emploi independantes independants entrepreneuses dirigeantes cadres managers manageuses
      ingenieures juristes avocates directrices professionnelle professionnelles professionnel hdr
      habilitation infirmieres psychologues chirurgiennes fondatrices freelances reconversion
      recherche
    `,
    level: 'autogere autogeree autoorganise egalitaire',
    senior: `
      chef cheffe directrice directeur doyenne doyen professeure professeur prof patron patronne
      responsable superviseur superviseuse psychologue therapeute formatrice formateur animatrice
      animateur intervenante intervenant externe exterieure exterieur consultante consultant
      infirmiere dr mme presidente president hierarchie experte expert rh drh tuteur tutrice
      psychiatre autrice auteur
    `,
    by: `
      avec par anime animee animes animees conduit conduite dirige dirigee encadre encadree
      supervise supervisee facilite facilitee
    `,
    not: 'sans aucun aucune ni pas jamais personne',
    tutoring: 'tutorat tutorats',
    among: 'entre',
  },
  otherCircle: {
    before: 'arc demi grand premier quadrature',
    after: `
      brugge bruges vienne gens culturel artistique libraire wagnerien amis bridge chant chromatique
      circonscrit couture danse dirigeant donateur echecs economique entreprise escrime etude
      familial intime jeu jeux juriste lecteur lecture litteraire livre lune mecene militaire
      musical nautique officiers parents philosophique polaire priere prive qualite restauratif
      silence sportif tambour tennis tricot trigonometrique vertueux vicieux voile entrepreneur
      entrepreneurs nageurs nageur chamanique feminin mamans maman lunes voisin voisins benevoles
      marins historique hippique nautisme peinture peintres poetes conteurs conte meditation
      affaires investisseurs alumni philosophes philo
    `,
  },
  phrases: {
    secret: `
      en confiance, confidence, hors enregistrement, sans enregistrement, ne sort pas, reste ici,
      reste entre nous, dit ici, ce qui se dit ici, se dit ici reste, reste entre, entre nous, rien
      ne sort, sort pas d ici, secret absolu, en toute confiance, sous le sceau, discretion, pas d
      enregistrement, rien sort
    `,
    promise: `
      ce que je promets, d ici prochaine, dans 15 jours, chacune s engage, bilan engagement, contrat
      soi, contrat moi, prochaine fois, engagements pour, s engage, je m engage, on s engage, nous
      engageons, repart avec, repart contrat, contrat elle meme, contrat avec elle, contrat lui
      meme, contrats, contrat, lit a voix haute, lu voix haute, lus voix haute, lue voix haute,
      prochaine etape, prochains pas, premier pas, plan action, objectif annonce, objectifs
      annonces, ce que j ai fait, ce qu on a fait, bilan objectifs, point objectifs, d ici la
      prochaine, d ici la, ici prochaine, se rend comptes, rendre comptes, rend compte, promet,
      promis, tenu parole
    `,
    turn: `
      a tour de role, tour role, meme temps, temps egal, par personne, une par une, tour table, tour
      parole, temps parole, min chacune, min chacun, minute chacune, minute chacun, demande chacune,
      chacune son tour, chacun son tour, client jour, minutes chacune, minutes chacun, min par
      personne, temps chacune, temps chacun, egal pour, meme duree, temps partage, temps divise,
      divise par, on tourne, a tour, animation tournante, anime a tour, role tournants, roles
      tournants, animation tourne, animatrice tournante, facilitation tournante, combien temps,
      besoin temps, demande temps, chacune parle, chacun parle, sans interrompre, questions
      ouvertes, questions seulement, pas de conseil, pas conseils, sur la sellette, chaise chaude,
      chaque personne, tour de parole, chacune dit, chacun dit, chacune 10, chacune presente, chacun
      presente
    `,
    strong: `
      apprentissage action, groupe apprentissage action, supervision pair, groupe codeveloppement,
      atelier codeveloppement, cercle codeveloppement, co developpement groupe, groupe co
      developpement, groupe codev, cercle lean in, mentorat groupe pair, codeveloppement, codev, co
      developpement, co dev, groupe paire, cercle paire, cercle codev, codeveloppement
      professionnel, intervision pair, consultation pair, conseil pair, analyse pratique pair,
      cercle wol, cercle lernos, supervision entre pairs
    `,
    likely: `
      club mentorat, pair aidance, entre consoeurs mentorat, se coache pair, se mentorer, nous
      mentorons, mentorat collectif, mentorat croise, co mentorat, rendre comptes groupe, groupe
      redevabilite, jeudi sur deux, intervision, groupe intervision, seance intervision, co
      coaching, cocoaching, apprentissage par action, apprentissage action, equipe reussite, equipe
      succes, equipe du succes, cercle reussite, cercle entraide, cercle soutien, echange pair,
      echange collegue, partage pair, communaute pair, rencontre pair, reflexion pair, mentorat
      pair, mentorat collegue, mentorat consoeurs, se mentore, on se mentore, se coache, on se
      coache, se conseille mutuellement, s entraide, on s entraide, nous entraidons, groupe
      objectif, groupe engagement, groupe ecriture these, groupe ecriture, groupe redaction,
      ecriture redevabilite, recherche emploi entraide, groupe recherche emploi, conseil recherche
      emploi, cercle progres, equipe entraide, pairs a pairs, pair a pair mentorat, analyse pratique
      collegue, analyse pratique sans animateur, analyse pratique autogeree, groupe balint autogere,
      tutorat pair carriere, parrainage mutuel, marrainage mutuel, cercle developpement, cercle
      carriere, groupe progression, conseil administration personnel, comite amies critiques, amies
      critiques, amis critiques, cercle apprentissage, groupe apprentissage pair, se rendre comptes,
      se rend des comptes, rend comptes, gapp, groupe responsabilite mutuelle, responsabilite
      mutuelle, comentorat, entraide these, entraide carriere, marraine croisee, groupe motivation
      these
    `,
    trap: `
      etude cohorte, cohorte patient, cohorte nationale, forum emploi, forum citoyen, forum
      association, forum entreprise, comite lecture, chaussette pair, groupe pharmaceutique,
      evaluation pair, relecture pair, revision pair, equipe support, succes client, reussite
      scolaire, reussite educative, service client, echange marchandises, conseil administration,
      conseil municipal, conseil laboratoire, conseil departement, conseil classe, conseil ufr, aide
      menagere, aide sociale, analyse donnees, pair aidant, pairs aidants, pairs aidance, pair
      aidance, pair a pair, promotion 2025, groupe classe, cercle parole chamanique, but match,
      promotion interne, promotion ete, promotion professionnelle, binome astreinte, comptes annuels
    `,
    hard: `
      entretien, entretien annuel, tete tete, point individuel, point hebdo individuel, reunion pleniere,
      assemblee generale, comite, annule, annulee, pas cercle, pas mentorat, anniversaire, conge, jury,
      soutenance, melee quotidienne
    `,
    about: `
      reunion information, seance information, webinaire, formation, date limite, echeance,
      inscription, candidature, preparation, preparer, pilotage, copil, coordination, coordinatrice,
      colloque, table ronde, enquete, questionnaire, bilan programme, lancement programme,
      ceremonie, remise prix, subvention, recrutement, lancement, alumni, anciens, cloture, reunion
      mentors, reunion des mentors, conference
    `,
    work: `
      stock, commande, service, ventes, region, eleve, lycee, reunion service, reunion equipe,
      reunion laboratoire, reunion projet, reunion departement, reunion groupe, groupe travail,
      projet, revue, direction, client, vente, produit, donnee, audit, suivi, livraison, commercial,
      syndical, staff medical, permanence, medecin rdv, dentiste, rdv, etudiant, licence, budget,
      rappel, relance, envoyer, reserver, trajet, facture, dossier, conseil administration, analyse
      donnee, equipe projet, equipe technique, equipe commerciale, retro, programme, technique,
      pairs et tuteurs, distribution, fournisseur, point equipe, equipe support
    `,
    topic: `
      lecture, livre, roman, poesie, tricot, couture, chorale, chant, danse, yoga, meditation,
      tambour, priere, paroisse, eglise, enfant, creche, maternelle, jeux, echecs, bridge, tennis,
      voile, randonnee, foot, cinema, theatre, concert, vin, fete, quartier, voisin, syndic,
      copropriete, deuil, atelier ecriture creative, marche, sport, chamanique, rentree,
      sophrologie, peinture, cuisine, photo, langue, conversation anglaise, math, maths, college,
      entrainement, natation, pleine lune, lune, chants, plat, lycee
    `,
    led: `
      formatrice, formateur, intervenante, certificat, attestation, presence obligatoire,
      obligatoire, atelier ecriture, decouverte, initiation, sensibilisation, tutorat math, tutorat
      etudiant, soutien scolaire, accompagnement scolaire, groupe balint, balint, groupe parole,
      therapie groupe, groupe therapeutique, psychiatrie, supervision equipe, coaching equipe, frais
      inscription, payant, masterclass, formation, webinaire, examen, partiel, td, revisions,
      conferenciere, conferencier
    `,
    care: `
      patient, patiente, patients, patientes, malade, malades, aidants, aidante, aidantes, aidant,
      proches, cancer, diabete, alcool, alcoolique, addiction, deuil, endeuilles, depression,
      anxiete, handicap, autisme, parkinson, alzheimer, maladie, entraide mutuelle gem, gem, pairs
      aidance, sclerose, obesite, endometriose, fibromyalgie, sante mentale, rehabilitation,
      sevrage, tabac, burn out, perte poids, parentalite, allaitement
    `,
    level: `
      sans hierarchie, sans chef, sans cheffe, sans animateur, sans animatrice, sans formateur, sans
      superviseur, sans responsable, sans intervenant, meme niveau, meme stade, meme etape, meme
      grade, auto geree, auto gere, autogere, auto organise, pas de cheffe, pas chef, personne ne
      dirige, nulle n est, aucune n est senior, toutes mentores, toutes au meme, entre nous
      seulement, rien que nous
    `,
    bring: `
      apporte une situation, apporte situation, apporte une question, apporte question, apporte un
      cas, apporte cas, apporte probleme, apporte sujet, apporte un sujet, amene une question, amene
      question, amene situation, amene cas, vient avec, situation cliente, exposante, exposant, on s
      aide, on l aide, s entraide, entraidons, se conseille, se soutient, nous soutenons, ou je
      bloque, ce qui bloque, ou ca bloque, coince, dilemme, cas apportes, 6 etapes, six etapes,
      entre egales, entre egaux, les unes les autres, unes autres, uns autres, client consultants,
      consultants posent
    `,
  },
};
