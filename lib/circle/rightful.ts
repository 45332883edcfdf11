import * as v from 'valibot';
import { BEGINNINGS, ERASED, type ErasureRules } from '../fact/erased.ts';
import { byTime, type Fact, isErased } from '../fact/fact.ts';
import { FACT_VERSION, UNDONE, undoneSchema } from '../fact/fold.ts';
import { counts, isSteward, type RightsRow } from './rights.ts';
import { pairOf } from './rights-acts.ts';

/**
 * The facts of one entity that change anything in a shared circle, for a fold to read. What takes others back is cut to
 * what its writer may take back: their own, what was written down for them, and what is the circle's own (its name, its
 * links, a meeting's course).
 */
export function rightful(rights: RightsRow, facts: readonly Fact[]): Fact[] {
  const byHash = new Map(facts.map((fact) => [fact.hash, fact]));
  const owner = ownerOf(facts);
  const counting = facts.filter((fact) => counts(rights, fact));
  const writers = writersOf(counting);
  return counting.flatMap((fact) => {
    if (!mayWrite(fact, writers)) return [];
    if (fact.kind !== UNDONE || fact.v !== FACT_VERSION || isErased(fact)) return [fact];
    const body = v.safeParse(undoneSchema, fact.body);
    if (!body.success) return [fact];
    const may = body.output.facts.filter((hash) => {
      const target = byHash.get(hash);
      return target !== undefined && mayUndo(rights, fact, target, owner);
    });
    return [{ ...fact, body: { facts: may } }];
  });
}

/** The members whose words an entity is made of: whose it is, and who wrote it down. */
function writersOf(facts: readonly Fact[]): ReadonlySet<string> {
  const begun = facts.filter((fact) => BEGINNINGS.has(fact.kind) && !isErased(fact)).sort(byTime)[0];
  return new Set([ownerOf(facts), begun?.by].filter((one) => typeof one === 'string'));
}

/**
 * What not every member may say: that something may be told outside says each for themselves alone; other words for a
 * milestone, an offer … find its member and who wrote it down. Without its words a fact says nothing, and a fold may want to know of it.
 */
function mayWrite(fact: Fact, writers: ReadonlySet<string>): boolean {
  if (fact.by === null || isErased(fact)) return true;
  switch (fact.kind) {
    case CONSENTED:
      return (fact.body as { member?: unknown } | null)?.member === fact.by;
    case 'milestone.edited':
    case 'together.edited':
      return writers.has(fact.by);
    default:
      return true;
  }
}

/** Nobody else gives or takes it, not even the member whose milestone it is about. */
const CONSENTED = 'milestone.consented';

function mayUndo(rights: RightsRow, undo: Fact, target: Fact, owner: string | null): boolean {
  // It is said anew instead: behind an undo that is itself taken back, or erased, an older consent would come forth again.
  if (target.kind === CONSENTED) return false;
  if (target.by === undo.by || (owner !== null && owner === undo.by)) return true;
  if (target.kind.startsWith('circle.') || target.kind.startsWith('meeting.')) return true;
  return target.kind.startsWith('member.') && isSteward(rights, undo);
}

/** Whose contract (parked thought, milestone) it is; null where nobody's, or where that is not known (any more). */
function ownerOf(facts: readonly Fact[]): string | null {
  const begun = facts.filter((fact) => BEGINNINGS.has(fact.kind) && !isErased(fact)).sort(byTime)[0];
  const member = (begun?.body as { member?: unknown } | undefined)?.member;
  return typeof member === 'string' ? member : null;
}

/** Whether an erasure by this member takes how an entity began, and with it all of it: see {@link erasureRules}. */
export const mayEraseWhole = (facts: readonly Fact[], by: string | null): boolean =>
  by !== null && writersOf(facts).has(by);

/**
 * Which words an erasure takes in a shared circle: those of its own member, and all of a contract that is theirs. By the
 * devices anybody ever named (`claims`), not by those that belong now: an erasure cannot be taken back, so it must not
 * depend on what arrives later.
 * @param isKnownErased see {@link ErasureRules}.
 */
export function erasureRules(
  rights: RightsRow,
  facts: readonly Fact[],
  isKnownErased: (fact: Fact) => boolean,
): ErasureRules {
  const claims = new Set(rights.claims);
  const owner = ownerOf(facts);
  return {
    isKnownErased,
    mayErase: (erasure, target) =>
      erasure.by !== null &&
      claims.has(pairOf(erasure.author, erasure.by)) &&
      (erasure.by === target.by || (erasure.by === owner && target.kind !== CONSENTED)),
  };
}

/**
 * Whether it may be true that a fact came without its words because they were erased. Of a contract somebody else wrote
 * down, its beginning told whose it was, and it is gone: there any member's erasure is believed.
 */
export function mayHaveLostWords(rights: RightsRow, bare: Fact, facts: readonly Fact[]): boolean {
  const claims = new Set(rights.claims);
  return facts.some(
    (fact) =>
      fact.kind === ERASED &&
      fact.by !== null &&
      claims.has(pairOf(fact.author, fact.by)) &&
      (fact.by === bare.by || facts.some((one) => BEGINNINGS.has(one.kind))),
  );
}
