import type { AuthorId, Fact } from '../../fact/fact.ts';

/** More than these at once are read from the store when they are sent. */
const MOST = 64;

/** A run of own facts by their numbers, both ends included. */
export interface OwnRange {
  from: number;
  to: number;
}

/**
 * Own facts that were signed a moment ago, until they are sent: so that what somebody does goes out before anything is
 * read. Each is handed out once: words that are erased later are in no second copy here.
 */
export function ownSigned() {
  const known = new Map<number, Fact>();
  return {
    /** @returns their numbers; null where these are not facts of this author, one after the other. */
    add(facts: readonly Fact[], author: AuthorId): OwnRange | null {
      const [first] = facts;
      if (!first || facts.some((fact, i) => fact.author !== author || fact.seq !== first.seq + i))
        return null;
      known.clear();
      for (const fact of facts.slice(0, MOST)) known.set(fact.seq, fact);
      return { from: first.seq, to: first.seq + facts.length - 1 };
    },
    /** The facts with these numbers of this author; null where one of them is not here. */
    take(author: AuthorId, { from, to }: OwnRange): Fact[] | null {
      const taken: Fact[] = [];
      for (let seq = from; seq <= to && taken.length === seq - from; seq += 1) {
        const fact = known.get(seq);
        known.delete(seq);
        if (fact?.author === author) taken.push(fact);
      }
      return taken.length === to - from + 1 ? taken : null;
    },
  };
}
