import { myDraft } from '../fact/draft.ts';
import type { Draft, FactHash } from '../fact/fact.ts';
import { MAX_TIE_NOTES, SUPPORTS } from './facts.ts';
import { markContact, removeTie, setRhythm, type Tie, type TieRow, tieEntity, writeTie } from './tie.ts';

/** Two ties that have one address; `keep` is the older one, so that two devices choose alike. */
export interface SameAddress {
  keep: TieRow;
  other: TieRow;
}

/** Ties that may be one person: the same address, and nobody said that they are two. */
export function sameAddress(ties: readonly TieRow[]): SameAddress[] {
  const groups = Map.groupBy(
    ties.filter((tie) => tie.email !== ''),
    (tie) => tie.email,
  );
  return [...groups.values()].flatMap((group) => {
    const [keep, ...others] = group.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
    if (!keep) return [];
    return others
      .filter((other) => !keep.apart.includes(other.id) && !other.apart.includes(keep.id))
      .map((other) => ({ keep, other }));
  });
}

/** What is known of both: the kept one's word first, the other's where it has none. */
export function combined(keep: Tie, other: Tie): Tie {
  const notes = [...new Set([keep.notes?.trim(), other.notes?.trim()].filter(Boolean))].join('\n');
  return {
    name: keep.name,
    email: keep.email || other.email,
    support: SUPPORTS.filter((one) => keep.support.includes(one) || other.support.includes(one)),
    closeness: keep.closeness ?? other.closeness,
    category: keep.category ?? other.category,
    standing: keep.standing ?? other.standing,
    metIn: keep.metIn ?? other.metIn,
    notes: notes.slice(0, MAX_TIE_NOTES),
  };
}

/**
 * Makes two ties one; undone as a whole, both are back.
 * @param facts all that ever wrote the other. @param at ms since 1970.
 */
export function mergeTies({ keep, other }: SameAddress, facts: readonly FactHash[], at: number): Draft[] {
  const days = new Set(keep.contacts.map(({ on }) => on));
  return [
    writeTie(keep.id, combined(keep, other), keep, at),
    ...other.contacts.filter(({ on }) => !days.has(on)).map(({ on }) => markContact(keep.id, on, at)),
    ...(other.rhythm && !keep.rhythm ? [setRhythm(keep, other.rhythm, other.rhythm.from, at)] : []),
    removeTie(other.id, facts),
  ];
}

/** They are two people, and not asked about again. @param at ms since 1970. */
export const keepApart = ({ keep, other }: SameAddress, at: number): Draft =>
  myDraft(tieEntity(keep.id), 'tie.apart', { other: other.id, at });
