import type { Format } from '../format.ts';

/**
 * Troika consulting (published): reflect 1, then each in the group of three is client: 2 to present, 2 to clarify, 4 to
 * 5 in which the others talk while the client only listens, 2 to say what was valuable. More than three talk in several
 * groups at once, by one clock. What stands around it is ours.
 */
export const TROIKA: Format = {
  id: 'troika',
  version: 1,
  everyDays: 14,
  lengthMin: 60,
  people: { from: 3, to: 12 },
  phases: [
    { id: 'arrive', kind: 'arrive', perMember: false, minutes: 1 },
    { id: 'reports', kind: 'reports', perMember: true, groupsOf: 3, minutes: 4, inAll: true },
    { id: 'reflect', kind: 'write', words: 'reflect', perMember: false, minutes: 1 },
    {
      id: 'clients',
      kind: 'work',
      perMember: true,
      groupsOf: 3,
      minutes: 11,
      parts: [
        { id: 'present', words: 'present', minutes: 2 },
        { id: 'clarify', words: 'clarify', minutes: 2 },
        { id: 'advise', words: 'advise', minutes: 5, least: 4 },
        { id: 'valuable', words: 'valuable', minutes: 2 },
      ],
    },
    { id: 'contracts', kind: 'contracts', perMember: true, groupsOf: 3, minutes: 4, inAll: true },
    { id: 'close', kind: 'close', perMember: false, minutes: 'rest' },
  ],
};

/** Wise crowds (published): 2 / 3 / 8 / 2 for each client, four to five people. What stands around it is ours. */
export const WISE_CROWDS: Format = {
  id: 'wise-crowds',
  version: 1,
  everyDays: 14,
  lengthMin: 90,
  people: { from: 4, to: 5 },
  phases: [
    { id: 'arrive', kind: 'arrive', perMember: false, minutes: 2 },
    { id: 'reports', kind: 'reports', perMember: true, minutes: 5, inAll: true },
    {
      id: 'clients',
      kind: 'work',
      perMember: true,
      minutes: 15,
      parts: [
        { id: 'present', words: 'present', minutes: 2 },
        { id: 'clarify', words: 'clarify', minutes: 3 },
        { id: 'advise', words: 'advise', minutes: 8 },
        { id: 'valuable', words: 'valuable', minutes: 2 },
      ],
    },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 5, inAll: true },
    { id: 'close', kind: 'close', perMember: false, minutes: 'rest' },
  ],
};

/**
 * Action learning set. Published for each presenter: 2 to present, 5 to 10 to clarify, 10 to 15 of questions and no
 * advice, 2 to sum up, perhaps 5 for resources, 2 for actions; presenters are found by bids. The frame of 120 minutes
 * is ours: updates 2 each, bids 5, two turns of 40 (for six), review of how it went 10, actions 8, and 5 to spare.
 */
export const ACTION_LEARNING_SET: Format = {
  id: 'action-learning-set',
  version: 1,
  everyDays: 28,
  lengthMin: 120,
  people: { from: 4, to: 8 },
  phases: [
    { id: 'updates', kind: 'reports', words: 'updates', perMember: true, minutes: 2 },
    { id: 'bids', kind: 'roles', words: 'bids', perMember: false, minutes: 5 },
    {
      id: 'presenters',
      kind: 'work',
      perMember: true,
      seats: 2,
      minutes: 'rest',
      parts: [
        { id: 'present', words: 'present', minutes: 2 },
        { id: 'clarify', words: 'clarify', minutes: 10, least: 5 },
        { id: 'questions', words: 'questions', minutes: 15, least: 10 },
        { id: 'summary', words: 'summary', minutes: 2 },
        { id: 'resources', words: 'resources', minutes: 5, least: 2 },
        { id: 'actions', words: 'actions', minutes: 2 },
        { id: 'breathe', words: 'breathe', minutes: 4, least: 1, grows: true },
      ],
    },
    { id: 'process', kind: 'talk', words: 'process', perMember: false, minutes: 10 },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 8, inAll: true },
    { id: 'close', kind: 'close', perMember: false, minutes: 5 },
  ],
};
