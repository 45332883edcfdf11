import { sha256 } from '@noble/hashes/sha2.js';
import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { readFacts } from '../fact/fold.ts';
import { guestKinds } from './facts.ts';

/** Somebody in a guest list. */
export interface Invited {
  /** Lower case; '' where the calendar gives a name only. */
  email: string;
  /** As one would call them; '' when unknown. */
  name: string;
}

/** A series of meetings that were held, with who was asked to them. */
export interface Gathering {
  title: string;
  /** UTC ms: when the last one before now began. */
  last: number;
  people: readonly Invited[];
}

/** A guest who may be somebody to keep in touch with. */
export interface GuestOffer extends Invited {
  /** The latest meeting they were asked to. */
  title: string;
  last: number;
}

/** That somebody need not be offered again, without who it is. */
export interface Passed {
  salt: string;
  mark: string;
}

/** What makes a guest the same one again: the address, or the name where there is none. */
const keyOf = ({ email, name }: Invited): string =>
  email.trim() === ''
    ? `name ${name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()}`
    : `mail ${email.trim().toLowerCase()}`;

const markOf = (salt: string, key: string): string =>
  sha256(new TextEncoder().encode(`${salt}\n${key}`)).toBase64({ alphabet: 'base64url', omitPadding: true });

/**
 * Guests of past meetings who are neither known nor passed over, the latest met first. Only what is in memory already is
 * looked at; nothing of it is kept.
 * @param known members, former ones too, ties, and myself: nobody who has the address or the name of one is offered.
 */
export function offerGuests(
  gatherings: readonly Gathering[],
  known: readonly Invited[],
  passed: readonly Passed[],
): GuestOffer[] {
  // A guest list knows people by address, a circle sometimes by name alone.
  const keys = new Set(known.flatMap((one) => [keyOf(one), keyOf({ email: '', name: one.name })]));
  const offers = new Map<string, GuestOffer>();
  for (const { title, last, people } of gatherings) {
    for (const { email, name } of people) {
      if (name.trim() === '') continue;
      const key = keyOf({ email, name });
      const before = offers.get(key);
      if (before && before.last >= last) continue;
      offers.set(key, { email: email.trim().toLowerCase(), name: name.trim(), title, last });
    }
  }
  return [...offers.values()]
    .filter((one) => !keys.has(keyOf(one)) && !keys.has(keyOf({ email: '', name: one.name })))
    .filter((one) => !passed.some(({ salt, mark }) => mark === markOf(salt, keyOf(one))))
    .sort((a, b) => b.last - a.last || a.name.localeCompare(b.name) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

export const guestEntity = (id: string): string => `guest-${id}`;

/** This guest need not be offered again. @param salt random. @param at ms since 1970. */
export const passGuest = (id: string, guest: Invited, salt: string, at: number): Draft =>
  myDraft(guestEntity(id), 'guest.passed', { salt, mark: markOf(salt, keyOf(guest)), at });

/** Folds one such decision; null when it was undone or erased. */
export function foldPassed(facts: readonly Fact[]): Passed | null {
  const passed = readFacts(guestKinds, facts).facts[0];
  return passed ? { salt: passed.body.salt, mark: passed.body.mark } : null;
}
