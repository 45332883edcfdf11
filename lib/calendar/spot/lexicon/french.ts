import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  brings: {
    verbs: 'apporte apportent apportons amene amenons pose presente expose partage',
    things: 'question situation cas sujet probleme dilemme defi decision',
  },
  stop: 'de du des d l le la les un une entre pour et en au aux avec notre nos mon ma sur par leur leurs',
  mutual: {
    verbs: 'on nous s se',
    partners:
      'entraide, entraider, entraidons, entraident, soutenir, soutient, soutenons, soutiennent, conseille, conseillons, conseillent, encourage, encourageons, encouragent, epaule, epauler, epaulons, epaulent, coache, coachons, motive, motivons, ecoute mutuellement',
  },
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
    writing: `
      ecriture redaction ecrire redac rediger redige redigeons ecrit ecrivons pomodoro
    `,
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
      profs prof directeurs directrice directeur cheffes sages pharmaciennes pharmaciens veterinaires traductrices architectes kines postdocs sociales assistantes conferences autoentrepreneuses salariees
      chercheuse chercheuses chercheur chercheurs scientifique doctorante doctorantes doctorant
      doctorants postdoctorante postdoctorantes postdoc enseignante enseignantes enseignant
      maitresse maitresses mcf soignante soignantes medecin medecins carriere carrieres these theses
      emploi independantes independants entrepreneuses dirigeantes cadres managers manageuses
      ingenieures juristes avocates directrices professionnelle professionnelles professionnel hdr
      habilitation infirmieres psychologues chirurgiennes fondatrices freelances reconversion
      recherche thesarde thesardes thesard thesards chercheures autrices auteures consultantes
      enseignants universitaires universitaire
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
      enregistrement, rien sort, reste entre ces murs, ne sort d ici, ne sort jamais, rien ne
      filtre, sans compte rendu, pas de compte rendu, aucune trace, strictement confidentiel, cadre
      confidentiel, espace sur, espace protege, regle de vegas, secret du cercle,
      ne sort pas du groupe, ne sort pas du cercle, confidentialite absolue,
      confidentialite totale, ce qui est dit ici, ce qui se partage ici, garde pour soi,
      reste dans le groupe, reste dans le cercle, reste dans la piece
    `,
    promise: `
      ce que je promets, d ici prochaine, dans 15 jours, chacune s engage, bilan engagement, contrat
      soi, contrat moi, prochaine fois, engagements pour, s engage, je m engage, on s engage, nous
      engageons, repart avec, repart contrat, contrat elle meme, contrat avec elle, contrat lui
      meme, contrats, contrat, lit a voix haute, lu voix haute, lus voix haute, lue voix haute,
      prochaine etape, prochains pas, premier pas, plan action, objectif annonce, objectifs
      annonces, ce que j ai fait, ce qu on a fait, bilan objectifs, point objectifs, d ici la
      prochaine, d ici la, ici prochaine, se rend comptes, rendre comptes, rend compte, promet,
      promis, tenu parole, j ai promis, avais promis, avons promis, ai promis, promets, je promets,
      on promet, ce que j avais, ce que je m engage, m engage a, on s etait, ce qu on avait, ce qui
      a avance, depuis la derniere, depuis derniere, objectifs semaine, objectifs du mois, objectifs
      mois, fixer ses objectifs, fixe objectif, fixe ses objectifs, un engagement, avec un
      engagement, repart engagement, prendre un engagement, engagement pour, engagement jusqu, j ai
      fait, ai fait cette, je ferai, que je fais d ici, je vais faire d ici, j avais dit, dit son
      objectif, annonce son objectif, annonce son but, donne son objectif, petit pas, un petit pas,
      qu on a ecrit, on a ecrit, j ai ecrit, nous avons ecrit,
      engagements pour la prochaine, engagement prochaine, nos engagements, mes engagements,
      depuis la derniere fois, nouvel engagement, nouveaux engagements, dernier engagement,
      derniers engagements, objectifs prochaine, rend compte au groupe, annonce son but,
      bilan collectif, bilan des engagements
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
      presente, chacune 15, chacune 20, chacun 10, chacun 15, chacun 20, minutes par personne, temps
      de parole egal, parole egale, tout le monde parle, role tournant, animation tour de role, tour
      a tour, roles qui tournent, gardienne du temps, gardien du temps, un cas par, un cas chacune,
      deux cas, trois cas, une situation par, autres questionnent, autres ecoutent,
      une situation chacune, minutes pour chacune, minutes pour chacun, temps egal,
      animatrice change, animation change, on change d animatrice, hotesse tournante,
      gardienne temps, nul n interrompt, personne interrompt
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
      these, groupe de pairs, cercle d entraide, groupe d entraide, entraide entre, entraide
      professionnelle, entraide doctorale, entraide doctorants, groupe de soutien entre, soutien
      entre, soutien mutuel, mentorat mutuel, mentorat reciproque, mentorat entre, mentorat
      horizontal, binome d ecriture, trinome ecriture, ecriture collective these, ecrire ensemble,
      redaction these groupe, groupe doctorantes, groupe de these, cercle de pairs, reseau d
      entraide, echange pratiques entre, echanges entre pairs, partenaires de redevabilite,
      partenaire redevabilite, groupe de progression, groupe de responsabilisation, club de
      reussite, club objectifs, cercle objectifs, recherche emploi ensemble, club emploi, chercheurs
      emploi entraide, se mentorent, se mentorons, se coachent, se conseillent, mentorent entre,
      mentorent mutuellement,
      mentorats croises, cercle mentore, cercle mentoree, cercle mentors, cercles mentorat,
      entraide pro, groupe entraide pro, groupe mentorat, mentorat doctoral pair,
      cercle homologues, groupe homologues, cercle consoeurs, groupe consoeurs,
      cercle confiance professionnel, groupe entre collegues, ecriture redevabilite,
      reussir ensemble, cercle responsabilisation, partage experience pair
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
      ceremonie, remise prix, subvention, recrutement, alumni, anciens, cloture, reunion mentors,
      reunion des mentors, conference
    `,
    work: `
      stock, commande, service, ventes, region, eleve, lycee, reunion service, reunion equipe,
      reunion laboratoire, reunion projet, reunion departement, reunion groupe, groupe travail,
      projet, revue, direction, client, vente, produit, donnee, audit, suivi, livraison, commercial,
      syndical, staff medical, permanence, medecin rdv, dentiste, rdv, etudiant, licence, budget,
      rappel, relance, envoyer, reserver, trajet, facture, dossier, conseil administration, analyse
      donnee, equipe projet, equipe technique, equipe commerciale, retro, programme, technique,
      pairs et tuteurs, distribution, fournisseur, point equipe, equipe support, lancement
    `,
    topic: `
      lecture, livre, roman, poesie, tricot, couture, chorale, chant, danse, yoga, meditation,
      tambour, priere, paroisse, eglise, enfant, creche, maternelle, jeux, echecs, bridge, tennis,
      voile, randonnee, foot, cinema, theatre, concert, vin, fete, quartier, voisin, syndic,
      copropriete, deuil, atelier ecriture creative, marche, sport, chamanique, rentree,
      sophrologie, peinture, cuisine, photo, langue, conversation anglaise, math, maths, college,
      entrainement, natation, pleine lune, lune, chants, plat, lycee, grammaire, vocabulaire,
      espagnol, anglais, allemand, italien, arabe, semi marathon, prier, prie, impro, statistique,
      statistiques
    `,
    led: `
      formatrice, formateur, intervenante, certificat, attestation, presence obligatoire,
      obligatoire, decouverte, initiation, sensibilisation, tutorat math, tutorat etudiant, soutien
      scolaire, accompagnement scolaire, groupe parole, therapie groupe, groupe therapeutique,
      psychiatrie, supervision equipe, coaching equipe, frais inscription, payant, masterclass,
      formation, webinaire, examen, partiel, td, revisions, conferenciere, conferencier, atelier
      ecriture creative, atelier decouverte
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
      seulement, rien que nous, sans superieur, sans superieurs, sans superieure, sans patron, sans
      encadrant, sans encadrants, sans directeur, sans la direction, sans psy, hors hierarchie, d
      egal a egal, d egale a egale, egale a egale, entre pairs, toutes au meme niveau, auto animee,
      auto anime, auto animation, autogestion,
      pas de hierarchie, aucune hierarchie, pas de chef, pas de patron, aucun chef, meme rang,
      toutes egales
    `,
    bring: `
      apporte une situation, apporte situation, apporte une question, apporte question, apporte un
      cas, apporte cas, apporte probleme, apporte sujet, apporte un sujet, amene une question, amene
      question, amene situation, amene cas, vient avec, situation cliente, exposante, exposant, on s
      aide, on l aide, s entraide, entraidons, se conseille, se soutient, nous soutenons, ou je
      bloque, ou ca bloque, coince, dilemme, cas apportes, 6 etapes, six etapes, entre egales, entre
      egaux, les unes les autres, unes autres, uns autres, client consultants, consultants posent,
      apporte sa question, apporte son cas, apporte son probleme, apporte un probleme, apporte un
      defi, vient avec une question, vient avec un cas, sa situation, posent des questions, posent
      questions, on questionne, cas concret, cas concrets, vos cas, nos cas, je suis bloquee,
      bloquee, qui coince, difficultes du moment, difficulte du moment, retours honnetes, retour
      honnete, retours francs, ce qui a coince, a coince, qui nous freine, nous a freine,
      apporte une difficulte, apporte difficulte, une difficulte, ses difficultes,
      on cherche ensemble, on reflechit ensemble, ecoute questions, puis idees
    `,
  },
};
