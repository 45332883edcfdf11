import type { SpeedEvent } from './event.ts';
import { pairKey, pairsOf } from './ledger.ts';
import { nameKey } from './name-list.ts';
import { heldRounds } from './view.ts';

/** What earlier events say of two people, by their names: each event gives people ids of its own. */
export interface SpeedHistory {
  met(a: string, b: string): number;
  knows(a: string, b: string): boolean;
}

/** Gathers who met whom, and who said to know whom, over events. @param now UTC ms. */
export function speedHistory(events: readonly SpeedEvent[], now: number): SpeedHistory {
  const met = new Map<string, number>();
  const known = new Set<string>();
  for (const event of events) {
    const names = new Map(event.people.map(({ id, name }) => [id, nameKey(name)]));
    const keys = (group: readonly string[]): string[] =>
      pairsOf(group.flatMap((id) => names.get(id) ?? [])).map(([a, b]) => pairKey(a, b));
    for (const round of event.rounds.slice(0, heldRounds(event, now)))
      for (const key of round.groups.flatMap(keys)) met.set(key, (met.get(key) ?? 0) + 1);
    for (const key of event.acquainted.flatMap(keys)) known.add(key);
  }
  const key = (a: string, b: string): string => pairKey(nameKey(a), nameKey(b));
  return { met: (a, b) => met.get(key(a, b)) ?? 0, knows: (a, b) => known.has(key(a, b)) };
}

/** One meeting of a person at an event: in which round, with whom. Ids. */
export interface Met {
  round: number;
  with: readonly string[];
}

/** Whom everybody met at an event, in the order of the rounds that were held. @param now UTC ms. */
export function whoMetWhom(event: SpeedEvent, now: number): ReadonlyMap<string, readonly Met[]> {
  const found = new Map<string, Met[]>(event.people.map(({ id }) => [id, []]));
  for (const [round, { groups }] of event.rounds.slice(0, heldRounds(event, now)).entries())
    for (const group of groups)
      for (const one of group) found.get(one)?.push({ round, with: group.filter((other) => other !== one) });
  return found;
}

/** How many of an event's pairs meet again (today or after an earlier event), and how many know each other anyway. */
export function pairsSeenBefore(
  event: Pick<SpeedEvent, 'people' | 'rounds' | 'acquainted'>,
  history: SpeedHistory,
): { again: number; known: number } {
  const names = new Map(event.people.map(({ id, name }) => [id, name]));
  const known = new Set(event.acquainted.flatMap(pairsOf).map(([a, b]) => pairKey(a, b)));
  const today = new Set<string>();
  const seen = { again: 0, known: 0 };
  for (const [a, b] of event.rounds.flatMap(({ groups }) => groups.flatMap(pairsOf))) {
    const [one, other] = [names.get(a) ?? '', names.get(b) ?? ''];
    const key = pairKey(a, b);
    if (today.has(key) || history.met(one, other) > 0) seen.again += 1;
    else if (known.has(key) || history.knows(one, other)) seen.known += 1;
    today.add(key);
  }
  return seen;
}
