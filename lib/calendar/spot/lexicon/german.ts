import type { Lexicon } from './lexicon.ts';

export const german: Lexicon = {
  stop: `
    der die das den dem des ein eine einer fur von und im am zum zur mit unser unsere unserer mein meine
    unter fuer
  `,
  before: `
    mentoring mentor mentorinnen mentoren mentorin peer peers coaching frauen kolleginnen kollegen
    kollegial vertrauens austausch unterstutzungs unterstutzer wissenschaftlerinnen forscherinnen
    professorinnen postdoc postdocs postdoktorandinnen doktorandinnen arztinnen accountability karriere
    erfolgs schreib buddy
  `,
  roles: {
    mentor: 'mentoren mentorin mentorinnen mentees mentorieren mentorierende',
    peer: `
      einander untereinander gegenseitig gegenseitige gegenseitiges wechselseitig kollegial kollegiale
      kollegialer kollegiales peers gleichgesinnte gleichrangige
    `,
    circle: 'kreiserl kreis kreise zirkel kreises',
    group: 'treff kranzchen gruppe gruppen runde treffen netzwerk austausch stammtisch',
    coach: 'coachen beratung fallberatung',
    accountability: 'verbindlichkeit rechenschaft',
    cohort: 'kohorte jahrgang',
    forum: 'foren',
    buddy: 'tandempartner tandempartnerinnen weggefahrten weggefahrtinnen',
    writing: 'schreib schreiben',
    theme: `
      wissenschaftlerin forscherin professorin arztin doktorandin postdoktorandin promovierende
      promovierenden stipendiatinnen kolleginnen mutter frauen wissenschaftlerinnen forscherinnen
      professorinnen arztinnen postdoktorandinnen doktorandinnen postdoktoranden nachwuchs
      nachwuchswissenschaftlerinnen habilitandinnen juniorprofessorinnen juniorprofessuren karriere
      unterstutzung vertrauen
    `,
    neutral: `
      montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr abend morgen mittag
      wochentlich monatlich zweiwochentlich sitzung online termin termine nr neu aw wg verschoben
      semester wir uns jeder jede jeden alle zwei drei wochen
    `,
    secret: 'vertraulich vertraulichkeit verschwiegenheit',
    promise: `
      vorsatz vorsatze versprechen selbstverpflichtung wochenziel wochenziele kontrakt kontrakte
    `,
    turn: 'redezeit reihum fallgeberin fallgeber zeitwachterin zeitnehmerin',
  },
  otherCircle: {
    before: 'engsten engster innere innerer kleinen kleiner kreisauer weiterer wiener',
    after: 'kleinen lauf sozialisation training',
  },
  phrases: {
    secret: `
      bleibt in der runde, bleibt gruppe, im vertrauen, geschutzter raum, keine protokolle,
      kein protokoll, bleibt unter uns, bleibt hier, bleibt raum, bleibt kreis, nichts nach aussen,
      ohne aufzeichnung
    `,
    promise: `
      was nehme ich mir vor, nimmt sich vor, vornehmen, zusagen, rechenschaft, bis dahin,
      bis zum nachsten mal, nachste mal, nachsten mal, nachsten zwei wochen, bis nachsten mal,
      vertrag mir selbst, vertrag sich selbst
    `,
    turn: `
      min je person, minuten je, pro kopf, gleich viel zeit, gleiche zeit, eine nach der anderen,
      jede einmal, wer moderiert, blitzlicht, anliegenrunde, eingangsrunde, jede hat, jede bekommt,
      jeder bekommt, nacheinander dran, jede 10, jede 15, jede 20, min jede, min pro person,
      minuten pro person, gleiche redezeit, geteilt durch, jede kommt dran, heisser stuhl,
      fragen statt ratschlage
    `,
    strong: `
      peer supervision, kollegiale supervision, gruppen mentoring peers, accountability buddies,
      kollegiale beratungsgruppe, kollegiale coachinggruppe, peer beratung, peer beratungsgruppe,
      peer coaching gruppe, kollegiales coaching, kollegiales mentoring, erfolgsteam, erfolgsteams,
      lerngruppe action learning, schreib accountability gruppe
    `,
    likely: `
      mentoring ag, mentoring treff, peer treff, jeden 2 donnerstag, jeden zweiten do,
      alle zwei wochen donnerstag mentoring, mentorieren uns, coachen uns, beraten uns gegenseitig,
      kollegiale praxisberatung, gruppenmentoring, gruppen mentoring, schreibtandem, co coaching,
      lernset, action learning gruppe, intervision, intervisionsgruppe, intervisionsrunde,
      intervisionskreis, kollegiale beratung, kollegiale fallberatung, jeder zweite donnerstag,
      jeden zweiten donnerstag, mastermindgruppe
    `,
    trap: `
      landkreis, arbeitskreis, teufelskreis, kreissaal, kreissaalfuhrung, kreisverkehr, kreisverwaltung,
      kreistag, kreisliga, kreisklasse, kreissparkasse, kreisklinik, kreiskrankenhaus, kreislauf,
      kreislaufwirtschaft, kreissage, kreisjugendring, kreisverband, kreisvorstand, kreismeisterschaft,
      kreistraining, kreisarchiv, kreishaus, kreisen, kreisel, mentoringprogramm, forum romanum,
      burgerforum, kohortenstudie, kohorten studie, patientenkohorte, geburtskohorte, runder tisch,
      gruppe 1, whatsapp gruppe, zirkeltraining, qualitatszirkel, gesundheitszirkel, forum wissenschaft,
      humboldt forum, runde laufen
    `,
    hard: `
      vorstellungsgesprach, bewerbungsgesprach, mitarbeitergesprach, jahresgesprach, vier augen gesprach,
      vieraugengesprach, personalgesprach, betriebsversammlung, vollversammlung, mitgliederversammlung,
      daily, abgesagt, fallt aus, entfallt, kein kreis, kein mentoring, keine mentoringgruppe,
      kein mentoringkreis, geburtstag, urlaub, einzelgesprach, elternabend
    `,
    about: `
      infoveranstaltung, informationsveranstaltung, infoabend, auftaktveranstaltung, schulung,
      fortbildung, weiterbildung, ausbildung, abgabe, frist, abgabefrist, anmeldung, anmeldeschluss,
      bewerbung, bewerbungsfrist, vorbereitung, vorbereiten, planung, lenkungskreis, lenkungsausschuss,
      steuerungsgruppe, steuerkreis, ausschuss, programmleitung, koordination, koordinationstreffen,
      umfrage, vortrag, ringvorlesung, tagung, matching, nachbereitung, podiumsdiskussion, festakt,
      preisverleihung, abschlussfeier
    `,
    work: `
      abstimmung, status, bericht, quartal, umsatz, rollout, architektur, technik, einkauf, controlling,
      personal, recht, betrieb, leitung, bereich, bereichsleitung, netze, kommunal, energie, verwaltung,
      stadt, regional, fachkrafte, lieferanten, produktion, gesundheitsamt, amt, behorde, referendariat,
      manuskript, besprechung, teamsitzung, sitzung, dienstbesprechung, jour fixe, abteilung,
      abteilungsleiter, projekt, vertrieb, kunden, fuhrungskreis, leitungskreis, leitungsrunde,
      fuhrungsrunde, strategiekreis, projektkreis, fakultatsrat, gremium, vorstand, betriebsrat,
      arbeitsgruppe, ag sitzung, sprechstunde, visite, dienst, auswertung, daten, ubergabe, wartung,
      einarbeitung, tarifrunde, gesprachsrunde vorstand, programm, evaluation, erinnerung, messe, antrag,
      fahrt, anreise, schicken, verschicken, raum buchen
    `,
    topic: `
      lesekreis, literaturkreis, buch, lesen, roman, bibelkreis, hauskreis, gebetskreis, kirche,
      gemeinde, gottesdienst, singkreis, chor, trommelkreis, trommeln, tanzkreis, tanzen, strickkreis,
      stricken, nahkreis, bastelkreis, morgenkreis, stuhlkreis, abschlusskreis, krabbelgruppe,
      spielgruppe, spielkreis, kita, kindergarten, kinder, eltern, freundeskreis, forderkreis,
      familienkreis, seniorenkreis, mannerkreis, heimatkreis, theaterkreis, theater, konzert, verein,
      sport, laufgruppe, laufen, turnen, fussball, skatrunde, doppelkopf, spieleabend, kegeln,
      meditation, selbsthilfegruppe, trauergruppe, geburtsvorbereitung, hebamme, landratsamt,
      zulassungsstelle, kreativ, hund, gassi
    `,
  },
};
