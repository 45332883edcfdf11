import type { Lexicon } from './lexicon.ts';

export const german: Lexicon = {
  brings: {
    verbs: 'bringt bringen mitbringen stellt',
    things: 'frage fall anliegen thema problem dilemma situation etwa entscheidung',
  },
  stop: `
    der die das den dem des ein eine einer fur von und im am zum zur mit unser unsere unserer mein
    meine unter fuer mir dir sich
  `,
  before: `
    montags dienstags mittwochs donnerstags freitags samstags sonntags feierabend fruhstucks mittags arztinnen chirurginnen
    juristinnen ingenieurinnen lehrerinnen berufseinsteigerinnen alumni leitungs promovierende nachwuchsforscherinnen
    mentees kollegen psychologinnen therapeutinnen apothekerinnen pflegefach hebammen tierarztinnen zahnarztinnen
    gleichgesinnten ratgeber verbundeten mutmach klarheits entwicklungs berufs
    mentoring mentor mentorinnen mentoren mentorin peer peers coaching frauen kolleginnen kollegen
    kollegial vertrauens austausch unterstutzungs unterstutzer wissenschaftlerinnen forscherinnen
    professorinnen postdoc postdocs postdoktorandinnen doktorandinnen arztinnen accountability
    karriere erfolgs schreib buddy ziele ziel reflexions sparrings lern fuhrungs doktoranden
    habilitations habil beratungs intervisions vernetzungs promovierenden promotions
    juniorprofessorinnen nachwuchs abend abends termin tag weggefahrtinnen grunderinnen
    selbstandigen mastermind wochenziel fortschritts mut selbst
  `,
  mutual: {
    verbs: `
      unterstutzen unterstutzt helfen hilft beraten berat coachen starken begleiten motivieren ermutigen bestarken
      zuhoren anspornen anfeuern tragen fordern mentorieren spiegeln
    `,
    partners:
      'einander, uns, uns gegenseitig, gegenseitig, euch, euch gegenseitig, wir uns, wir uns gegenseitig, wir einander',
  },
  roles: {
    mentor: 'mentoren mentorin mentorinnen mentees mentorieren mentorierende mentorings mentorate mentorat',
    peer: `
      einander untereinander gegenseitig gegenseitige gegenseitiges wechselseitig kollegial
      kollegiale kollegialer kollegiales peers gleichgesinnte gleichrangige kolleg koll kollegen
      kolleginnen gleichgestellte gleichgestellten gleichen gleiche augenhohe ebenburtig ebenburtige
      peergroup peergruppe wechselseitige wechselseitiges wechselseitiger gegenseitigen
      gegenseitiger gegenseitigem wechselseitigen wechselseitigem kollegialen kollegialem
      gleichrangig gleichrangigen gleichrangiger gleichrangiges gleichrangigem gleichgestellt
      gleichgestellter gleichgestelltes gleichgestelltem ebenburtigen ebenburtiger ebenburtiges
      ebenburtigem gleichgesinnt gleichgesinnten gleichgesinnter gleichgesinntes gleichgesinntem
      gegenseitigkeit
    `,
    circle: 'kreiserl kreis kreise zirkel kreises kreisen',
    group: `
      treff kranzchen gruppe gruppen runde treffen netzwerk austausch stammtisch trupp bande
      kleeblatt klub clique kranz dreier vierer funfer quartett
    `,
    coach: 'coachen teamcoaching gruppencoaching coach',
    accountability: 'verbindlichkeit rechenschaft',
    cohort: 'kohorte jahrgang',
    forum: 'foren',
    buddy: 'tandempartner tandempartnerinnen weggefahrten weggefahrtinnen buddys tandem',
    writing: `
      schreib schreiben schreibgruppe schreibzeit schreibstunde schreibtag schreibvormittag
      schreibnachmittag schreibsession schreibmorgen
    `,
    theme: 'kolleginnen mutter frauen vertrauen lernkreis lern',
    neutral: `
      montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr abend morgen mittag
      wochentlich monatlich zweiwochentlich sitzung online termin termine nr neu aw wg verschoben
      semester wir uns jeder jede jeden alle zwei drei wochen nur
    `,
    secret: `
      vertraulich vertraulichkeit verschwiegenheit diskret verschwiegen vertrauliche vertraulichen
      vertraulicher vertrauliches vertraulichem
    `,
    promise: `
      vorsatz vorsatze versprechen selbstverpflichtung wochenziel wochenziele kontrakt kontrakte
      verpflichtung verpflichtungen selbstverpflichtungen zusage vorhaben
    `,
    turn: `
      redezeit reihum fallgeberin fallgeber zeitwachterin zeitnehmerin zeitwachter redezeiten
      rotierend rotierende rotierender rotierenden zeitnehmer gastgeberin
    `,
    trio: 'kleeblatt quartett triade triaden',
    help: `
      beratung fallberatung supervision sparring reflexion unterstutzung hilfe begleitung
      erfahrungsaustausch fallbesprechung fallbesprechungen beraten praxisberatung austausch
    `,
    goal: `
      ziele zielen erfolg wochenziele vorsatze wochenziel ziel tagesziel tagesziele
    `,
    career: `
      referentinnen apothekerinnen tierarztinnen zahnarztinnen hebammen pfarrer psychotherapeutinnen sozialarbeiterinnen konrektorinnen rektorinnen teamleiterinnen projektleiterinnen abteilungsleiterinnen texterinnen texter ubersetzerinnen schulleitungen leitungen
      karriere wissenschaftlerin forscherin professorin arztin doktorandin postdoktorandin
      promovierende promovierenden stipendiatinnen wissenschaftlerinnen forscherinnen professorinnen
      arztinnen arzte postdoktorandinnen doktorandinnen doktoranden postdoktoranden nachwuchs
      nachwuchswissenschaftlerinnen habilitandinnen habil habilitation juniorprofessorinnen
      juniorprofs juniorprofessuren diss dissertation promotion fuhrungskrafte grunderinnen grunder
      selbstandige selbststandige freiberuflerinnen freie berufseinsteiger berufseinsteigerinnen
      lehrkrafte lehrerinnen laufbahn jobsuche bewerberinnen wiedereinstieg psychologinnen
      therapeutinnen juristinnen anwaltinnen ingenieurinnen chirurginnen beraterinnen postdocs
      assistenzarztinnen oberarztinnen facharztinnen pflegeleitungen schulleitungen schulleiterinnen
      freiberufler unternehmerinnen selbststandigen selbstandigen pfarrerinnen
      nachwuchsgruppenleiterinnen gruppenleiterinnen wimis
    `,
    level: `
      leitungslos selbstorganisiert selbstgesteuert selbstgeleitet ebenburtig hierarchiefrei
      augenhohe
    `,
    senior: `
      chefin chef leitung vorgesetzte vorgesetzten vorgesetzter dekanin dekan professorin professor
      prof direktorin direktor trainerin trainer coachin supervisorin supervisor psychologin
      psychologe therapeutin therapeut moderatorin extern externe externer externen beraterin
      berater dozentin dozent referentin referent expertin experte leiterin leiter chefarzt
      chefarztin oberarzt oberarztin prasidentin rektorin prorektorin fachkraft padagogin
      schulleitung geschaftsfuhrung personalabteilung
    `,
    by: 'mit bei von durch unter geleitet moderiert begleitet angeleitet',
    not: 'ohne kein keine keiner keinen keinerlei nicht niemand nie',
    among: 'unter',
  },
  otherCircle: {
    before: `
      sieg kinzig erft neckar saale ruhr hochsauerland murr enz bodensee baar ostalb donau zollernalb odenwald tauber
      taunus wetterau vogelsberg lahn dill eifel hunsruck salzland burgenland harz ilm wartburg vogtland lippe unna
      engsten engster innere innerer kleinen kleiner kreisauer weiterer wiener erweiterter
      erweiterten magischer runder unterstutzer
    `,
    after: 'kleinen lauf sozialisation training',
  },
  phrases: {
    secret: `
      bleibt in der runde, bleibt gruppe, im vertrauen, geschutzter raum, keine protokolle, kein
      protokoll, bleibt unter uns, bleibt hier, bleibt raum, bleibt kreis, nichts nach aussen, ohne
      aufzeichnung, nichts verlasst, verlasst den raum, verlasst raum, unter uns, bleibt alles,
      alles bleibt, bleibt im kreis, bleibt in gruppe, schweigepflicht, vertrauensraum, nicht
      weitererzahlen, dringt nichts, streng vertraulich, absolut vertraulich, bleibt bei uns, bleibt
      in diesem kreis, bleibt in diesem raum, bleibt im raum, alles bleibt hier, unter verschluss,
      nichts dringt, nichts verlaesst, geschuetzter raum, vegas regel, sicherer raum, ohne
      protokoll, kein mitschnitt, keine aufnahme, keine aufzeichnung,
      nichts verlasst die runde, verlasst die runde, bleibt in diesen wanden, behalten wir fur uns,
      fur uns behalten, was hier gesagt wird, hier gesagt, bleibt zwischen uns
    `,
    promise: `
      was nehme ich mir vor, nimmt sich vor, vornehmen, zusagen, rechenschaft, bis dahin, bis zum
      nachsten mal, nachste mal, nachsten mal, nachsten zwei wochen, bis nachsten mal, vertrag mir
      selbst, vertrag sich selbst, nehme ich mir vor, nehmen uns vor, nimmt mit, nachster schritt,
      nachste schritte, nachsten schritt, bis zum nachsten, bis zur nachsten, was wurde draus, was
      ist daraus geworden, was ist geworden, rechenschaft ablegen, ziele sagen, ziele fur die woche,
      wochenziel, laut vor, liest vor, vorgelesen, verspricht sich, verspricht, versprochen,
      vertrag, vertrage, contract, contracts, zusagen vom letzten, halten uns gegenseitig, was habe
      ich erreicht, ziele berichten, fortschritt berichten, berichten, verabredung mit mir, sich
      etwas vor, nimmt sich etwas vor, ich geschafft, wir geschafft, hab ich geschafft, was
      geschafft, nehm ich vor, nehme ich vor, nehmen wir vor, nimmt jede vor, sich vorgenommen,
      vorgenommen, ich vorgenommen, bis naechstes mal, bis nachstes mal, bis zum naechsten mal, seit
      letztem mal, seit dem letzten mal, vom letzten mal, wort halten, wort gehalten, rechenschaft
      geben, selbstvertrag, ziele setzen, ziele prufen, ziele der woche, ziele fur den monat,
      monatsziele, etappenziele, etappenziel, zwischenziele, erfolge und, was will ich erreichen,
      was draus wurde, was daraus wurde, was draus geworden, ziel nennen, ziele nennen, ziel
      ansagen, ziele ansagen, habe ich getan, hab ich getan, was mache ich, was mach ich, habe ich
      gemacht, hab ich gemacht, was tue ich, was wollte ich, bis nachste woche, bis naechste woche,
      jede schafft, was schaffe ich, sagt ihr ziel, sagt ziel, nennt ihr ziel, nennt ziel, kleiner
      schritt, ein kleiner schritt, vorher ziele, nachher bilanz, was wir geschrieben, wir
      geschrieben haben, geschrieben haben, was wir geschafft,
      vorsatze, letzten vorsatz, neue vorsatze, neuer vorsatz, seit letztem mal,
      seit dem letzten treffen, bis zum nachsten treffen, was bleibt offen, neue vertrage, bilanz,
      zusagen fur, was ich zugesagt, vereinbarung mit mir, mein vertrag, nachster kontrakt
    `,
    turn: `
      min je person, minuten je, pro kopf, gleich viel zeit, gleiche zeit, eine nach der anderen,
      jede einmal, wer moderiert, blitzlicht, anliegenrunde, eingangsrunde, jede hat, jede bekommt,
      jeder bekommt, nacheinander dran, jede 10, jede 15, jede 20, min jede, min pro person, minuten
      pro person, gleiche redezeit, geteilt durch, jede kommt dran, heisser stuhl, fragen statt
      ratschlage, rotierende moderation, moderation rotiert, moderation wechselt, wechselnde
      moderation, rotiert, moderation reihum, leitung wechselt, gastgeberin wechselt, jede bringt,
      jeder bringt, alle bringen, jede darf, jede kriegt, minuten pro, min pro, minuten fur jede,
      gleich lang, gleich viele minuten, gleiche redeanteile, redeanteil, timer, wecker, stoppuhr,
      der reihe nach, runde reihum, zeit anmelden, zeit anfragen, braucht zeit, zwei falle, ein
      fall, drei falle, pro fall, ohne ratschlage, keine ratschlage, nur fragen, min pro nase, pro
      nase, offene fragen, hot seat, heisse stuhl, jede 5, jede 8, jede 12, jeder 10, jeder 15,
      jeder 20, jede 10 minuten, gleich viele min, zeit fur alle, zeit fur jede, jede kommt zu wort,
      alle kommen zu wort, alle kommen dran, jeder kommt dran, moderation wechselnd, wechselt
      reihum, moderation im wechsel, rollen wechseln, rollen rotieren, rollen rotierend, einer nach
      dem anderen, runde fur jede, redezeit fur alle, ein fall pro, fall pro treffen, anderen
      fragen, anderen horen zu, andere fragen, anderen fragen nach, rest fragt,
      15 minuten pro, gleiche zeit fur alle, jede ist dran, jede spricht, wechselnde gastgeberin,
      zeitwachter wechselt, zeitwachterin wechselt, reihum moderation, rotierende rollen,
      ohne unterbrechung
    `,
    strong: `
      peer supervision, kollegiale supervision, gruppen mentoring peers, accountability buddies,
      kollegiale beratungsgruppe, kollegiale coachinggruppe, peer beratung, peer beratungsgruppe,
      peer coaching gruppe, kollegiales coaching, kollegiales mentoring, erfolgsteam, erfolgsteams,
      lerngruppe action learning, schreib accountability gruppe, kfb, kfb runde, kollegiale
      fallberatung, kollegiale beratung, kolleg fallberatung, kolleg beratung, koll fallberatung,
      koll beratung, peer intervision, intervisionsgruppe, peer mentoring gruppe, lernos kreis,
      lernos circle, lernos runde, wol kreis, wol circle, erfolgskreis, lernkreis fuhrung,
      mentoring zirkel, mentoring kreis, peer kreis, peer zirkel,       peer mentoring runde, peer mentoring zirkel, kollegiale coachinggruppe
    `,
    likely: `
      mentoring ag, mentoring treff, peer treff, jeden 2 donnerstag, jeden zweiten do, alle zwei
      wochen donnerstag mentoring, mentorieren uns, coachen uns, beraten uns gegenseitig, kollegiale
      praxisberatung, gruppenmentoring, gruppen mentoring, schreibtandem, co coaching, lernset,
      action learning gruppe, intervision, intervisionsrunde, intervisionskreis, jeder zweite
      donnerstag, jeden zweiten donnerstag, mastermindgruppe, erfolgsgruppe, erfolgsrunde,
      intervisionsabend, intervisionstreffen, fuhrungszirkel, reflexionszirkel, reflexionskreis,
      reflexionsgruppe, reflexionsrunde, sparringsgruppe, sparringsrunde, zielegruppe, zielerunde,
      ziele runde, unterstutzergruppe, unterstutzungsgruppe, peergruppe, peergroup, peer gruppe,
      peer group, peer runde, schreibgruppe, schreibkreis, schreibzirkel, schreibrunde,
      schreibbuddys, karrierezirkel, karrierekreis, coaching trio, coaching triade, triade coaching,
      gruppencoaching unter uns, kollegiales sparring, kollegialer austausch, kollegiale runde,
      kollegiale gruppe, kollegiale reflexion, kollegiale hospitation, kollegiales teamcoaching,
      kollegiales gruppencoaching, kollegiale unterstutzung, gegenseitige beratung, gegenseitige
      unterstutzung, gegenseitiges coaching, bewerbungsgruppe gegenseitig, jobsuche gruppe, jobsuche
      team, austausch auf augenhohe, mentoring auf augenhohe, vertrauenskreis, wochenziele runde,
      wochenziele gruppe, fortschrittsgruppe, beraten einander, helfen einander, unterstutzen uns
      gegenseitig, coachen einander, fallarbeit unter kolleginnen, fallbesprechung unter
      kolleginnen, fallbesprechung kollegen, fallbesprechung kolleginnen, doktorandinnenkreis,
      postdoc kreis, postdoc zirkel, postdoc runde, lernpartnerschaft, lernpartnergruppe,
      lerncircle, lern circle, professorinnenrunde, professorinnen runde, schreibtreff, buddygruppe,
      dissgruppe, diss gruppe, peer netzwerk, mentoring runde, mentoringrunde, mentoring
      kleingruppe, kleingruppe mentoring, peer austausch, austausch unter gleichen, austausch unter
      gleichgestellten, erfolgsgemeinschaft, zielgemeinschaft, lerntandem, lerntrio, lerntriade,
      lernpartner, tandem coaching, peer coaching, schreibgemeinschaft, schreibbande, schreibsprint,
      schreib sprint, schreibclub, promotionsgruppe, doktorandinnengruppe, postdocgruppe,
      habilgruppe, habilkreis, rechenschaftsgruppe, rechenschaftspartner, verbindlichkeitsgruppe,
      verbindlichkeitspartner, accountability partner, accountability gruppe, accountability runde,
      accountability partnerin, fallberatungsgruppe, beratungsrunde unter kolleginnen,
      coachingkreis, coachinggruppe peers, ermutigungskreis, mutmachrunde, jobsuche gemeinsam,
      gemeinsam jobsuche, bewerbungsgruppe, bewerbungsteam, jobclub, selbstcoaching gruppe,
      selbstcoaching runde, selbstcoachinggruppe, selbst coaching gruppe, gemeinsames selbstcoaching
    `,
    trap: `
      landkreis, arbeitskreis, teufelskreis, kreissaal, kreissaalfuhrung, kreisverkehr,
      kreisverwaltung, kreistag, kreisliga, kreisklasse, kreissparkasse, kreisklinik,
      kreiskrankenhaus, kreislauf, kreislaufwirtschaft, kreissage, kreisjugendring, kreisverband,
      kreisvorstand, kreismeisterschaft, kreistraining, kreisarchiv, kreishaus, kreisen, kreisel,
      mentoringprogramm, forum romanum, burgerforum, kohortenstudie, kohorten studie,
      patientenkohorte, geburtskohorte, runder tisch, gruppe 1, whatsapp gruppe, zirkeltraining,
      qualitatszirkel, gesundheitszirkel, forum wissenschaft, humboldt forum, runde laufen,
      zielgruppe, zielgruppen, kundenerfolg, kollegiale hospitation, peer review runde, peer review,
      zielvereinbarung, zielgesprach, erfolgskontrolle, austauschschuler, schuleraustausch, daten
      austausch, datenaustausch, kundenberatung, steuerberatung, studienberatung, berufsberatung,
      rechtsberatung, anlageberatung, bankberatung, energieberatung, ernahrungsberatung,
      schuldnerberatung, unternehmensberatung, zielgruppenanalyse, zielgruppen analyse, gesprach
      prof, balintgruppe
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
      bewerbung, bewerbungsfrist, vorbereitung, vorbereiten, planung, lenkungskreis,
      lenkungsausschuss, steuerungsgruppe, steuerkreis, ausschuss, programmleitung, koordination,
      koordinationstreffen, umfrage, vortrag, ringvorlesung, tagung, matching, nachbereitung,
      podiumsdiskussion, festakt, preisverleihung, abschlussfeier, abschluss,
      abschlussveranstaltung, mentorengesprach
    `,
    work: `
      abstimmung, status, quartal, umsatz, rollout, architektur, technik, einkauf, controlling,
      recht, betrieb, bereich, bereichsleitung, netze, kommunal, energie, verwaltung, stadt,
      regional, lieferanten, produktion, gesundheitsamt, amt, behorde, referendariat, manuskript,
      besprechung, teamsitzung, sitzung, dienstbesprechung, jour fixe, abteilung, abteilungsleiter,
      projekt, vertrieb, kunden, fuhrungskreis, leitungskreis, leitungsrunde, fuhrungsrunde,
      strategiekreis, projektkreis, fakultatsrat, gremium, vorstand, betriebsrat, arbeitsgruppe, ag
      sitzung, sprechstunde, visite, dienst, auswertung, daten, ubergabe, wartung, einarbeitung,
      tarifrunde, gesprachsrunde vorstand, evaluation, erinnerung, messe, antrag, fahrt, anreise,
      schicken, verschicken, raum buchen, ag mentoring, projektgruppe, retro, retrospektive,
      planungsrunde, montagsrunde, kundenerfolgsteam, kundenerfolg, betriebsgruppe, haushalt,
      programm, personalrat, programmtreffen, berichtswesen, auftakt, abschluss,
      krisenstab, landrat, landratin, bauausschuss, kreisausschuss, einsatzleitung, dienstplan,
      lieferant, inventur, mandanten, jahresabschluss
    `,
    topic: `
      lesekreis, literaturkreis, buch, lesen, roman, bibelkreis, hauskreis, gebetskreis, kirche,
      gemeinde, gottesdienst, singkreis, chor, trommelkreis, trommeln, tanzkreis, tanzen,
      strickkreis, stricken, nahkreis, bastelkreis, morgenkreis, stuhlkreis, abschlusskreis,
      krabbelgruppe, spielgruppe, spielkreis, kita, kindergarten, kinder, eltern, freundeskreis,
      forderkreis, familienkreis, seniorenkreis, mannerkreis, heimatkreis, theaterkreis, theater,
      konzert, verein, sport, laufgruppe, laufen, turnen, fussball, skatrunde, doppelkopf,
      spieleabend, kegeln, meditation, selbsthilfegruppe, trauergruppe, geburtsvorbereitung,
      hebamme, landratsamt, zulassungsstelle, kreativ, hund, gassi, nachhilfe, gesprachskreis,
      unternehmerkreis, fruhstuck, ruckengruppe, wandergruppe, wandern, kochen, backen,
      fotografieren, malen, anatomie, statistik, mathe, schule, klasse, hausaufgaben, elternkreis,
      vollmond, stille, spiel, tanz, gedichte, sprachaustausch, datenbanken, datenbank, deutsch,
      mutterkreis, mutter kind, gefluchtete, philosophie, politik, probe, grammatik, vokabeln,
      italienisch, spanisch, franzosisch, englisch, portugiesisch, arabisch, halbmarathon, beten,
      gebet,
      skat, rollenspiel, pen paper, bouldern, klettern, yogakreis, musikkreis, bastelrunde,
      nachbarschaft, kleingarten, pilgern, imker, segeln, kajak, schafkopf, posaunenchor,
      orchester, geburt, stillen
    `,
    led: `
      trainerin, dozentin, dozent, referentin, referent, teilnahmebescheinigung, zertifikat,
      zertifikatskurs, cme punkte, fortbildungspunkte, teilnahmegebuhr, kostenpflichtig,
      pflichtveranstaltung, pflichttermin, teilnahmepflicht, workshop, seminar, lehrgang, kurs,
      ubungsleiter, einfuhrung, lernen wir, vermittelt, teamsupervision, gruppensupervision,
      lehrsupervision, therapiegruppe, gruppentherapie, fallkonferenz, nachhilfe, tutorium,
      klausurvorbereitung, klausur, prufungsvorbereitung, ubungsblatt, externe leitung, externe
      moderation, supervisorin, unter leitung, unter der leitung, unter anleitung, ausbildung,
      fortbildung, schulung, mentoring gesprach
    `,
    care: `
      patienten, patientinnen, betroffene, betroffenen, angehorige, angehorigen, angehorigengruppe,
      diabetes, depression, depressionen, angst, angststorung, krebs, demenz, sucht, alkohol,
      trauer, trauerkreis, trauernde, selbsthilfe, selbsthilfegruppe, burnout, adhs, autismus,
      rheuma, parkinson, schlaganfall, epilepsie, essstorung, chronisch, schmerz, schmerzen,
      erkrankung, krankheit, diagnose, pflegende, verwaiste, alleinerziehende, stillgruppe,
      abnehmen, abnehmgruppe, long covid, genesungsbegleiter
    `,
    level: `
      auf augenhohe, unter gleichen, unter uns gleichen, ohne chefin, ohne chef, ohne leitung, keine
      leitung, ohne externe leitung, ohne externe, ohne vorgesetzte, keine vorgesetzten, niemand
      leitet, keiner leitet, keine hierarchie, ohne hierarchie, gleiche karrierestufe, gleicher
      karrierestufe, gleiche stufe, gleichen stufe, gleiche phase, gleichen phase, gleichrangig,
      gleichberechtigt, selbst organisiert, selbst geleitet, wechselnde leitung, rotierende leitung,
      leitung reihum, ohne trainerin, nur wir, nur peers, unter kolleginnen, unter kollegen, jede
      ist mentorin, alle mentorinnen, ohne chefs, ohne chefinnen, ohne prof, ohne professoren, ohne
      vorgesetzten, ohne trager, ohne hierarchien, ohne moderator, ohne moderatorin, ohne
      lehrtrainerin, ohne supervisorin, alle gleich, gleichrangige, selbst moderiert,
      selbstmoderiert, selbstgefuhrt, eigenregie, in eigenregie, selbst verwaltet, von uns fur uns,
      keine chefin dabei, keine chefin, keine chefs, kein chef, niemand vorgesetzt,
      alle auf einer stufe, gleiche ebene, gleicher ebene
    `,
    bring: `
      bringt eine frage mit, bringt frage, bringt fall, bringt ein anliegen, bringt anliegen, bringt
      thema, anliegen mitbringen, fall mitbringen, frage mitbringen, mitbringen anliegen, anliegen,
      fallgeberin, fallgeber, fallvorstellung, ratsuchende, ratsuchender, eigene falle, eigener
      fall, unterstutzen uns, unterstutzen einander, helfen uns, beraten uns, beraten einander,
      stecke ich fest, feststecken, wo hakt es, wo hangt es, hurde, wo klemmt, eigenen fall, eigene
      frage, frage mit, anliegen mit, thema mit, fall mit, bringt was mit, offene frage, offene
      fragen mitbringen, ratsuchend, stecken geblieben, komme nicht weiter, kommst nicht weiter, wo
      brennt s, wo brennt es, fur einander da, fureinander da, fureinander, ehrliches feedback,
      ehrliche ruckmeldung, ehrliche ruckmeldungen, offenes feedback, dazwischenkam, dazwischen kam,
      was dazwischen, im weg stand, auf gegenseitigkeit
    `,
  },
};
