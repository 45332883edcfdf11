import { type Since, since } from '@/lib/network/due';
import type { Closeness, Kindness, Standing, Support, TieCategory } from '@/lib/network/facts';
import type { Rhythm, TieRow } from '@/lib/network/tie';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat, relativeFormat } from '@/lib/platform/intl';

export const SUPPORT_KEYS = {
  job: 'tie_support_job',
  career: 'tie_support_career',
  personal: 'tie_support_personal',
} as const satisfies Record<Support, string>;

export const CLOSE_KEYS = {
  close: 'tie_close',
  friendly: 'tie_friendly',
  distant: 'tie_distant',
} as const satisfies Record<Closeness, string>;

/** The same within a line of words. */
const CLOSE_WORDS = {
  close: 'network_close',
  friendly: 'network_friendly',
  distant: 'network_distant',
} as const satisfies Record<Closeness, string>;

export const CATEGORY_KEYS = {
  colleaguesNow: 'tie_colleaguesNow',
  colleaguesBefore: 'tie_colleaguesBefore',
  training: 'tie_training',
  conferences: 'tie_conferences',
  family: 'tie_family',
  community: 'tie_community',
  mentorsBefore: 'tie_mentorsBefore',
  chair: 'tie_chair',
} as const satisfies Record<TieCategory, string>;

/** For a map that is as narrow as a phone. */
export const SHORT_KEYS = {
  colleaguesNow: 'network_short_colleaguesNow',
  colleaguesBefore: 'network_short_colleaguesBefore',
  training: 'network_short_training',
  conferences: 'network_short_conferences',
  family: 'network_short_family',
  community: 'network_short_community',
  mentorsBefore: 'network_short_mentorsBefore',
  chair: 'network_short_chair',
} as const satisfies Record<TieCategory, string>;

/** What an empty category asks. */
export const QUESTION_KEYS = {
  colleaguesNow: 'network_ask_colleaguesNow',
  colleaguesBefore: 'network_ask_colleaguesBefore',
  training: 'network_ask_training',
  conferences: 'network_ask_conferences',
  family: 'network_ask_family',
  community: 'network_ask_community',
  mentorsBefore: 'network_ask_mentorsBefore',
  chair: 'network_ask_chair',
} as const satisfies Record<TieCategory, string>;

export const STANDING_KEYS = {
  peer: 'network_choose_peer',
  nearPeer: 'network_choose_near',
} as const satisfies Record<Standing, string>;

/** The same within a line of words. */
const STANDING_WORDS = {
  peer: 'network_peer',
  nearPeer: 'network_near_peer',
} as const satisfies Record<Standing, string>;

export const KINDNESS_KEYS = {
  acceptance: 'reflect_acceptance',
  inclusion: 'reflect_inclusion',
  confirmation: 'reflect_confirmation',
  mutuality: 'reflect_mutuality',
  listening: 'reflect_listening',
  feedback: 'reflect_feedback',
  resources: 'reflect_resources',
} as const satisfies Record<Kindness, string>;

/** Where one knows somebody from, also where nobody said. */
export const categoryWords = (category: TieCategory | null): string =>
  category === null ? t('network_unsaid') : t(CATEGORY_KEYS[category]);

/** "today", "3 weeks ago", by the browser's own words. ISO dates. */
export function agoWords(day: string, today: string): string {
  const { count, unit }: Since = since(day, today);
  return relativeFormat({ numeric: 'auto' }).format(-count, unit);
}

/** "in touch 3 weeks ago", or that nothing is noted. */
export const contactWords = ({ contacts }: Pick<TieRow, 'contacts'>, today: string): string =>
  contacts[0] ? t('network_last', { when: agoWords(contacts[0].on, today) }) : t('network_last_unknown');

/** "every 3 weeks". */
export const rhythmWords = ({ every, unit }: Rhythm): string =>
  unit === 'weeks' ? tn('network_every_weeks', every) : tn('network_every_months', every);

/** What is known of a tie beside its name and category: how close, for what, a step ahead. */
export const tieParts = ({ closeness, support, standing }: TieRow): string[] => [
  ...(closeness ? [t(CLOSE_WORDS[closeness])] : []),
  ...(standing ? [t(STANDING_WORDS[standing])] : []),
  ...(support.length > 0
    ? [t('network_good_for', { what: listWords(support.map((one) => t(SUPPORT_KEYS[one]))) })]
    : []),
];

/** All the map shows of a tie, as one name. @param today ISO date. @param isDue whether it is time for a word. */
export const tieSentence = (tie: TieRow, today: string, isDue: boolean): string =>
  [
    tie.name,
    categoryWords(tie.category),
    ...tieParts(tie),
    contactWords(tie, today),
    ...(tie.rhythm ? [rhythmWords(tie.rhythm)] : []),
    ...(isDue ? [t('network_due_mark')] : []),
  ].join(', ');

/** "Ana, Bo and Cy" in the member's language. */
export const listWords = (words: readonly string[]): string =>
  listFormat({ type: 'conjunction' }).format(words);
