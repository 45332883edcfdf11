import type { Hit, Said } from './match.ts';

type Costly = 'hard' | 'about' | 'work' | 'topic' | 'trap' | 'led' | 'care';

/** What words take away, by class, and what each further one takes away at most. */
export interface Costs {
  first: Readonly<Record<Costly, number>>;
  further: number;
  most: number;
}

export const TITLE_COSTS: Costs = {
  first: { hard: 60, about: 45, work: 25, topic: 35, trap: 10, led: 35, care: 35 },
  further: 10,
  most: 60,
};
export const DESCRIPTION_COSTS: Costs = {
  first: { hard: 20, about: 6, work: 2, topic: 10, trap: 2, led: 14, care: 14 },
  further: 10,
  most: 26,
};
/** Words that cost less are not worth telling anybody. */
const WORTH_TELLING = 10;

function price(hit: Hit, costs: Costs): number {
  return hit.as === 'strong' || hit.as === 'likely' ? 0 : costs.first[hit.as];
}

/** Points that a text's words take away. */
export function cost(said: Said, costs: Costs): number {
  let total = 0;
  for (const hit of said.hits) {
    const each = price(hit, costs);
    total = total === 0 ? each : Math.max(total + Math.min(costs.further, each), each);
  }
  return Math.min(total, costs.most);
}

/** The words that speak against, dearest first. */
export function objections(said: Said, costs: Costs): readonly Hit[] {
  if (said.hits.length === 0) return said.hits;
  return said.hits
    .filter((hit) => price(hit, costs) >= WORTH_TELLING)
    .sort((a, b) => price(b, costs) - price(a, costs));
}
