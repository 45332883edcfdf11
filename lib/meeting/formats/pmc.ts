import type { Format } from '../format.ts';

/**
 * The Peer Mentoring Circle. Its parts are published, its minutes are ours: arrive and confidentiality 2, roles and
 * asking for time 3, reports 2 a member, new contracts 1.5 a member, close 5, and all the rest to work.
 */
export const PMC: Format = {
  id: 'pmc',
  version: 1,
  everyDays: 14,
  lengthMin: 90,
  people: { from: 4, to: 8 },
  phases: [
    { id: 'arrive', kind: 'arrive', perMember: false, minutes: 2 },
    { id: 'roles', kind: 'roles', perMember: false, minutes: 3 },
    { id: 'reports', kind: 'reports', perMember: true, minutes: 2 },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 1.5 },
    { id: 'close', kind: 'close', perMember: false, minutes: 5 },
  ],
};
