/** Agreement items offered to a circle, after what published circles agree on; the words are `agreement_<id>` in the catalogue. */
export const AGREEMENT_ITEMS = [
  'attendance',
  'confidentiality',
  'accountability',
  'everyoneGetsTime',
  'peers',
  'askBeforeAdvising',
  'scope',
  'privateSpace',
  'onTime',
  'newMembers',
  'crisis',
  'noRecording',
] as const;
export type AgreementItem = (typeof AGREEMENT_ITEMS)[number];

/** What is ticked when a circle first chooses: what every published circle shares. */
export const AGREEMENT_DEFAULT: readonly AgreementItem[] = [
  'attendance',
  'confidentiality',
  'accountability',
  'everyoneGetsTime',
  'noRecording',
];

/** Whether `item` is one of ours (its words are in the catalogue) or the circle's own words. */
export const isOffered = (item: string): item is AgreementItem =>
  (AGREEMENT_ITEMS as readonly string[]).includes(item);
