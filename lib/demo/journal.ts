import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';

/** A log that is written outside of any database, as one profile would have written it. */
export interface Journal {
  readonly facts: readonly Fact[];
  /** Facts of one entity, in the order they were written. */
  of(entity: string): readonly Fact[];
  /** @param at ms since 1970. */
  write(drafts: readonly Draft[], at: number): void;
}

/** @param newId gives random ids: the author's and the salts. */
export function openJournal(newId: () => string): Journal {
  const authors = new Map<string, string>();
  const heads = new Map<string, { seq: number; hash: string }>();
  const byEntity = new Map<string, Fact[]>();
  const facts: Fact[] = [];
  let at = HLC_START;
  return {
    facts,
    of: (entity) => byEntity.get(entity) ?? [],
    write(drafts, now) {
      for (const draft of drafts) {
        at = tick(at, now);
        const author = authors.get(draft.log) ?? newId();
        authors.set(draft.log, author);
        const head = heads.get(draft.log);
        const place = { author, seq: (head?.seq ?? 0) + 1, at, prev: head?.hash ?? '' };
        const fact = seal(draft, { ...place, salt: newId() });
        heads.set(draft.log, { seq: fact.seq, hash: fact.hash });
        facts.push(fact);
        byEntity.set(fact.entity, [...(byEntity.get(fact.entity) ?? []), fact]);
      }
    },
  };
}
