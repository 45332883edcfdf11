import type { Labelled } from './to-series.ts';

/** `title | description`, one a line, by language. Written from general knowledge and not from any labelled file. */
type Notes = Readonly<Record<Labelled['lang'], string>>;

/** Names that say little or nothing, and notes that tell what the group does. */
const GROUPS: Notes = {
  en: `
    The Owls | Peer mentoring among four assistant professors. Each of us gets 15 minutes.
    Wednesday tea | We mentor one another. No seniors. What is said here stays here.
    Second Friday | Everybody brings one question. Equal time, timer on. Confidential.
    Lunch crew | Leaderless. We take turns facilitating, each person brings a case and we ask open questions.
    Sanity check | Six postdocs holding each other accountable. Say what you did, say what you'll do next.
    The Porch | Round 1: how did your commitment go? Round 2: hot seat. Round 3: new commitment, read aloud.
    Writers' block | Weekly goals at the top, 40 min quiet writing, report back at the end.
    Moving forward together | job seekers helping each other; goals for the week, report next Tuesday, everyone gets 10 min
    Fab Five | monthly. no bosses, no HR. strictly confidential. rotating chair.
    Pomodoro pals | state your goal, 3 x 25 writing, report on progress, set goals for next week
    Stuck? | Bring something you are stuck on. 12 minutes each. Questions only, no advice. Stays in this room.
    Kitchen table | Our peer consultation: one presents, the rest listen and ask. Rotating facilitation.
    Thursday 4pm | contracts from last time, work turns, new contracts, strokes
    Coffee & courage | Mid-career women, self-organised. We share wins, ask for time, and each leave with a promise.
    Sounding board | Five founders, no investors. Check-in, two issues, commitments. Vegas rule.
    Book of us | Nobody leads. Same career stage, different departments. Each gets an equal share of the hour and what we hear we keep to ourselves.
  `,
  de: `
    Mittwochsfrauen | Wir beraten uns gegenseitig. Jede hat 15 Minuten. Vertraulich.
    Die Fünf | Kollegiale Beratung nach dem üblichen Ablauf, ohne Leitung, Moderation wechselt.
    Rotes Sofa | Jede bringt ein Anliegen mit. Gleiche Redezeit. Was gesagt wird, bleibt im Raum.
    Montagskaffee | Erfolgsteam: Was habe ich geschafft, was nehme ich mir bis zum nächsten Mal vor?
    Halbzeit | Peer-Mentoring für Habilitandinnen, alle auf gleicher Stufe.
    Zugpferde | Wochenziele nennen, schreiben, am Ende berichten.
    Küchentisch | Reihum 12 Minuten, eine erzählt, die anderen fragen nur. Niemand leitet. Bleibt unter uns.
    Die Unverzagten | Zusagen vom letzten Mal, heißer Stuhl, neue Zusagen laut vorlesen
    Dienstags um fünf | Wir coachen uns gegenseitig, Rollen rotieren, Vertrauliches bleibt hier.
    Kompass | Selbst organisiert, ohne Vorgesetzte. Jede bekommt gleich viel Zeit und nimmt sich etwas vor.
    Fallzeit | Intervision: Fallgeberin, Beraterinnen, Moderation reihum
    Ankerplatz | Gegenseitige Unterstützung auf dem Weg zur Professur; Kontrakte bis zum nächsten Treffen
  `,
  fr: `
    Les mardis | Mentorat entre pairs. Chacune a 15 minutes. Confidentiel.
    La Ruche | Codéveloppement sans animateur externe, animation tournante
    Le salon | Chacune apporte une question. Temps égal pour toutes. Rien ne sort d'ici.
    Les vaillantes | On se mentore les unes les autres, pas de cheffe.
    À cinq | Engagements de la dernière fois, tour de parole, nouveaux engagements
    Café du vendredi | Groupe de pairs : une situation par séance, questions ouvertes, la cliente repart avec un plan d'action
    Plumes | Chacune annonce son objectif, on écrit 2 x 45 min, on rend compte à la fin.
    Cap | Cinq postdocs au même stade, sans hiérarchie, on s'entraide pour la carrière. Ce qui se dit ici reste ici.
    Tribu du jeudi | Entraide entre chercheuses, chacune son tour, contrats avec soi-même lus à voix haute
    Le détour | Intervision entre collègues, rôles tournants
    Point d'appui | recherche d'emploi : objectifs de la semaine, bilan, entraide entre pairs
    Les sept | Temps divisé par le nombre de présentes, règles : confidentialité, assiduité
  `,
  es: `
    Las jueves | Mentoría entre pares. Cada una tiene 15 minutos. Confidencial.
    Café con Ada | Nos mentorizamos unas a otras, sin jefas. Lo que se dice aquí se queda aquí.
    La mesa azul | Cada una trae un caso. Tiempo igual. Facilita cada vez una.
    Brújula | Compromisos de la última vez, silla caliente, nuevos compromisos en voz alta
    Las seis | Grupo de pares, posdocs en la misma etapa, autogestionado
    Pomodoro de tesis | Metas de la semana, escribimos, contamos cómo nos fue
    Viernes sin jefes | Traemos una duda de carrera, solo preguntas, nadie da consejos. Queda entre nosotras.
    El faro | Intervisión sin facilitador externo, roles rotativos
    Piña | Apoyo mutuo entre investigadoras, turnos de 12 min, cada una se compromete a algo
    Hilo rojo | Dividimos el tiempo entre las presentes; confidencialidad; contratos hasta la próxima
    Rumbo | búsqueda de empleo entre colegas, rendimos cuentas cada semana
    Doce menos cuarto | Acompañamiento entre iguales: una presenta, las demás escuchan y preguntan
  `,
  pt: `
    As terças | Mentoria entre pares. Cada uma tem 15 minutos. Confidencial.
    Café das cinco | Mentoramo-nos umas às outras, sem chefias. O que se diz aqui fica aqui.
    Mesa redonda das seis | Cada uma traz um caso. Tempo igual. Facilitação rotativa. Somos pares, ninguém manda.
    Bússola | Compromissos da última vez, cadeira quente, novos compromissos em voz alta
    As sete | Grupo de pares, pós-docs na mesma fase, autogerido
    Pomodoro da tese | Metas da semana, escrevemos, contamos como foi
    Sexta sem chefe | Trazemos uma dúvida de carreira, só perguntas, sem conselhos. Fica entre nós.
    Farol | Intervisão sem facilitador externo, papéis rotativos
    Ninho | Apoio mútuo entre pesquisadoras, 12 min para cada, cada uma se compromete com algo
    Fio vermelho | Dividimos o tempo pelas presentes; sigilo; contratos até à próxima
    Rumo | procura de emprego entre colegas, prestamos contas toda semana
    Quase meio-dia | Acompanhamento entre iguais: uma apresenta, as outras escutam e perguntam
  `,
};

/** What does some of the same things and is led, taught, treated or work. */
const OTHERS: Notes = {
  en: `
    Leadership circle | Facilitated by executive coach Dana Wells. Programme fee covers six sessions.
    Peer group | Led by the clinical psychologist. For people living with chronic pain.
    Mentoring circle – cohort B | Your mentor Dr. Alvarez, VP Research, shares her career path and answers questions.
    Writing circle | Poems and short stories, bring two pages to read aloud.
    Support circle | For parents of teens with anxiety. Confidential. Counsellor present.
    Tuesday check-in | Each person: yesterday, today, blockers. Rotating facilitator.
    Peer learning group | Exam prep for organic chemistry, bring past papers.
    Peer coaching workshop | Trainer: Kim Sato. Certificate on completion.
    Mastermind | Listening party and bracelets!
    Retreat retro | What went well, what didn't, commitments for next sprint. Timer 5 min each.
    Circle of friends | Board games and snacks, everyone brings a dish.
    Accountability group | Steps, meals, weigh-in on Mondays.
    Supervision group | With Dr. Hale, counts towards licensure hours. Confidential.
    Recovery circle | What we share stays here. Newcomers welcome, sponsor list at the door.
    Product circle | Backlog, roadmap, commitments for the quarter. Rotating chair.
    Sales huddle | Each rep reports on their commitments, 2 min each
    Improv jam | Everyone gets a turn, no note-taking, what happens here stays here
    D&D | Session 14. Everyone gets equal time in the spotlight. Bring snacks.
    Neighbours' table | rotating host, everyone brings a dish
    Peer mentors | Rota for the welcome desk; training recap with the student office.
    Improvement circle | Root cause of returns, actions per person, next review.
    Case conference | Two cases per session, attending presides.
  `,
  de: `
    Intervision | Leitung: Dr. Kern, Supervisorin DGSv. Teilnahmebescheinigung auf Wunsch.
    Kollegiale Beratung | Schulung durch die Personalentwicklung, Teilnahmegebühr 120 Euro
    Gesprächsgruppe | Für Angehörige von Menschen mit Demenz. Vertraulich.
    Montagsrunde | Jede Abteilung berichtet, 5 Minuten je Bereich, Aufgaben bis nächste Woche
    Mentoringkreis | Mit der Dekanin und zwei Professorinnen, Fragen bitte vorab einreichen.
    Lerngruppe | Übungsblatt 6, Klausurvorbereitung
    Retro | Was nehmen wir uns vor bis zum nächsten Sprint? Jede sagt etwas.
    Frauenkreis | Tanz, Stille, Vollmond. Was gesagt wird, bleibt im Raum.
    Peergruppe Ausbildung | Übungsstunden für die Coachingausbildung, mit Lehrtrainerin
    Spieleabend | Jede bringt ein Spiel mit
  `,
  fr: `
    Codéveloppement | Animé par une consultante externe, attestation de formation remise.
    Groupe de parole | Pour les proches de malades. Ce qui se dit ici reste ici.
    Cercle des mentors | Avec la directrice de l'école doctorale. Inscription obligatoire.
    Point du lundi | Chacun présente son avancement, 5 min par personne, prochaines actions
    Tutorat | Révisions pour l'examen, TD 4
    Rétro | Tour de table, engagements pour le prochain sprint
    Cercle de femmes | Pleine lune, chants, ce qui se dit reste entre nous.
    Analyse de pratiques | Avec la psychologue, présence obligatoire
    Auberge espagnole | Chacune apporte un plat
  `,
  es: `
    Círculo de mentoría | Con la vicerrectora, que contará su trayectoria. Preguntas al final.
    Intervisión | Dirigida por la supervisora externa. Certificado de asistencia.
    Grupo de apoyo | Para familiares de personas con Alzheimer. Confidencial.
    Lunes de equipo | Cada una informa, 5 min por persona, compromisos de la semana, sprint 14
    Tutoría entre pares | Ejercicios para el examen de física
    Retro | Ronda, compromisos para el próximo sprint
    Círculo de mujeres | Luna llena, cantos y sanación. Queda entre nosotras.
    Cena de vecinas | Cada una trae un plato
    Mentoría entre pares | Taller de formación, inscripción abierta
  `,
  pt: `
    Círculo de mentoria | Com a vice-reitora, que vai contar o seu percurso. Perguntas no final.
    Intervisão | Conduzida pela supervisora externa. Certificado de presença.
    Grupo de apoio | Para familiares de pessoas com Alzheimer. Confidencial.
    Segunda da equipe | Cada um informa, 5 min por pessoa, compromissos da semana, sprint 14
    Tutoria entre pares | Exercícios para a prova de física
    Retro | Rodada, compromissos para o próximo sprint
    Roda de mulheres | Lua cheia, cantos e cura. Fica entre nós.
    Jantar de vizinhas | Cada uma traz um prato
    Mentoria entre pares | Oficina de formação, inscrições abertas
  `,
};

/** Held every two weeks by six people with a link, so that only the words decide. */
function entries(notes: Notes, label: Labelled['label']): Labelled[] {
  return (['en', 'de', 'fr', 'es', 'pt'] as const).flatMap((lang) =>
    notes[lang]
      .split('\n')
      .filter((line) => line.trim())
      .map((line): Labelled => {
        const [title = '', description = ''] = line.split('|').map((part) => part.trim());
        const shape = { everyDays: 14, lengthMin: 75, guests: 5, call: 'meet' } as const;
        return { title, description, ...shape, lang, label, why: `${lang}, by its description` };
      }),
  );
}

export const describedGroups: readonly Labelled[] = entries(GROUPS, 'circle');
export const describedOthers: readonly Labelled[] = entries(OTHERS, 'not');
