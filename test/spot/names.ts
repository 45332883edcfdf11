import type { Labelled } from './to-series.ts';

type Names = Readonly<Record<Labelled['lang'], string>>;

function list(names: string): string[] {
  return names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** How groups of equals name themselves, one a line, written down from general knowledge and not from any labelled file. */
const GROUPS: Names = {
  en: `
    Peer mentoring circle
    Peer mentors' group
    Postdoc peer mentoring
    Peer-to-peer mentoring group
    Mentoring circle for early-career women
    Faculty peer mentoring cluster
    Mutual mentoring network
    Co-mentoring circle
    Peer coaching group
    Peer coaching circle (4)
    Coaching circle for new managers
    Co-coaching trio
    Peer consultation group
    Peer consultancy circle
    Peer consult
    Peer case consultation
    Leaderless supervision group
    Peer supervision (no leader)
    Peer supervision group
    Intervision group
    Working Out Loud circle
    WOL circle 3
    WOL group, week 7
    lernOS circle
    Job search council
    JSC weekly
    Job search accountability group
    Accountability pod
    Accountability partners x4
    Accountability circle
    Accountability crew
    Accountability group for academics
    PhD accountability squad
    Weekly accountability call
    Writing accountability group
    WAG
    Write & report group
    Writing group with goals
    Thesis support group
    Dissertation support group
    Grant writing accountability
    Goal-setting circle
    Goals group
    Success circle
    Success team
    Mastermind
    Mastermind group: solo consultants
    Peer mastermind
    Action learning set
    Action learning group 4
    ALS meeting 3
    Peer advisory group
    Peer advisory board
    Personal board of peers
    Critical friends group
    Critical friends circle
    Troika consulting
    Wise crowds
    Balcony time: peer circle
    Peer support circle
    Peer support group for new PIs
    New PI support group
    Women in STEM support circle
    Lean In circle
    Career circle
    Career support group
    Career development circle
    Leadership circle (peers only)
    Peer leadership circle
    Peer learning group
    Peer learning pod
    Peer circle
    Peer group for assistant professors
    Peer pod
    Peer huddle
    Peer exchange group
    Peer sparring
    Buddy group – postdocs
    Growth circle
    Learning circle for first-time managers
    Trust circle
    Support pod
    Sister circle – Black women faculty
    Sounding board group
    Hot seat group
    Mid-career women's circle
    Thursday mentoring group
    Near-peer mentoring circle
    Group mentoring among equals
    Reciprocal mentoring group
    Mentoring quad
    Mentor triad
    Faculty success group
    Tenure-track support group
    PMC
    GPS group
    Co-consulting group
    Peer review of careers: mentoring circle
    Reflecting circle among GPs
    Peer reflection group
    Reflective practice peers, leaderless
    Colleagues helping colleagues: case consultation
    Group of equals
    Peer think tank
    Brain trust
    Founders' peer group
    Peer mentor meetup (ECRs)
    Mentor/mentee swap: all of us both
    ADVANCE peer network
    Early career peer support
    Asst prof peer support network
    Peer to peer: lecturers
    Women's mentoring network (self-run)
    Mentoring round robin
    Accountability trio w/ Jo and Mel
    Accountability buddies: grants
    Accountability meeting, 4 of us
    weekly accountability
    Goal check-in group
    Quarterly goals & accountability
    Shut up & write + report back
    Writing accountability (Fri)
    Writing pact, 5 of us
    Book-writing accountability group
    Manuscript accountability group
    Job hunters' circle
    Job search buddies
    Job seekers accountability
    Career pivot circle
    Returners' peer circle
    Solo founders mastermind
    Freelancer mastermind #6
    Coaching swap circle
    Peer coaching round 3
    Peer coaching – triads
    Coaching practice triad, peers
    Facilitated-no-more: mentoring circle
    Cohort 4 mentoring circle
    Circle 12 – mentoring
    BRAINS circle
    WEBS circle
    Counterspace
    Women of color faculty circle
    Support circle for women in physics
    Faculty peer circle
    Department chairs' peer circle
    Principals' peer consultancy
    Teachers' critical friends group
    Nurses' peer supervision
    Psychologists' peer consultation group
    Therapist consult group (peer)
    GP peer group, first five
    Small group peer learning for consultants
    Vets' peer support circle
    Problem solving group (peers)
    Case consult among peers
    Clergy peer group
    Action learning – Set 3
    ALS 5 (public health)
    Troika Thursdays
    Wise crowds for Lena
    WOL Circle "Sunflower"
    LernOS learning circle sprint 2
    JSC – Never Search Alone
    Circle of trust: women leaders
    Leadership peer forum
    CEO peer group
    Small business owners peer advisory
    Sisterhood circle: mentoring each other
    Mutual mentoring (WIS)
    Collective mentoring
    Peer e-mentoring group
    Postdoc pals: goals & stuck points
    thesis buddies x5
    PhD support group
    Dissertation boot buddies: accountability
  `,
  de: `
    Peer-Mentoring-Kreis
    Peer Mentoring Gruppe
    Peer-Mentoring
    Mentoringkreis
    Mentoring-Zirkel
    Mentoring-Runde Postdocs
    Mentoring unter Kolleginnen
    Mentoring auf Augenhöhe
    Gegenseitiges Mentoring
    Wechselseitiges Mentoring
    Kollegiales Mentoring
    Kollegiale Beratung
    Kollegiale Beratung Gruppe 2
    Kollegiale Fallberatung
    Kollegiale Fallberatung (ohne Leitung)
    Kolleg. Fallberatung
    Koll. Beratung
    KFB-Runde
    Kollegialer Austausch Postdocs
    Kollegiale Beratungsrunde
    Kollegiales Coaching
    Kollegiales Teamcoaching
    Kollegiale Praxisberatung
    Kollegiale Supervision
    Kollegiale Intervision
    Intervision
    Intervisionsgruppe
    Intervisionsgruppe Ärztinnen
    Intervisionstreffen
    Intervisionsabend
    Peer-Intervision
    Peer-Beratung
    Peer-Supervision
    Peergruppe
    Peergroup
    Peer Group Habilitation
    Peer-Gruppe Juniorprofs
    Peer-Coaching
    Peer-Austausch
    Peer-Runde
    Peer Circle
    Erfolgsteam
    Erfolgsteams Treffen
    Erfolgsgruppe
    Erfolgskreis
    Mastermind
    Mastermind-Gruppe
    Mastermind Treffen
    WOL Circle
    WOL-Kreis
    Working Out Loud
    lernOS Circle
    lernOS-Runde
    Lernkreis Führung
    Lerntandem zu viert: Coaching
    Lernzirkel Führungskräfte unter sich
    Lerngruppe Action Learning
    Action-Learning-Set
    Schreibgruppe mit Wochenzielen
    Schreibgruppe Diss
    Schreibzirkel
    Schreib-Accountability
    Schreibkreis Doktorandinnen
    Doktorandinnenkreis
    Postdoc-Kreis
    Postdoc-Zirkel
    Frauenzirkel Wissenschaft
    Karrierezirkel
    Karrierekreis
    Karriere-Runde unter Gleichen
    Unterstützerkreis
    Unterstützungsgruppe Habil
    Accountability-Gruppe
    Accountability Buddys
    Verbindlichkeitsgruppe
    Zielegruppe
    Ziele-Runde
    Reflexionsgruppe unter Kolleginnen
    Reflexionszirkel
    Sparringsgruppe
    Sparringsrunde unter Gründerinnen
    Buddygruppe
    Vertrauenskreis
    Weggefährtinnen-Kreis
    Co-Coaching
    Co-Mentoring
    Gruppencoaching unter uns
    Troika
    Kleeblatt Mentoring
    Tandemgruppe Mentoring
    Coaching-Trio
    Triade Coaching
    Fallbesprechung unter Kollegen ohne Leitung
    Führungszirkel kollegial
    Mentorinnengruppe
    Mentoring-Stammtisch
    Netzwerktreffen Peer-Mentoring
    Lean In Kreis
    Jobsuche-Gruppe gegenseitig
    Bewerberinnen-Erfolgsteam
    Peer-Mentoring Kleingruppe 2
    Mentoring unter Peers
    Mentoringgruppe Nachwuchs
    Peer-Mentoring "Die Eulen"
    Kollegiale Beratung – Gruppe Nord
    Koll. Fallberatung online
    Koll. Beratung (Schulleitungen)
    Kollegiale Beratung Führung
    Kollegiale Beratung im Tandem plus
    Fallberatung kollegial
    Kollegialer Beratungskreis
    Intervision (Psychotherapeutinnen)
    Intervision Coaches
    Intervision Hausärztinnen
    Intervisionszirkel
    Online-Intervision
    Peer-Supervisionsgruppe
    Erfolgsteam "Neustart"
    Erfolgsteam nach Barbara Sher
    Ideenparty & Erfolgsteam
    Mastermind Gründerinnen
    WOL-Circle Woche 3
    Working-Out-Loud-Gruppe
    lernOS Lerncircle
    Lerncircle
    Learning Circle
    Lernpartnerschaft zu viert
    Lernpartnergruppe
    Schreibgruppe (Ziele + Bericht)
    Schreibtreff Postdocs
    Gemeinsam schreiben, Ziele ansagen
    Diss-Gruppe
    Promotionsgruppe unter uns
    Promovierendenkreis
    Accountability-Runde
    Accountability-Partnerinnen
    Verbindlichkeitsrunde
    Wochenziel-Runde
    Rechenschaftsgruppe
    Peer-Learning-Gruppe Führung
    Peer-Group Führungskräfte
    Führungskräfte-Peergroup
    Sparringskreis
    Sparring unter Freundinnen: Karriere
    Austauschkreis Professorinnen
    Professorinnen-Runde
    Netzwerkgruppe Mentees: Peer-Treffen
    Mentee-Peergroup
    Mentees unter sich
    Frauen-Mentoring-Zirkel
    Unternehmerinnen-Mastermind
    Karrieretandem zu dritt
    Jobsuche-Erfolgsteam
    Bewerbungs-Buddys
    Buddy-Gruppe Habil
    Coachingkreis
    Coaching-Peergroup
    Übungsgruppe Coaching unter Peers
    Reflexionsrunde unter Lehrkräften
    Lehrerinnen: kollegiale Fallberatung
  `,
  fr: `
    Cercle de mentorat
    Cercle de mentorat entre pairs
    Cercle de pairs
    Cercle de paires
    Cercle de pairs aidants pro
    Mentorat entre pairs
    Mentorat par les pairs
    Mentorat de pairs
    Mentorat mutuel
    Mentorat réciproque
    Mentorat croisé
    Mentorat collectif
    Mentorat entre collègues
    Mentorat entre consœurs
    Co-mentorat
    Comentorat
    Groupe de mentorat
    Groupe de mentorat entre pairs
    Groupe de pairs
    Groupe de paires
    Groupe de pairs doctorantes
    Groupe d'échange entre pairs
    Groupe d'entraide entre chercheuses
    Groupe d'entraide doctorantes
    Groupe de soutien entre pairs
    Groupe de soutien thèse
    Groupe de codéveloppement
    Groupe de codév
    Groupe de co-développement
    Codéveloppement
    Codéveloppement professionnel
    Codéveloppement – séance 4
    Co-dev entre maîtresses de conf
    Atelier codev
    Séance de codev
    Cercle de codéveloppement
    CoDev managers
    GCP (groupe de codéveloppement professionnel)
    Analyse de pratiques entre pairs
    Analyse de pratique entre collègues (sans animateur)
    Groupe d'analyse de pratiques entre pairs
    Intervision
    Groupe d'intervision
    Séance d'intervision
    Supervision entre pairs
    Supervision par les pairs
    Coaching entre pairs
    Coaching mutuel
    Coaching réciproque
    Co-coaching
    Cocoaching
    Cercle de coaching
    Consultation entre pairs
    Conseil entre pairs
    Partage entre pairs
    Échange entre pairs
    Rencontre de pairs
    Réseau de pairs
    Communauté de pairs
    Pairs jeunes chercheuses
    Apprentissage par l'action
    Groupe d'action learning
    Action learning set
    Mastermind
    Groupe mastermind
    Mastermind entrepreneuses
    Cercle WOL
    Working Out Loud
    Cercle lernOS
    Cercle d'entraide
    Cercle de soutien
    Cercle de confiance entre collègues
    Cercle de réussite
    Équipe de réussite
    Équipe de succès
    Cercle de femmes chercheuses
    Cercle de femmes en sciences
    Cercle de carrière
    Cercle de progrès
    Cercle de doctorantes
    Groupe de responsabilisation
    Groupe de responsabilité mutuelle
    Binômes de redevabilité
    Groupe redevabilité
    Groupe d'engagement mutuel
    Groupe d'objectifs
    Groupe d'écriture et objectifs
    Groupe d'écriture de thèse
    Groupe d'écriture avec engagements
    Groupe de rédaction entre pairs
    Cercle d'écriture scientifique
    Cercle Lean In
    Cercle de développement entre pairs
    Groupe de réflexion entre pairs
    Troïka entre collègues
    Trio de mentorat
    Triade de coaching
    Tutorat entre pairs, carrière
    Club de mentorat
    Conseil de recherche d'emploi entre pairs
    Groupe recherche d'emploi, entraide
    Mentorat par les pairs – promo 2
    Mentorat entre pairs – cercle 3
    Cercle mentorat Alto
    Pairs & mentorat
    Cercle de pairs managers
    Groupe de pairs – généralistes
    Groupe de pairs médecins
    Groupe d'échanges de pratiques entre pairs
    Échange de pratiques entre collègues
    Codev managers de proximité
    Codev (client: Lise)
    Co-développement : groupe 2
    Codéveloppement en ligne
    Groupe codev directrices
    Intervision psychologues
    Intervision libérale
    Supervision collective entre pairs
    Supervision entre collègues
    Analyse de pratiques autogérée
    GAPP entre collègues
    Cercle d'apprentissage
    Cercle de progression
    Cercle de codév des doctorantes
    Entraide thèse
    Groupe thèse entraide
    Groupe entraide carrière
    Soutien entre doctorantes
    Solidarité doctorantes : groupe de soutien
    Groupe de réussite
    Équipe succès
    Groupe de motivation thèse
    Objectifs de la semaine entre nous
    Point objectifs entre copines de thèse
    Binômes + : redevabilité à quatre
    Partenaires d'engagement
    Groupe d'accountability
    Accountability entre thésardes
    Écriture & objectifs
    Retraite d'écriture entre pairs
    Séance d'écriture collective, objectifs
    Club d'écriture scientifique
    Recherche d'emploi : groupe de pairs
    Cercle de recherche d'emploi
    Cercle Working Out Loud
    WOL cercle 2
    Mastermind freelances
    Mastermind #8
    Action learning entre dirigeantes
    Set d'action learning
    Troïka consulting
    Trio de pairs
    Coaching de pairs
    Pair coaching
    Coaching croisé
    Mentorat inversé mutuel
    Communauté de pratique entre pairs
    Cercle des maîtresses de conférences
    Réseau d'entraide entre chercheuses
    Marraines croisées
    Femmes & sciences – cercle
  `,
  es: `
    Círculo de mentoría
    Círculo de mentoría entre pares
    Círculo de mentoras
    Círculo de pares
    Círculo de iguales
    Círculo de apoyo entre colegas
    Círculo de apoyo mutuo
    Círculo de apoyo
    Círculo de confianza profesional
    Círculo de mujeres científicas
    Círculo de investigadoras
    Círculo de doctorandas
    Círculo de carrera
    Círculo de crecimiento profesional
    Círculo de aprendizaje
    Círculo de aprendizaje entre pares
    Círculo de acompañamiento
    Círculo de coaching
    Círculo de compromiso
    Círculo de escritura académica
    Círculo WOL
    Círculo lernOS
    Círculo Lean In
    Working Out Loud
    Rueda de mentoría
    Rueda de pares
    Rueda de mentoras
    Ronda de mentoría
    Mesa de pares
    Mesa de mentoría entre pares
    Grupo de pares
    Grupo de iguales
    Grupo de mentoría
    Grupo de mentoría entre pares
    Grupo de mentoría mutua
    Grupo de apoyo entre pares
    Grupo de apoyo mutuo
    Grupo de apoyo doctorandas
    Grupo de apoyo a la tesis
    Grupo de ayuda mutua investigadoras
    Grupo de intervisión
    Intervisión
    Grupo de codesarrollo
    Codesarrollo
    Co-desarrollo profesional
    Grupo de metas
    Grupo de objetivos
    Grupo de compromisos
    Grupo de responsabilidad mutua
    Grupo de rendición de cuentas
    Grupo de accountability
    Compañeras de accountability
    Grupo de escritura con metas
    Grupo de escritura de tesis
    Grupo de escritura académica
    Grupo de consulta entre pares
    Consulta entre pares
    Consultoría entre pares
    Asesoría entre pares
    Supervisión entre pares
    Supervisión entre colegas, sin jefatura
    Coaching entre pares
    Coaching entre iguales
    Coaching mutuo
    Co-coaching
    Cocoaching
    Comentoría
    Co-mentoría
    Mentoría entre pares
    Mentoría entre iguales
    Mentoría entre colegas
    Mentoría entre compañeras
    Mentoría mutua
    Mentoría recíproca
    Mentoría horizontal
    Mentoría grupal
    Mentoría en círculo
    Mentorías cruzadas
    Mentorización entre iguales
    Tutoría entre iguales, carrera
    Tutoría entre pares investigadoras
    Acompañamiento entre pares
    Acompañamiento entre colegas
    Equipo de éxito
    Equipo de logro
    Mastermind
    Grupo mastermind
    Aprendizaje en acción
    Grupo de aprendizaje-acción
    Set de action learning
    Red de pares
    Red de apoyo entre investigadoras
    Tribu de mentoras
    Encuentro de pares
    Espacio entre pares
    Trío de coaching
    Tríada de mentoría
    Comunidad de pares
    Intercambio entre pares
    Reflexión entre pares
    Consejo de búsqueda de empleo entre pares
    Mentoría entre pares – círculo 3
    Mentoría de pares
    Mentoría par a par
    Mentorías entre pares posdoc
    Pares mentoras
    Red de mentoría entre pares
    Rueda de apoyo entre colegas
    Rueda de mujeres en ciencia
    Ronda de pares
    Círculo de pares directivas
    Círculo de posdocs
    Círculo de tesistas
    Círculo de mujeres líderes
    Círculo de profesoras
    Círculo de escritura (metas)
    Círculo de trabajo entre pares
    Círculo de consulta entre colegas
    Tutoría entre iguales (profesoras nuevas)
    Tutorías entre pares – docentes noveles
    Grupo de tesis: apoyo
    Grupo de tesistas
    Apoyo entre tesistas
    Apoyo entre posdocs
    Apoyo entre colegas
    Grupo de apoyo para investigadoras
    Red de apoyo posdoc
    Acompañamiento mutuo
    Acompañamiento entre tesistas
    Coaching de pares
    Coaching recíproco
    Coaching en trío
    Intervisión entre terapeutas
    Intervisión docente
    Supervisión de pares
    Consulta entre colegas
    Consultoría de pares
    Codesarrollo profesional
    Grupo de codesarrollo directivas
    Aprendizaje entre pares
    Action learning grupo 2
    Equipo de éxito "Las Tenaces"
    Grupo de logros
    Metas y compromisos
    Reunión de metas (4)
    Compañeras de metas
    Amigas de accountability
    Accountability semanal
    Accountability tesis
    Escritura acompañada con metas
    Escritura en grupo, objetivos
    Grupo de búsqueda de empleo
    Búsqueda de empleo entre amigas
    Mastermind de autónomas
    Mente maestra
    Troika consulting
    Círculo Working Out Loud
    WOL círculo 1
    Grupo de confianza entre directivas
    Comunidad de práctica entre pares
  `,
  pt: `
    Círculo de mentoria
    Círculo de mentoria entre pares
    Círculo de mentoras
    Círculo de pares
    Círculo de iguais
    Círculo de apoio
    Círculo de apoio mútuo
    Círculo de apoio entre colegas
    Círculo de confiança profissional
    Círculo de mulheres cientistas
    Círculo de pesquisadoras
    Círculo de doutorandas
    Círculo de carreira
    Círculo de crescimento
    Círculo de aprendizagem
    Círculo de aprendizagem entre pares
    Círculo de coaching
    Círculo de escrita acadêmica
    Círculo WOL
    Círculo lernOS
    Círculo Lean In
    Working Out Loud
    Roda de mentoria
    Roda de pares
    Roda de mentoras
    Roda de apoio entre pesquisadoras
    Roda de colegas
    Ciranda de mentoria
    Grupo de pares
    Grupo de iguais
    Grupo de mentoria
    Grupo de mentoria entre pares
    Grupo de mentoria mútua
    Grupo de apoio entre pares
    Grupo de apoio mútuo
    Grupo de apoio doutorandas
    Grupo de apoio à tese
    Grupo de ajuda mútua pesquisadoras
    Grupo de intervisão
    Intervisão
    Grupo de codesenvolvimento
    Codesenvolvimento
    Co-desenvolvimento profissional
    Grupo de metas
    Grupo de objetivos
    Grupo de compromissos
    Grupo de responsabilização mútua
    Grupo de prestação de contas
    Grupo de accountability
    Parceiras de accountability
    Grupo de escrita com metas
    Grupo de escrita da tese
    Grupo de escrita acadêmica
    Grupo de consulta entre pares
    Consultoria entre pares
    Aconselhamento entre pares
    Supervisão entre pares
    Supervisão entre colegas, sem chefia
    Coaching entre pares
    Coaching entre iguais
    Coaching mútuo
    Co-coaching
    Cocoaching
    Comentoria
    Co-mentoria
    Mentoria entre pares
    Mentoria entre iguais
    Mentoria entre colegas
    Mentoria entre companheiras
    Mentoria mútua
    Mentoria recíproca
    Mentoria horizontal
    Mentoria coletiva
    Mentoria em grupo
    Mentoria em roda
    Mentoria cruzada
    Mentoria de pares
    Tutoria entre pares, carreira
    Tutoria entre iguais: investigadoras
    Acompanhamento entre pares
    Equipe de sucesso
    Time de sucesso
    Mastermind
    Grupo mastermind
    Aprendizagem em ação
    Aprendizagem-ação
    Set de action learning
    Rede de pares
    Rede de apoio entre pesquisadoras
    Encontro de pares
    Espaço entre pares
    Trio de coaching
    Tríade de mentoria
    Comunidade de pares
    Troca entre pares
    Partilha entre pares
    Reflexão entre pares
    Núcleo de mentoria entre pares
    Conselho de pares, procura de emprego
    Mentoria entre pares – roda 3
    Mentoria par a par
    Mentorias entre pares pós-doc
    Pares mentoras
    Rede de mentoria entre pares
    Roda de apoio entre colegas
    Roda de mulheres na ciência
    Roda de pós-docs
    Roda de doutorandas
    Roda de pesquisadoras
    Círculo de pares gestoras
    Círculo de pós-docs
    Círculo de mulheres líderes
    Círculo de professoras
    Círculo de escrita (metas)
    Círculo de consulta entre colegas
    Tutoria entre iguais (professoras novas)
    Tutoria entre pares – docentes
    Grupo de tese: apoio
    Grupo de doutorandas
    Apoio entre doutorandas
    Apoio entre colegas
    Grupo de apoio para pesquisadoras
    Rede de apoio pós-doc
    Acompanhamento mútuo
    Coaching de pares
    Coaching recíproco
    Coaching em trio
    Intervisão entre terapeutas
    Intervisão docente
    Supervisão de pares
    Consultoria de pares
    Aprendizagem entre pares
    Action learning grupo 2
    Equipe de sucesso "As Teimosas"
    Grupo de conquistas
    Metas e compromissos
    Reunião de metas (4)
    Companheiras de metas
    Parceiras de responsabilidade
    Accountability semanal
    Accountability da tese
    Escrita acompanhada com metas
    Escrita em grupo, objetivos
    Grupo de procura de emprego
    Busca de emprego entre amigas
    Mastermind de autônomas
    Mente mestra
    Troika consulting
    Círculo Working Out Loud
    WOL círculo 1
    Comunidade de prática entre pares
    Partilha entre colegas
    Troca de saberes entre pares docentes
    Clube de mentoria
    Ciranda de pares
    Mentoras umas das outras
  `,
};

/** What sounds like one of them and is none: somebody senior or from outside leads, or it is work, teaching, care, a product or a hobby. */
const OTHERS: Names = {
  en: `
    Mentoring circle with Prof. Adams
    Mentoring circle hosted by the CEO
    Peer mentoring training
    Peer mentor training day 2
    Peer mentoring program committee
    Peer mentoring webinar
    Peer mentors: shift planning
    Peer tutoring – Chemistry 101
    Peer-assisted learning: statistics
    Peer review circle
    Peer support training
    Peer support group: bipolar
    Cancer support group
    Diabetes peer support circle
    Anxiety support group
    Carers' support circle
    Caregivers support group
    AA meeting
    Al-Anon group
    Grief circle
    Group therapy
    Therapy group (Dr. Lin)
    Balint group with Dr. Hahn
    Clinical supervision group
    Group supervision with Ruth
    Group coaching with Amanda
    Coaching session with Dana
    Executive coaching
    Mentor office hours
    Mentoring software demo
    Accountability software demo
    Mastermind – Taylor Swift listening party
    Mastermind: sales webinar
    Action learning facilitator certification
    Working Out Loud webinar
    WOL introduction session
    Lean manufacturing circle
    Quality circle
    Circle time (nursery)
    Literature circle
    Reading circle
    Healing circle
    Sentencing circle
    Sharing circle at church
    Support engineers sync
    Support team weekly
    Peer discussion: Q3 numbers
    Peer benchmarking call
    Peer group comparison, compensation data
    Peer programming session
    Peer city exchange, transport dept
    BGP peering group
    Pod standup
    Pod retro
    Pod planning – Growth
    Kubernetes pods deep dive
    Cohort onboarding
    Cohort kickoff – MBA 2026
    Advisory board
    Customer advisory circle
    Mentor matching deadline
    Interview mentor candidates
    Writing workshop with Jill
    Creative writing group
    Screenwriters' circle
    Leadership training cohort
    Leadership team
    Success team QBR
    Customer success team
    Career fair
    Career services workshop
    Goal setting – performance cycle
    Investors circle
    Giving circle
    Donor circle lunch
    Prayer group
    Study group: organic chemistry
    Job club at the library
    Speed networking
    Circle of Willis lecture
    Support group for parents of teens
    Weight loss accountability group
    Gym accountability buddies
    Run club accountability
    Mentor circle – ask our alumni
    Mentoring circle w/ Chief Scientist
    Mentoring circles: facilitator briefing
    Mentoring circle facilitators' check-in
    Peer mentoring scheme evaluation
    Peer mentoring pilot: steering
    Peer mentor recruitment
    Peer mentor supervision (student services)
    Peer leaders training
    Peer educators shift
    Peer recovery coach meeting
    Peer navigator case review
    Peer support app demo
    Peer-to-peer lending update
    Peer review: grant panel
    Peer review WG
    Support group – new dads
    Support group for caregivers
    Stroke survivors' circle
    Women's circle: full moon
    Sacred circle
    Talking circle, school
    Restorative circle
    Circle of Security parenting
    Family circle
    Inner circle call (VIP customers)
    Circle product sync
    Circle pilot – USDC integration
    Circle app onboarding
    Accountability in AI reading group
    Accountability framework review
    Accountability chart EOS
    Action learning programme launch
    Action research group
    Learning circle: Python
    Learning pod – 3rd grade
    Learning set: maths homework
    Coaching supervision with Jane
    Coaching certification triads
    Coaching skills course
    Team coaching
    Group coaching program call
    Leadership circle profile debrief
    Executive circle dinner
    Cohort 3 alumni reunion
    Cohort demo day
    Growth pod planning
    Product trio
    Design trio sync
    Three amigos
    Mob programming
    Writing group: fiction
    Poetry circle
    Writers' room
    Technical writing sync
    Grant writing workshop
    Goal setting workshop
    OKR goals review
    Sales goals check-in
    Success plan review – ACME
    Success metrics
    Help desk rota
    Helpdesk huddle
    Exchange migration
    Advisory circle – customers
    Advisory group: patients
    Consulting team weekly
    Consultation: planning application
    Public consultation
    Case management meeting
    Supervision: MSc students
    Thesis supervision group
    Thesis committee
    PhD student group meeting
    Postdoc association board
    Postdoc social
    Women in STEM networking event
    Women in Tech panel
    Faculty senate
    Faculty development workshop
    Promotion committee
    Career day
    Careers service drop-in
    Networking breakfast
    Founders' dinner
    Startup mentor hours
    Mastermind board game
    Troika trio concert
    PMC meeting: Apache Kafka
    PMC (project management committee)
    WAG walk
    GPS calibration group
    Lean in: lean coffee
    Forum theatre
    Investment club
    Investment forum
    Alumni circle
    Men's circle
    Study buddies: anatomy
    Buddy program kickoff
    Buddy system training
    Running buddies
    Retro: pod 7
    Working out w/ Lou
    Work out loud music
    Council meeting
    Student council
    Youth council
    Jobs board sync
  `,
  de: `
    Mentoring mit Prof. Weber
    Mentoring-Kreis mit der Dekanin
    Mentoring-Programm Lenkungskreis
    Mentoring-Schulung
    Peer-Mentoring Schulung
    Ausbildung kollegiale Beratung
    Workshop: Kollegiale Beratung lernen
    Fortbildung Intervision
    Einführung kollegiale Fallberatung
    Supervision mit Frau Kern
    Teamsupervision
    Gruppensupervision bei Dr. Wolf
    Fallbesprechung Station 3
    Fallkonferenz
    Balintgruppe Dr. Maier
    Balintgruppe
    Selbsthilfegruppe Diabetes
    Selbsthilfegruppe Angehörige
    Gesprächskreis Demenz
    Angehörigengruppe
    Trauerkreis
    Therapiegruppe
    Gruppentherapie
    Elternkreis
    Gesprächskreis Kirche
    Arbeitskreis Mobilität
    Führungskreis
    Qualitätszirkel Praxis
    Gesundheitszirkel
    Literaturkreis
    Lesekreis
    Chorkreis
    Freundeskreis Zoo
    Förderkreis Museum
    Unternehmerkreis Frühstück
    Projektgruppe Mentoring
    AG Mentoring
    Steuerungsgruppe Peer-Mentoring
    Webinar Peer-Mentoring
    Infoabend Erfolgsteams
    Beratung Sparkasse
    Beratungstermin
    Steuerberatung
    Studienberatung
    Berufsberatung
    Team-Coaching mit Frau Lang
    Führungskräfte-Coaching
    Peer-Review Runde
    Nachhilfegruppe Mathe
    Lerngruppe Statistik
    Lerngruppe Anatomie
    Schreibwerkstatt mit Autorin
    Kreativ schreiben Gruppe
    Schreibworkshop
    Betriebsgruppe
    Retrospektive
    Team-Runde
    Montagsrunde Vertrieb
    Rückengruppe
    Laufgruppe
    Krabbelgruppe
    Wandergruppe
    Kundenerfolgsteam Weekly
    Abnehmgruppe
    Mentoring Abschlussveranstaltung
    Mentoring-Auftakt
    Mentoring-Team Jour fixe
    Mentorentreffen Programm
    Mentoring-Gespräch Prof. Lang
    Zertifikatskurs Mentoring
    Peer-Education Planung
    Peer-Beraterausbildung
    Peer-Berater Dienstplan
    EX-IN Genesungsbegleiter
    Kollegiale Leitung Sitzung
    Kollegium Konferenz
    Kollegenessen
    Kollegiales Mittagessen
    Kollegiale Beratung: Methodenworkshop
    Intervision Einführungskurs
    Beratungsgespräch
    Beratungsteam
    Beratungsstelle Teamsitzung
    Supervision
    Fallsupervision extern
    Fallbesprechung
    Fallbesprechung Jugendamt
    Fallkonferenz Onkologie
    Tumorkonferenz
    Austausch mit Vertrieb
    Austausch IT
    Erfahrungsaustausch Energieversorger
    Erfolgskontrolle
    Erfolgsrechnung
    Ziele Q3
    Zielgruppenanalyse
    Zielvereinbarung
    Arbeitskreis Frauen
    Freundeskreis
    Bürgerkreis
    Wirtschaftskreis
    Gesprächskreis Philosophie
    Frauenkreis Kirche
    Seniorenkreis
    Mütterkreis
    Spielkreis
    Singkreis
    Diskussionskreis Politik
    Unterstützerkreis Geflüchtete
    Netzwerktreffen IT
    Stammtisch
    Frauenstammtisch
    Gründerstammtisch
    Schreibtisch bestellen
    Schreibkurs
    Schreibworkshop Promovierende
    Doktorandenseminar
    Doktorandenkolloquium
    Promotionsausschuss
    Postdoc-Vertretung
    Lernkreis Datenbanken
    Lernzirkel Deutsch
    Lerngruppe Jura
    Tandem Sprachaustausch
    Coaching
    Coaching-Ausbildung Modul 4
    Teamcoaching
    Trio Probe
    Quartett Probe
    Troika Abend
    Forum Mobilität
    Kreisvorstandssitzung
    Stadtkreis
    Circle Time Kita
    Mastermind Seminar
    WOL Infoveranstaltung
    Kompetenzteam
    Unterstützungskasse
    Gegenseitigkeitsverein
  `,
  fr: `
    Mentorat avec le professeur Morel
    Cercle de mentorat animé par la directrice
    Formation codéveloppement
    Formation au codéveloppement, jour 2
    Formation mentorat entre pairs
    Webinaire codéveloppement
    Comité mentorat
    Découverte du codéveloppement (réunion d'info)
    Analyse de pratiques avec superviseur
    Supervision d'équipe avec la psychologue
    Groupe Balint
    Groupe de parole
    Groupe de parole deuil
    Groupe de soutien cancer
    Groupe d'entraide alcool
    Groupe d'entraide patients
    Pairs aidants – réunion d'équipe
    Pair-aidance en psychiatrie
    Groupe d'entraide mutuelle (GEM)
    Soutien aux aidants
    Cercle de lecture
    Cercle de qualité
    Cercle restauratif
    Cercle d'escrime
    Cercle des entrepreneurs
    Cercle de parole chamanique
    Cercle de tambours
    Cercle de jeux
    Tutorat de maths
    Tutorat étudiant L1
    Coaching avec Sandrine
    Coaching d'équipe
    Accompagnement scolaire
    Revue par les pairs
    Évaluation par les pairs
    Atelier d'écriture
    Atelier d'écriture avec une autrice
    Groupe de travail mentorat
    Groupe de lecture
    Groupe de prière
    Groupe de marche
    Groupe classe
    Réseau de distribution
    Équipe support
    Rétro d'équipe
    Club de sport
    Promotion 2025, rentrée
    Forum emploi
    Réunion pairs et tuteurs, lycée
    Thérapie de groupe
    Mentorat : lancement
    Mentorat – comité de sélection
    Réunion des mentors
    Mentorat étudiant lycée
    Tutorat L2
    Tuteurs: réunion
    Accompagnement individuel
    Accompagnement VAE
    Cercle d'affaires
    Cercle des anciens
    Cercle nautique
    Cercle de silence
    Cercle familial
    Cercle de femmes pleine lune
    Groupe de travail pairs aidants
    Groupe de paroles
    Groupe de soutien parental
    Groupe projet
    Groupe WhatsApp
    Groupe chorale
    Groupe de niveau
    Groupe d'experts
    Groupe d'intervention
    Réseau d'eau
    Réseau des bibliothèques
    Échange de services
    Échange linguistique
    Échange avec le fournisseur
    Entraide scolaire
    Objectifs T3
    Revue des objectifs
    Objectif forme
    Réussite éducative
    Succès client
    Conseil de classe
    Conseil d'UFR
    Conseil de labo
    Consultation médicale
    Consultation publique
    Supervision thèse
    Supervision clinique
    Analyse de pratiques
    Analyse des ventes
    Formation coaching
    Coaching sportif
    Écriture du rapport
    Écriture du projet ANR
    Atelier de rédaction
    Équipe de recherche
    Équipe pédagogique
    Promotion interne
    Promotion été
    Forum étudiant
    Comptes annuels
    Bilan des comptes
    Binôme d'astreinte
    Parrainage entreprise
    Club d'échecs
    Club lecture
    Collectif de quartier
    Rencontre parents
    Soutenance
  `,
  es: `
    Mentoría con la directora
    Círculo de mentoría con la decana
    Capacitación de mentores
    Curso de mentoría entre pares
    Formación en mentoría entre iguales
    Webinar mentoría entre pares
    Comité de mentoría
    Taller de mentoría
    Tutoría entre pares: física
    Tutoría entre iguales: matemáticas
    Tutoría de tesis
    Grupo de apoyo cáncer
    Grupo de apoyo a pacientes
    Grupo de apoyo ansiedad
    Grupo de ayuda mutua alcohol
    Grupo de duelo
    Terapia de grupo
    Grupo terapéutico
    Supervisión clínica
    Supervisión con la psicóloga
    Grupo Balint
    Coaching con Marta
    Coaching ejecutivo
    Círculo de lectura
    Círculo de calidad
    Círculo de mujeres luna llena
    Círculo de mujeres sanación
    Círculo de empresarios
    Círculo de estudio bíblico
    Rueda de prensa
    Rueda de negocios
    Rueda de reconocimiento
    Ronda de inversión
    Mesa de trabajo
    Mesa de negociación
    Revisión por pares
    Evaluación por pares
    Grupo de investigación
    Grupo de trabajo
    Grupo de teatro
    Grupo de oración
    Taller de escritura
    Taller de escritura creativa
    Red de ventas
    Equipo de soporte
    Retrospectiva del equipo
    Asesoría fiscal
    Asesoría académica
    Consultoría externa
    Red de hospitales
    Encuentro de padres
    Mentoría: lanzamiento
    Mentoría startup con inversores
    Mentoría estudiantil
    Reunión de mentores
    Tutoría grupo 3B
    Tutorías
    Tutoría académica
    Tutoría entre iguales: lengua
    Acompañamiento terapéutico
    Acompañamiento escolar
    Apoyo escolar
    Apoyo técnico
    Apoyo a ventas
    Equipo de apoyo
    Equipo de trabajo
    Equipo de investigación
    Red eléctrica
    Red de bibliotecas
    Círculo de fútbol
    Círculo de padres
    Círculo de mujeres ancestral
    Círculo de paz
    Círculo empresarial
    Círculo de oración
    Ronda de consultas
    Ronda eliminatoria
    Mesa directiva
    Mesa electoral
    Metas Q3
    Metas de ventas
    Objetivos trimestrales
    Compromisos con proveedores
    Rendición de cuentas anual
    Rendición de cuentas públicas
    Cuentas por pagar
    Éxito del cliente
    Grupo de WhatsApp
    Grupo de estudio
    Grupo de lectura
    Grupo de baile
    Grupo de riesgo
    Grupo de padres
    Grupo electrógeno
    Grupo de expertos
    Consulta médica
    Consulta pública
    Consejo de departamento
    Consejo de empresa
    Comité de tesis
    Defensa de tesis
    Supervisión de obra
    Intercambio de idiomas
    Intercambio comercial
    Coaching
    Coaching deportivo
    Escritura pública notario
    Carrera popular
    Carrera 10k
    Foro de inversores
    Mastermind juego
    Trío de jazz
  `,
  pt: `
    Mentoria com a diretora
    Círculo de mentoria com a reitora
    Capacitação de mentores
    Curso de mentoria entre pares
    Formação em mentoria
    Webinar mentoria entre pares
    Comissão de mentoria
    Oficina de mentoria
    Tutoria entre pares: física
    Monitoria de cálculo
    Tutoria de química
    Grupo de apoio câncer
    Grupo de apoio a pacientes
    Grupo de apoio ansiedade
    Grupo de ajuda mútua álcool
    Grupo de luto
    Terapia de grupo
    Grupo terapêutico
    Supervisão clínica
    Supervisão com a psicóloga
    Grupo Balint
    Coaching com Marta
    Círculo de leitura
    Círculo de qualidade
    Círculo de mulheres lua cheia
    Círculo restaurativo
    Roda de conversa: saúde mental
    Roda de leitura
    Roda de capoeira
    Roda de choro
    Rodada de negócios
    Rodada de investimento
    Mesa de negociação
    Revisão por pares
    Avaliação por pares
    Grupo de pesquisa
    Grupo de trabalho
    Grupo de teatro
    Grupo de oração
    Oficina de escrita
    Oficina de escrita criativa
    Rede de vendas
    Equipe de suporte
    Retrospectiva do time
    Assessoria fiscal
    Time de sucesso do cliente
    Rede de hospitais
    Encontro de pais
    Mentoria: lançamento
    Mentoria startup com investidores
    Mentoria estudantil
    Reunião de mentores
    Tutoria turma B
    Tutoria acadêmica
    Acompanhamento escolar
    Acompanhamento terapêutico
    Apoio escolar
    Apoio técnico
    Apoio às vendas
    Equipe de apoio
    Equipe de trabalho
    Equipe de pesquisa
    Rede elétrica
    Rede de bibliotecas
    Círculo de pais
    Círculo de mulheres ancestral
    Círculo de paz
    Círculo militar
    Roda de conversa
    Roda de terapia comunitária
    Roda de bebês
    Rodada de perguntas
    Mesa diretora
    Metas T3
    Metas de vendas
    Objetivos trimestrais
    Compromissos com fornecedores
    Prestação de contas anual
    Prestação de contas à Fapesp
    Contas a pagar
    Sucesso do cliente
    Grupo de WhatsApp
    Grupo de estudos
    Grupo de leitura
    Grupo de dança
    Grupo de risco
    Grupo de pais
    Grupo de especialistas
    Consulta médica
    Consulta pública
    Conselho de departamento
    Conselho tutelar
    Comitê de tese
    Defesa de tese
    Supervisão de obra
    Intercâmbio estudantil
    Coaching
    Coaching esportivo
    Escrita do projeto
    Carreira docente: progressão
    Fórum de investidores
    Troca de turno
    Troca de livros
    Núcleo de pesquisa
    Turma de inglês
  `,
};

/** Every name once, held every two weeks with five others and a link. */
function entries(names: Names, label: Labelled['label']): Labelled[] {
  return (['en', 'de', 'fr', 'es', 'pt'] as const).flatMap((lang) =>
    list(names[lang]).map(
      (title): Labelled => ({
        title,
        everyDays: 14,
        lengthMin: 75,
        guests: 5,
        call: 'meet',
        lang,
        label,
        why: `${lang}, by name alone`,
      }),
    ),
  );
}

export const groups: readonly Labelled[] = entries(GROUPS, 'circle');
export const others: readonly Labelled[] = entries(OTHERS, 'not');
