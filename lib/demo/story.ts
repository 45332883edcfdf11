import type { Outcome } from '../contract/facts.ts';
import type { MilestoneKind } from '../milestone/facts.ts';
import type { Closeness, Standing, Support, TieCategory } from '../network/facts.ts';

/** Somebody of the story. Meetings are counted from 0. */
export interface Person {
  readonly key: string;
  readonly name: string;
  readonly joins: number;
  readonly leaves: number;
  /** Meetings missed. */
  readonly away: readonly number[];
  /** Comes some minutes late, as a rule. */
  readonly late?: boolean;
}

export const MEETINGS = 25;
export const CIRCLE_NAME = 'Tuesday circle';

export const PEOPLE: readonly Person[] = [
  { key: 'amira', name: 'Amira Haddad', joins: 0, leaves: MEETINGS, away: [13] },
  { key: 'bea', name: 'Bea Ortiz', joins: 0, leaves: MEETINGS, away: [4, 11, 19], late: true },
  { key: 'chen', name: 'Chen Wu', joins: 0, leaves: MEETINGS, away: [8] },
  { key: 'dana', name: 'Dana Levi', joins: 0, leaves: MEETINGS, away: [6, 16] },
  { key: 'emeka', name: 'Emeka Kalu', joins: 0, leaves: MEETINGS, away: [2, 14, 21] },
  { key: 'hana', name: 'Hana Sato', joins: 0, leaves: 17, away: [7, 12] },
  { key: 'fatima', name: 'Fatima Noor', joins: 5, leaves: MEETINGS, away: [15] },
];
/** Launches the circle, and leaves after the third meeting. */
export const GUIDE = 'Grace Adeyemi';

const OUTCOME: Readonly<Record<string, Outcome>> = {
  k: 'kept',
  p: 'partly',
  n: 'notYet',
  r: 'released',
  g: 'renegotiated',
};

export interface Promised {
  readonly text: string;
  /** How it was told at the next meeting, and at the one after, …; none: nobody asked yet. */
  readonly told: readonly { readonly outcome: Outcome; readonly text: string }[];
  /** Days from the meeting to the day it is for; null: none. */
  readonly days: number | null;
  readonly standing: boolean;
  /** Only I see it. */
  readonly onlyMe: boolean;
  /** Which of the goals it serves, from 0; null: none. */
  readonly goal: number | null;
}

/** `text @days * ! = outcome report; outcome report`: `*` standing, `!` for me alone, `#0` for the first goal. */
function read(line: string): Promised {
  const [head = '', tail = ''] = line.split(' = ');
  const days = /@(\d+)/.exec(head)?.[1];
  const goal = /#(\d+)/.exec(head)?.[1];
  return {
    text: head.replace(/\s+([@#]\d+|\*|!)/g, '').trim(),
    told: tail
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => ({ outcome: OUTCOME[part.slice(0, 1)] ?? 'kept', text: part.slice(1).trim() })),
    days: days === undefined ? null : Number(days),
    standing: head.includes(' *'),
    onlyMe: head.includes(' !'),
    goal: goal === undefined ? null : Number(goal),
  };
}

/** What each promised, one after the other; a meeting at which much is still open brings nothing new. */
export const PROMISES: Readonly<Record<string, readonly Promised[]>> = Object.fromEntries(
  Object.entries({
    amira: `
Write one page of aims and send it to Dana @10 #0 = k Dana marked two sentences and said go
Ask the dean what the committee looks for @14 = n Did not dare; k Twenty minutes, and she was kind
No mail before ten in the morning * = k Four days of ten; k Most days now; k It holds
Draft the significance section, two pages @14 #0 = p One page, the good one; k Done, on a train
Say no to the second review this month ! = k Said it in two lines
Read three funded applications from the library @14 #0 = k Theirs are shorter than mine
Send the full draft to Chen and Bea @9 #0 = k Both answered within the week
Cut the draft from eighteen pages to twelve @14 = p Fourteen; g It needs a new figure first
Make the one figure the draft turns on @12 #0 = k Emeka looked at it with me
Hand the application in, four days before the deadline @14 #0 = k Handed in on Thursday. Slept
Take the Friday after it off, phone in a drawer @3 = k Walked to the reservoir
List the five people who could be on my side at promotion @14 = k Only two of them know what I do
Write to two of those five @10 = p One; k Both answered
Plan the field season in one afternoon @14 = k With the students, which was better
Ask Fatima how she runs her group meetings @7 = k We now start with what went wrong
Give the seminar without reading from slides @14 = k My voice shook for a minute and then did not
Write the teaching statement, first version @14 #1 = n Marking; n Still marking; r It can wait for summer
Call my mentor from the old lab @14 ! = k An hour, and a job I should look at
Rest on both days of one weekend @14 #2 = k One and a half
Turn the reviewers’ comments into a table @10 = k Eleven points, only three are hard
Answer the three hard points @12 = p Two of three; k The third was a misunderstanding
Send the revision back @9 = k
Bring the promotion file into one folder @14 #1 = k
Ask two people for letters @10 #1`,
    bea: `
Block two mornings a week for writing @14 = p One held; k Both, with the door shut
Find out who decides about the clinic rota @10 = k It is somebody I know
Ask for one clinic day less until June @14 = n He was away; k Yes, from March on
Finish the methods of the asthma paper @14 = p Half; k
Send the paper to all authors with a date @7 = k Seven of nine answered
Leave the ward by six, twice a week * = p Once; k Twice; k
Submit the asthma paper @14 = k Submitted from the night shift
Prepare the hard talk with the registrar, in writing @8 = k It took four sentences
Have that talk @10 = k She cried, then we planned
Write the outline of the trial @14 = g Too big: the question first
One sentence that says what the trial asks @7 = k Hana’s edit is the one we use
Call the statistician before there are data @10 = k
Say which meeting I stop going to @14 = k The Monday one. Nobody noticed
Sleep before I answer the reviewers @3 = k
Answer the reviewers of the asthma paper @14 = p First reviewer; k Both
Put my name forward for the training board @9 = k
Two pages for the foundation @14 = k
Ask Dana to read them as a stranger @7 = k She found what was missing`,
    chen: `
Apply to one place I would love, not only to safe ones @14 = k Two
Rewrite the first minute of the job talk @10 = k Amira timed it
Give the job talk to people who do not know the field @14 = k The circle, on a Saturday
Ask three people what a start-up package has in it @12 = p One; k Three very different lists
Write down the least I would accept, and the most @7 ! = k
Prepare ten questions for the visit @9 = k
Ask about childcare before I decide and not after @10 = k They had thought about it
Sleep eight hours before the visit @14 = k Seven
Answer the offer with three wishes @7 = k Two of three granted
Tell my present group properly @10 = n The week was full; k
Finish the last measurement before the move @14 = p The cryostat leaks; r Somebody else will finish it
Hand over the notebook so that it can be read @14 = k
List what my first student should know in week one @12 = k Emeka added half of it
Find the person who orders things there @7 = k Her name is Ruth
Write the first proposal as a boss, one page @14 = p; k
Do one thing a week that is not physics * = k Choir; k; k
Ask the choir friend how she leads without shouting @7 = k She waits
Write the advert for the first student @10 = p; k
Say in the interview what I cannot offer @9 = k
Read the grant rules to the last page @14 = k Page 40 matters
Decide what the group is called @7`,
    dana: `
Write to the programme officer with one question @7 = k She called back
Split the big grant into two that each stand alone @14 = p On paper; k
Stop opening the budget table after dinner * = p; k; k
Ask Amira to be hard on the aims @7 = k She was
Get the letter of support from the company @14 = n They want lawyers; g Ask a smaller one first
Ask the small company for the letter @10 = k One day
Finish the data section @14 = k
Send the grant in with a week to spare @14 = k Five days
Meet each student once without a computer @14 = k
Write two thank-you notes @5 = k
Clear one shelf of the cold room @14 = n; n; r A student wants to do it
Invite somebody from industry to the seminar @14 = k
Read one book that has no figures @14 ! = k
Plan what I do if the grant is refused @12 = k Two plans, both all right
Say it aloud: I want to lead the centre @10 = k To the head, of all people
Draft my idea for the centre, three pages @14 = p Two; k
Ask Bea how she handles the board @7 = k
Send the centre idea to two people who will disagree @10 = k One of them joins
Rewrite page two with what they said @12 = k
Put the centre on the agenda for January @14`,
    emeka: `
Write the discussion chapter, badly @14 = k Badly, but it is there
Send chapter four to my supervisor with two questions @7 = k He answered both
Fix the one analysis I am afraid of @14 = n; p Found the bug; k It changes nothing
Fifteen minutes of writing before anything else * = k Nine of fourteen; k; k
Ask for the defence date @7 = k In spring
Find the outside examiner @14 = k She said yes
Practise the defence with people who are not kind @14 = k You were
Rest for one whole day @14 = k
Finish the corrections @14 = p; k
Book the room, the cake and my mother @10 = k
Look for three postdocs I would move for @14 = k
Write to one of those labs @9 = k They answered within an hour
Ask Chen how to talk about money @7 = k
Turn chapter two into a paper, outline only @14 = p; k
Send the outline to both supervisors @7 = k
Say to Lisbon what I want to work on @5 = k
Visit Lisbon @14 = k They have windows
Compare the two offers on one page @7 = k
Tell my supervisor before he hears it @5 = k
Answer Lisbon @6`,
    hana: `
Tell the team that I will move @10 = k
Find a successor for the outreach group @14 = k Two of them
Write down how the mass spectrometer really works @14 = p; k
Ask for a proper farewell budget @7 = r It is fine as it is
Learn twenty words a week * = k; k; p
Publish the negative result @14 = n; p Draft; k
Visit the new place before signing @14 = k
Keep the Tuesday free in the new job as well @14 = k
Pass on my two students with a letter each @12 = k
Pack the books that are mine @14 = p; k
Say goodbye to the machine, with photographs @7 = k
Write to each of you once I have arrived @14`,
    fatima: `
Say what I need from my head in three sentences @10 = k
Write the first own paper without my old boss on it @14 = p; g Start with the short one
Outline the short paper @12 = k
Ask for the same pay as the other two @14 = n; k It took four minutes
One evening a week that is mine * = k; k; k
Submit the short paper @14 = k
Start the journal club @14 = k Six came
Ask Dana to introduce me to the officer @7 = k
Draft my first own grant, one page @14 = p; k
Let somebody else fix the freezer @7 = k
Prepare the talk for the meeting in June @14 = k Chen heard it twice
Write to the three people I met there @5 = k
Ask one of them to read my aims @7 = k
Cut the grant page to what I would do anyway @10 = p; k
Send the grant page to the officer @7 = k
Two sentences for my promotion talk @9`,
  }).map(([key, lines]) => [key, lines.trim().split('\n').map(read)]),
);

export interface Reached {
  readonly who: string;
  readonly kind: MilestoneKind;
  readonly title: string;
  /** The meeting it was told at. */
  readonly meeting: number;
  readonly thanks: readonly { readonly who: string; readonly for: string }[];
  readonly scope: 'circle' | 'outside' | 'named';
}

export const MILESTONES: readonly Reached[] = [
  {
    who: 'bea',
    kind: 'paper',
    title: 'The asthma paper is accepted',
    meeting: 15,
    thanks: [{ who: 'hana', for: 'the one sentence' }],
    scope: 'named',
  },
  {
    who: 'chen',
    kind: 'position',
    title: 'A group of my own, from September',
    meeting: 11,
    thanks: [
      { who: 'amira', for: 'the first minute of the talk' },
      { who: 'dana', for: 'what to ask for' },
    ],
    scope: 'named',
  },
  {
    who: 'emeka',
    kind: 'defence',
    title: 'Defended, without corrections of substance',
    meeting: 18,
    thanks: [{ who: 'bea', for: 'the hard questions' }],
    scope: 'named',
  },
  {
    who: 'amira',
    kind: 'grant',
    title: 'Four years for the river project',
    meeting: 19,
    thanks: [
      { who: 'dana', for: 'the aims page' },
      { who: 'emeka', for: 'the figure' },
    ],
    scope: 'outside',
  },
  {
    who: 'dana',
    kind: 'grant',
    title: 'The smaller of the two grants',
    meeting: 16,
    thanks: [],
    scope: 'circle',
  },
  {
    who: 'fatima',
    kind: 'paper',
    title: 'My first paper as the last author',
    meeting: 22,
    thanks: [{ who: 'amira', for: 'saying it is enough' }],
    scope: 'named',
  },
  { who: 'hana', kind: 'talk', title: 'Keynote at the society', meeting: 9, thanks: [], scope: 'outside' },
];

export const TOGETHER: readonly {
  part: 'common' | 'offer' | 'seek' | 'lack';
  topic?: 'field' | 'stage' | 'identity' | 'family';
  who: string | null;
  text: string;
}[] = [
  { part: 'common', topic: 'stage', who: null, text: 'First years on our own' },
  { part: 'common', topic: 'identity', who: null, text: 'First in the family at a university, four of us' },
  { part: 'common', topic: 'family', who: null, text: 'Small children at home, three of us' },
  {
    part: 'common',
    topic: 'field',
    who: null,
    text: 'Work that is done in groups, with machines that break',
  },
  { part: 'offer', who: 'dana', text: 'Reading aims pages, honestly' },
  { part: 'offer', who: 'chen', text: 'Talking about money and offers' },
  { part: 'offer', who: 'amira', text: 'Listening to talks, with a stopwatch' },
  { part: 'seek', who: 'emeka', text: 'Somebody who knows money and offers abroad' },
  { part: 'seek', who: 'fatima', text: 'Reading my aims before anyone else does' },
  { part: 'lack', who: null, text: 'Somebody who has sat on a promotion committee' },
  { part: 'lack', who: null, text: 'Somebody who left for industry and came back' },
];

export const PARKED: readonly { text: string; meeting: number; done: boolean }[] = [
  { text: 'How do we say no to a head of department?', meeting: 3, done: true },
  { text: 'Authorship when a student leaves', meeting: 12, done: true },
  { text: 'What do we do with reviews that are unkind?', meeting: 23, done: false },
];

/** Goals and questions of the one whose circle this is; days are counted back from today. */
export const GOALS: readonly {
  text: string;
  question: boolean;
  focus: 'grants' | 'balance' | 'publications' | 'skill' | null;
  from: number;
  state: 'open' | 'reached';
  words: string;
}[] = [
  {
    text: 'Hand the river application in, and be proud of it',
    question: false,
    focus: 'grants',
    from: 350,
    state: 'reached',
    words: 'Funded. The aims page was the turn.',
  },
  {
    text: 'Have the promotion file ready by spring',
    question: false,
    focus: null,
    from: 120,
    state: 'open',
    words: '',
  },
  {
    text: 'Two evenings a week without work',
    question: false,
    focus: 'balance',
    from: 120,
    state: 'open',
    words: '',
  },
  {
    text: 'Do I want to lead a department, or only to be asked?',
    question: true,
    focus: null,
    from: 90,
    state: 'open',
    words: '',
  },
];

export const TIES: readonly {
  name: string;
  category: TieCategory;
  standing: Standing;
  closeness: Closeness;
  support: readonly Support[];
  daysAgo: number | null;
  weeks: number | null;
  member?: string;
}[] = [
  {
    name: 'Ines Duarte',
    category: 'colleaguesNow',
    standing: 'peer',
    closeness: 'close',
    support: ['job', 'personal'],
    daysAgo: 6,
    weeks: 3,
  },
  {
    name: 'Paul Fischer',
    category: 'colleaguesNow',
    standing: 'nearPeer',
    closeness: 'friendly',
    support: ['career'],
    daysAgo: 40,
    weeks: 8,
  },
  {
    name: 'Mei Tanaka',
    category: 'colleaguesBefore',
    standing: 'peer',
    closeness: 'close',
    support: ['personal'],
    daysAgo: 95,
    weeks: 12,
  },
  {
    name: 'Rosa Lindqvist',
    category: 'training',
    standing: 'peer',
    closeness: 'friendly',
    support: ['career'],
    daysAgo: 210,
    weeks: null,
  },
  {
    name: 'Samir Rao',
    category: 'training',
    standing: 'nearPeer',
    closeness: 'distant',
    support: ['job'],
    daysAgo: 400,
    weeks: null,
  },
  {
    name: 'Olu Bankole',
    category: 'conferences',
    standing: 'nearPeer',
    closeness: 'friendly',
    support: ['career', 'job'],
    daysAgo: 130,
    weeks: 26,
  },
  {
    name: 'Lena Brandt',
    category: 'conferences',
    standing: 'peer',
    closeness: 'distant',
    support: ['career'],
    daysAgo: null,
    weeks: null,
  },
  {
    name: 'Yusuf Haddad',
    category: 'family',
    standing: 'peer',
    closeness: 'close',
    support: ['personal'],
    daysAgo: 2,
    weeks: null,
  },
  {
    name: 'Professor Whitfield',
    category: 'mentorsBefore',
    standing: 'nearPeer',
    closeness: 'friendly',
    support: ['career'],
    daysAgo: 70,
    weeks: 13,
  },
  {
    name: 'Hana Sato',
    category: 'colleaguesBefore',
    standing: 'peer',
    closeness: 'close',
    support: ['personal', 'career'],
    daysAgo: 30,
    weeks: 6,
    member: 'hana',
  },
];

export const PIGS: readonly { words: string; answer: string; meeting: number }[] = [
  {
    words: 'They only asked me because somebody else said no',
    answer: 'They asked, and you were good. Both can be true',
    meeting: 6,
  },
  { words: 'A real scientist would not need a circle', answer: '', meeting: 20 },
];

export const STROKES: readonly { text: string; meeting: number }[] = [
  { text: 'Bea: “You ask the question that everyone then writes down.”', meeting: 5 },
  { text: 'Emeka: “I defended because you sat in the second row.”', meeting: 18 },
];

/** Answers to the seven items, a few times in the year: meeting, then the items. */
export const PULSES: readonly (readonly [number, readonly number[]])[] = [
  [2, [4, 4, 3, 4, 4, 5, 4]],
  [8, [3, 5, 3, 5, 3, 5, 5]],
  [14, [2, 6, 2, 5, 2, 6, 5]],
  [20, [2, 6, 1, 6, 2, 6, 6]],
  [24, [1, 7, 1, 6, 2, 7, 6]],
];

export const NOTES: readonly (readonly [number, string])[] = [
  [0, 'Nobody was senior. I talked more than I meant to.'],
  [7, 'Ask shorter questions.'],
  [19, 'They clapped. I will remember the faces.'],
];
