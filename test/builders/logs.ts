import { type Draft, type Fact, seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick } from '../../lib/fact/hlc.ts';

/** A device that writes facts outside of any browser: give it drafts and the time (UTC ms) they were written at. */
export function device(author: string): {
  facts: Fact[];
  write(drafts: readonly Draft[], now: number): Fact[];
} {
  const heads = new Map<string, { seq: number; hash: string }>();
  const facts: Fact[] = [];
  let at = HLC_START;
  return {
    facts,
    write(drafts, now) {
      return drafts.map((draft) => {
        const head = heads.get(draft.log);
        at = tick(at, now);
        const seq = (head?.seq ?? 0) + 1;
        // One author a log, as in a real profile.
        const place = { author: `${author}-${draft.log}`.slice(0, 150), seq, at, prev: head?.hash ?? '' };
        const fact = seal(draft, { ...place, salt: `${author}${facts.length}` });
        heads.set(draft.log, { seq, hash: fact.hash });
        facts.push(fact);
        return fact;
      });
    },
  };
}
