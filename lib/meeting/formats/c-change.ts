import type { Format, Phase } from '../format.ts';
import type { FormatWord } from './words.ts';

interface Day {
  /** What the second phase is: stories at first, later how the plan has gone. */
  second: FormatWord;
  skill: FormatWord;
  trios: FormatWord;
  plan: FormatWord;
  close?: FormatWord;
}

/** A day of 360 minutes: 30 · 45 · 15 break · 75 · 60 lunch · 75 · 30 · 20 and 10. */
const day = ({ second, skill, trios, plan, close }: Day): Phase[] => [
  { id: 'check-in', kind: 'arrive', words: 'checkIn', perMember: true, minutes: 30, inAll: true },
  {
    id: 'reports',
    kind: second === 'planReports' ? 'reports' : 'talk',
    words: second,
    perMember: true,
    minutes: 45,
    inAll: true,
  },
  { id: 'break', kind: 'break', perMember: false, minutes: 15 },
  { id: 'skill', kind: 'talk', words: skill, perMember: false, minutes: 75 },
  { id: 'lunch', kind: 'break', words: 'lunch', perMember: false, minutes: 60 },
  { id: 'trios', kind: 'work', words: trios, perMember: true, groupsOf: 3, minutes: 'rest' },
  { id: 'plan', kind: 'write', words: plan, perMember: false, minutes: 30 },
  { id: 'contracts', kind: 'contracts', perMember: true, minutes: 20, inAll: true },
  { id: 'close', kind: 'close', ...(close ? { words: close } : {}), perMember: false, minutes: 10 },
];

const first = day({ second: 'stories', skill: 'values', trios: 'trios', plan: 'firstPlan' });

/**
 * A cohort's year of four quarterly days. Published: dialogue that looks back, sessions on a skill, a written plan; in
 * turn community, values and strengths; goals and plan; negotiation, conflict and consulting each other; review,
 * evaluation and hand-over to a circle that runs itself. The day's minutes are ours.
 */
export const C_CHANGE: Format = {
  id: 'c-change',
  version: 1,
  everyDays: 91,
  lengthMin: 360,
  people: { from: 4, to: 12 },
  phases: first,
  sessions: [
    { words: 'day1', phases: first },
    {
      words: 'day2',
      phases: day({ second: 'planReports', skill: 'goals', trios: 'trios', plan: 'planWriting' }),
    },
    {
      words: 'day3',
      phases: day({
        second: 'planReports',
        skill: 'negotiation',
        trios: 'consultations',
        plan: 'planWriting',
      }),
    },
    {
      words: 'day4',
      phases: day({
        second: 'planReports',
        skill: 'review',
        trios: 'trios',
        plan: 'lastPlan',
        close: 'handOver',
      }),
    },
  ],
  after: 'pmc',
};
