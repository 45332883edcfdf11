import type { Series } from '../event.ts';
import type { Spotted } from './spotted.ts';

/** What the member said about a series. */
export interface Decision {
  is: 'circle' | 'not';
  /** The circle it belongs to, once there is one. */
  circleId?: string;
}

export interface Decided extends Spotted {
  /** The decision that settled it; null when it is still the spotter's guess. */
  decision: Decision | null;
}

/** A series is split a few times in its life; a longer chain is a mistake and must not be followed for ever. */
const LONGEST_CHAIN = 100;

/**
 * Lays the member's decisions over what was spotted: a yes or no always wins and holds for the series, whatever the
 * calendar says later. `decisions` is by series key. `continues` names the older series that a key goes on from when the
 * calendar split it ("this and following"), or null; the nearest decision back along that chain holds.
 */
export function decide(
  series: Series,
  spotted: Spotted,
  decisions: ReadonlyMap<string, Decision>,
  continues: (key: string) => string | null = () => null,
): Decided {
  const decision = decisionFor(series.key, decisions, continues);
  if (!decision) return { ...spotted, decision: null };
  const { circleId: guessed, ...rest } = spotted;
  if (decision.is === 'not') return { ...rest, score: 0, verdict: 'no', decision };
  const circleId = decision.circleId ?? guessed;
  return { ...rest, score: 1, verdict: 'circle', decision, ...(circleId === undefined ? {} : { circleId }) };
}

function decisionFor(
  key: string,
  decisions: ReadonlyMap<string, Decision>,
  continues: (key: string) => string | null,
): Decision | null {
  let at: string | null = key;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step++) {
    const decision = decisions.get(at);
    if (decision) return decision;
    at = continues(at);
  }
  return null;
}
