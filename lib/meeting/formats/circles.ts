import type { Format } from '../format.ts';

/**
 * Daniell, "Every Other Thursday" (2006): up to eight, host and facilitator, each says at the start how much time she
 * needs, then work, contracts, strokes and a social end. Its minutes are ours: 105 of 150 to work.
 */
export const EVERY_OTHER_THURSDAY: Format = {
  id: 'every-other-thursday',
  version: 1,
  everyDays: 14,
  lengthMin: 150,
  people: { from: 4, to: 8 },
  phases: [
    { id: 'settle', kind: 'arrive', words: 'settle', perMember: false, minutes: 10 },
    { id: 'roles', kind: 'roles', perMember: false, minutes: 5 },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 10, inAll: true },
    { id: 'strokes', kind: 'close', words: 'strokes', perMember: false, minutes: 10 },
    { id: 'social', kind: 'talk', words: 'social', perMember: false, minutes: 10 },
  ],
};

/**
 * The three-weekly circle: 120 minutes are divided by those present (published); ground rules before, contracts and
 * milestones around them take half an hour (ours), so that a meeting of 150 minutes has the published turns.
 */
export const THREE_WEEKLY: Format = {
  id: 'three-weekly',
  version: 1,
  everyDays: 21,
  lengthMin: 150,
  people: { from: 5, to: 9 },
  phases: [
    { id: 'rules', kind: 'arrive', words: 'rules', perMember: false, minutes: 5 },
    { id: 'reports', kind: 'reports', perMember: true, minutes: 10, inAll: true },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 10, inAll: true },
    { id: 'milestones', kind: 'close', words: 'milestones', perMember: false, minutes: 5 },
  ],
};

/** Two who meet for half an hour: reports 2 each, 10 each, contracts 2 each, close 2. */
export const DYAD: Format = {
  id: 'dyad',
  version: 1,
  everyDays: 7,
  lengthMin: 30,
  people: { from: 2, to: 2 },
  phases: [
    { id: 'reports', kind: 'reports', perMember: true, minutes: 2 },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 2 },
    { id: 'close', kind: 'close', perMember: false, minutes: 2 },
  ],
};

/** A writing accountability group: a weekly hour of goals 15, writing 30, report 15, for four to eight (published). */
export const WRITING_GROUP: Format = {
  id: 'writing-group',
  version: 1,
  everyDays: 7,
  lengthMin: 60,
  people: { from: 4, to: 8 },
  phases: [
    { id: 'goals', kind: 'contracts', words: 'session', perMember: true, minutes: 15, inAll: true },
    { id: 'write', kind: 'write', words: 'writing', perMember: false, minutes: 'rest' },
    { id: 'report', kind: 'reports', words: 'written', perMember: true, minutes: 15, inAll: true },
  ],
};
