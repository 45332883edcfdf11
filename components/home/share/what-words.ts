/** What of a circle's past can be ticked, as the preview says it. */
export const WHAT = {
  meetings: 'share_what_meetings',
  ownContracts: 'share_what_ownContracts',
  othersContracts: 'share_what_othersContracts',
  parking: 'share_what_parking',
  milestones: 'share_what_milestones',
  together: 'share_what_together',
} as const;

/** In the order of the preview. */
export const KINDS = [
  'meetings',
  'ownContracts',
  'othersContracts',
  'parking',
  'milestones',
  'together',
] as const;
