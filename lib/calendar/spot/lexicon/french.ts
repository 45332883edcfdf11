import type { Lexicon } from './lexicon.ts';

export const french: Lexicon = {
  stop: 'de du des d l le la les un une entre pour et en au aux avec notre nos mon ma sur',
  roles: {
    mentor: 'comentorat tutorat mentorat mentore mentoree mentorees mentores mentoring mentorale',
    peer: 'mutuellement pair mutuel mutuelle reciproque collegue collegues consoeur consoeurs',
    circle: 'cercle',
    group: 'gpe club groupe reseau rencontre collectif',
    coach: 'coacher coache coaching codeveloppement',
    accountability: 'responsabilisation redevabilite',
    cohort: 'cohorte promotion',
    forum: 'forum',
    buddy: 'binome binomes marraines marraine copines',
    writing: 'ecriture redaction',
    theme: `
      femme chercheuse chercheuses scientifique doctorante doctorantes postdoctorante postdoctorantes
      enseignante maitresse soignante medecin soutien entraide confiance bienveillance carriere jeunes
    `,
    neutral: `
      lundi mardi mercredi jeudi vendredi samedi dimanche soir matin midi hebdomadaire mensuel bimensuel
      seance visio ligne reunion reunions numero tr rep nous vous chaque tous toutes semaine semaines
    `,
    secret: 'confidentiel confidentielle confidentialite',
    promise: 'engagement promesse',
    turn: 'chacune',
  },
  otherCircle: {
    before: 'arc demi grand premier quadrature',
    after: `
      brugge bruges vienne gens culturel artistique libraire wagnerien amis bridge chant chromatique
      circonscrit couture danse dirigeant donateur echecs economique entreprise escrime etude familial
      intime jeu jeux juriste lecteur lecture litteraire livre lune mecene militaire musical nautique
      officiers parents philosophique polaire priere prive qualite restauratif silence sportif tambour
      tennis tricot trigonometrique vertueux vicieux voile
    `,
  },
  phrases: {
    secret: `
      en confiance, confidence, hors enregistrement, sans enregistrement, ne sort pas, reste ici,
      reste entre nous, dit ici
    `,
    promise: `
      ce que je promets, d ici prochaine, dans 15 jours, chacune s engage, bilan engagement, contrat soi,
      contrat moi, prochaine fois
    `,
    turn: `
      a tour de role, tour role, meme temps, temps egal, par personne, une par une, tour table,
      tour parole, temps parole, min chacune, min chacun, minute chacune, minute chacun, demande chacune,
      chacune son tour, chacun son tour, client jour
    `,
    strong: `
      apprentissage action, groupe apprentissage action, supervision pair, groupe codeveloppement,
      atelier codeveloppement, cercle codeveloppement, co developpement groupe, groupe co developpement,
      groupe codev, cercle lean in, mentorat groupe pair
    `,
    likely: `
      club mentorat, pair aidance, entre consoeurs mentorat, se coache pair, se mentorer, nous mentorons,
      mentorat collectif, mentorat croise, co mentorat, groupe entraide, groupe soutien,
      analyse pratique, groupe analyse pratique, rendre comptes groupe, groupe redevabilite,
      codeveloppement, codev, codeveloppement professionnel, co developpement, jeudi sur deux,
      intervision
    `,
    trap: `
      etude cohorte, cohorte patient, cohorte nationale, forum emploi, forum citoyen, forum association,
      forum entreprise, comite lecture, chaussette pair, groupe pharmaceutique, evaluation pair,
      relecture pair, revision pair
    `,
    hard: `
      entretien, entretien annuel, tete tete, point individuel, point hebdo individuel, reunion pleniere,
      assemblee generale, comite, annule, annulee, pas cercle, pas mentorat, anniversaire, conge, jury,
      soutenance, melee quotidienne
    `,
    about: `
      reunion information, seance information, webinaire, formation, date limite, echeance, inscription,
      candidature, preparation, preparer, pilotage, copil, coordination, coordinatrice, colloque,
      table ronde, enquete, questionnaire, bilan programme, lancement programme, ceremonie, remise prix,
      subvention, recrutement
    `,
    work: `
      stock, commande, service, technique, ventes, region, equipe, eleve, lycee, reunion service,
      reunion equipe, reunion laboratoire, reunion projet, reunion departement, reunion groupe,
      groupe travail, projet, revue, conseil, direction, client, vente, produit, donnee, analyse, audit,
      suivi, livraison, commercial, syndical, staff medical, permanence, medecin rdv, dentiste, rdv,
      consultation, etudiant, licence, programme, budget, rappel, relance, envoyer, reserver, trajet,
      facture, dossier
    `,
    topic: `
      lecture, livre, roman, poesie, tricot, couture, chorale, chant, danse, yoga, meditation, tambour,
      priere, paroisse, eglise, enfant, creche, maternelle, jeux, echecs, bridge, tennis, voile,
      randonnee, foot, cinema, theatre, concert, vin, fete, quartier, voisin, syndic, copropriete, deuil,
      atelier ecriture creative
    `,
  },
};
