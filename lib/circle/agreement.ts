import { sha256 } from '@noble/hashes/sha2.js';
import type { MemberRow } from './member.ts';

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

/** `items` and the circle's own words after them; as they are where `own` is empty or among them. */
export function withOwnRule(items: readonly string[], own: string): readonly string[] {
  const words = own.trim();
  return words === '' || items.includes(words) ? items : [...items, words];
}

/** Names what is agreed on, whatever the order of the rules: new rules, or other words, are another wording. */
export const wordingOf = (items: readonly string[]): string =>
  sha256(new TextEncoder().encode(items.toSorted().join('\n')))
    .toBase64({ alphabet: 'base64url', omitPadding: true })
    .slice(0, 22);

/** Names the sentence of a report for the programme: another sentence asks everybody anew. */
export const reportWordingOf = (text: string): string => wordingOf(['the sentence of our report', text]);

/** Those of `members` who have not agreed to the sentence of a report as it is now. */
export const notAgreedTo = <M extends Pick<MemberRow, 'agreedTo'>>(
  members: readonly M[],
  text: string,
): M[] => members.filter((member) => !member.agreedTo.includes(reportWordingOf(text)));

/**
 * Those of `members` whose thumb for the rules as they are now is missing: all when the rules are new or were changed,
 * whoever was not there when they were asked about, nobody where nothing is agreed on.
 */
export function thumbsMissing<M extends Pick<MemberRow, 'agreedTo'>>(
  members: readonly M[],
  items: readonly string[],
): M[] {
  if (items.length === 0) return [];
  const wording = wordingOf(items);
  return members.filter((member) => !member.agreedTo.includes(wording));
}
