import type { MilestoneKind } from '../milestone/facts.ts';
import type { Closeness, Standing, Support, TieCategory } from '../network/facts.ts';

export const WHO = ['amira', 'bea', 'chen', 'dana', 'emeka', 'hana', 'fatima'] as const;
export type PersonKey = (typeof WHO)[number];

/** Somebody of the story. Meetings are counted from 0. */
export interface Person {
  readonly key: PersonKey;
  readonly name: string;
  readonly joins: number;
  readonly leaves: number;
  /** Meetings missed. */
  readonly away: readonly number[];
  /** Comes some minutes late, as a rule. */
  readonly late?: boolean;
}

export const MEETINGS = 25;

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

/**
 * What each promised, one after the other: `days * ! #goal outcomes`, each where there is one. Days go from the meeting to
 * the day it is for, `*` is a standing one, `!` for me alone, the goal is counted from 0; then how it was told at the next
 * meeting, at the one after, … . A meeting at which much is still open brings nothing new.
 */
export const PROMISES: Readonly<Record<PersonKey, string>> = {
  amira:
    '10#0k 14nk *kkk 14#0pk !k 14#0k 9#0k 14pg 12#0k 14#0k 3k 14k 10pk 14k 7k 14k 14#1nnr 14!k 14#2k 10k 12pk 9k 14#1k 10#1',
  bea: '14pk 10k 14nk 14pk 7k *pkk 14k 8k 10k 14g 7k 10k 14k 3k 14pk 9k 14k 7k',
  chen: '14k 10k 14k 12pk 7!k 9k 10k 14k 7k 10nk 14pr 14k 12k 7k 14pk *kkk 7k 10pk 9k 14k 7',
  dana: '7k 14pk *pkk 7k 14ng 10k 14k 14k 14k 5k 14nnr 14k 14!k 12k 10k 14pk 7k 10k 12k 14',
  emeka: '14k 7k 14npk *kkk 7k 14k 14k 14k 14pk 10k 14k 9k 7k 14pk 7k 5k 14k 7k 5k 6',
  hana: '10k 14k 14pk 7r *kkp 14npk 14k 14k 12k 14pk 7k 14',
  fatima: '10k 14pg 12k 14nk *kkk 14k 14k 7k 14pk 7k 14k 5k 7k 10pk 7k 9',
};

/** What happened; the words of each stand at its place in a language's file, here and below. */
export const MILESTONES: readonly {
  readonly who: PersonKey;
  readonly kind: MilestoneKind;
  /** The meeting it was told at. */
  readonly meeting: number;
  readonly thanks: readonly PersonKey[];
  readonly scope: 'circle' | 'outside' | 'named';
}[] = [
  { who: 'bea', kind: 'paper', meeting: 15, thanks: ['hana'], scope: 'named' },
  { who: 'chen', kind: 'position', meeting: 11, thanks: ['amira', 'dana'], scope: 'named' },
  { who: 'emeka', kind: 'defence', meeting: 18, thanks: ['bea'], scope: 'named' },
  { who: 'amira', kind: 'grant', meeting: 19, thanks: ['dana', 'emeka'], scope: 'outside' },
  { who: 'dana', kind: 'grant', meeting: 16, thanks: [], scope: 'circle' },
  { who: 'fatima', kind: 'paper', meeting: 22, thanks: ['amira'], scope: 'named' },
  { who: 'hana', kind: 'talk', meeting: 9, thanks: [], scope: 'outside' },
];

export const TOGETHER: readonly {
  part: 'common' | 'offer' | 'seek' | 'lack';
  topic?: 'field' | 'stage' | 'identity' | 'family';
  who: PersonKey | null;
}[] = [
  { part: 'common', topic: 'stage', who: null },
  { part: 'common', topic: 'identity', who: null },
  { part: 'common', topic: 'family', who: null },
  { part: 'common', topic: 'field', who: null },
  { part: 'offer', who: 'dana' },
  { part: 'offer', who: 'chen' },
  { part: 'offer', who: 'amira' },
  { part: 'seek', who: 'emeka' },
  { part: 'seek', who: 'fatima' },
  { part: 'lack', who: null },
  { part: 'lack', who: null },
];

export const PARKED: readonly { meeting: number; done: boolean }[] = [
  { meeting: 3, done: true },
  { meeting: 12, done: true },
  { meeting: 23, done: false },
];

/** Goals and questions of the one whose circle this is; days are counted back from today. */
export const GOALS: readonly {
  question: boolean;
  focus: 'grants' | 'balance' | 'publications' | 'skill' | null;
  from: number;
  state: 'open' | 'reached';
}[] = [
  { question: false, focus: 'grants', from: 350, state: 'reached' },
  { question: false, focus: null, from: 120, state: 'open' },
  { question: false, focus: 'balance', from: 120, state: 'open' },
  { question: true, focus: null, from: 90, state: 'open' },
];

export const TIES: readonly {
  name: string;
  category: TieCategory;
  standing: Standing;
  closeness: Closeness;
  support: readonly Support[];
  daysAgo: number | null;
  weeks: number | null;
  member?: PersonKey;
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
    name: 'Judith Whitfield',
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

/** The meetings after which they were written down. */
export const PIGS: readonly number[] = [6, 20];
export const STROKES: readonly number[] = [5, 18];
export const NOTES: readonly number[] = [0, 7, 19];

/** Answers to the seven items, a few times in the year: meeting, then the items. */
export const PULSES: readonly (readonly [number, readonly number[]])[] = [
  [2, [4, 4, 3, 4, 4, 5, 4]],
  [8, [3, 5, 3, 5, 3, 5, 5]],
  [14, [2, 6, 2, 5, 2, 6, 5]],
  [20, [2, 6, 1, 6, 2, 6, 6]],
  [24, [1, 7, 1, 6, 2, 7, 6]],
];
