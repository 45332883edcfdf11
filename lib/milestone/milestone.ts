import { sha256 } from '@noble/hashes/sha2.js';
import { canonical } from '../fact/canonical.ts';
import { type Fact, isErased } from '../fact/fact.ts';
import { type Known, latest, readFacts } from '../fact/fold.ts';
import { isSpaceId } from '../fact/space.ts';
import { type MilestoneKind, milestoneKinds, SCOPES, type Scope } from './facts.ts';

/** Somebody who helped. */
export interface Credit {
  memberId: string;
  /** What for, in the words of whoever wrote it; absent where nothing was said. */
  for?: string;
}

/** What is told of a milestone, in the circle or outside. */
export interface MilestoneWords {
  kind: MilestoneKind;
  title: string;
  /** ISO date. */
  on: string;
  credit: readonly Credit[];
}

/** How far one person lets a milestone go. Who never said anything is not among them, and lets it go nowhere. */
export interface Consent {
  memberId: string;
  scope: Scope;
  /** It was given for other words: so it holds no more, and may be asked for again. */
  isStale: boolean;
  /** The facts that said so, to be named by what changes it. */
  facts: readonly string[];
}

/** A Milestone as screens show it; folded from its own facts alone. */
export interface MilestoneRow extends MilestoneWords {
  id: string;
  circleId: string;
  /** Whose it is. */
  memberId: string;
  /** The member who wrote it down; null before anybody said who they are. */
  writtenBy: string | null;
  /** False while somebody else suggests it, or changed its words, and its member has not said so: it counts for nothing. */
  confirmed: boolean;
  consents: readonly Consent[];
  goal?: string;
  contract?: string;
  meetingId: string | null;
  /** When it was written down, ms since 1970. */
  at: number;
  /** The facts that made it and set its words, for an edit or an undo to name. */
  madeBy: string;
  wordingFacts: readonly string[];
  source?: string;
  newer: number;
}

type MilestoneFact = Known<typeof milestoneKinds>;
type ConsentFact = Extract<MilestoneFact, { kind: 'milestone.consented' }>;

/** Folds the facts of one milestone. Null while its making has not arrived, or when it was undone or erased. */
export function foldMilestone(id: string, facts: readonly Fact[]): MilestoneRow | null {
  const { facts: known, newer } = readFacts(milestoneKinds, facts);
  const made = known.find((fact) => fact.kind === 'milestone.reached');
  if (!made) return null;
  const { circle, member, goal, contract, meeting, at, source } = made.body;
  // The member's own device beats whoever wrote it down for them, whatever the time.
  const owner = (fact: MilestoneFact): number => (fact.by === member ? 1 : 0);
  const edits = known.filter((fact) => fact.kind === 'milestone.edited');
  const edit = latest(edits, owner);
  const wording = edit && owner(edit) >= owner(made) ? edit : made;
  const words: MilestoneWords = {
    kind: wording.body.kind,
    title: wording.body.title,
    on: wording.body.on,
    credit: credits(wording.body.credit),
  };
  const consents = known.filter((fact) => fact.kind === 'milestone.consented');
  const erased = facts.filter((fact) => fact.kind === 'milestone.consented' && isErased(fact));
  return {
    id,
    circleId: circle,
    memberId: member,
    ...words,
    writtenBy: made.by,
    confirmed:
      !isSpaceId(made.log) ||
      owner(wording) === 1 ||
      known.some((fact) => says(fact, member, wordingFor({ ...words, memberId: member }, member))),
    consents: [...Map.groupBy(consents, (fact) => fact.body.member)]
      .map(([memberId, given]) =>
        foldConsent(memberId, given, erased, wordingFor({ ...words, memberId: member }, memberId)),
      )
      .sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
    ...(goal === undefined ? {} : { goal }),
    ...(contract === undefined ? {} : { contract }),
    meetingId: meeting ?? null,
    at,
    madeBy: made.hash,
    wordingFacts: edits.map((fact) => fact.hash),
    ...(source === undefined ? {} : { source }),
    newer,
  };
}

/** Whether a fact says that it was so: by its member, in the words it has now; or by a scribe, for one without a device. */
function says(fact: MilestoneFact, member: string, wording: string): boolean {
  switch (fact.kind) {
    case 'milestone.confirmed':
      return fact.body.scribe === true || (fact.by === member && fact.body.wording === wording);
    case 'milestone.consented':
      return fact.by === member && fact.body.member === member && fact.body.wording === wording;
    case 'milestone.reached':
    case 'milestone.edited':
      return false;
    default:
      return fact satisfies never;
  }
}

/** Each helper once; whoever is named twice was thanked for both. */
const credits = (list: readonly { member: string; for?: string | undefined }[]): Credit[] =>
  [...Map.groupBy(list, (one) => one.member)].map(([memberId, same]) => {
    const why = [...new Set(same.flatMap((one) => (one.for ? [one.for] : [])))].join('; ');
    return why === '' ? { memberId } : { memberId, for: why };
  });

/**
 * What somebody's consent is now. Where several were given without knowing of each other, or one lost its words, the
 * narrowest holds: what leaves the circle cannot be called back.
 */
function foldConsent(
  memberId: string,
  given: readonly ConsentFact[],
  erased: readonly Fact[],
  wording: string,
): Consent {
  const replaced = new Set(given.flatMap((fact) => fact.body.replaces));
  const heads = given.filter((fact) => !replaced.has(fact.hash));
  const writers = new Set(given.map((fact) => fact.by));
  const isUnsure = erased.some((fact) => writers.has(fact.by) && !replaced.has(fact.hash));
  const isStale = heads.some((fact) => fact.body.scope !== 'circle' && fact.body.wording !== wording);
  const narrowest = Math.min(...heads.map((fact) => SCOPES.indexOf(fact.body.scope)));
  const scope = isUnsure || isStale ? undefined : SCOPES[narrowest];
  const facts = [...given.map((fact) => fact.hash), ...erased.map((fact) => fact.hash)];
  return { memberId, scope: scope ?? 'circle', isStale, facts: [...new Set(facts)].sort() };
}

/**
 * Names the words a consent is for: all of it where it is one's own milestone, otherwise the milestone and what one is
 * thanked for, so that thanking somebody else too asks nobody again.
 */
export function wordingFor(
  { kind, title, on, credit, memberId: owner }: MilestoneWords & { memberId: string },
  memberId: string,
): string {
  const sorted = credit.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const named = memberId === owner ? sorted : sorted.filter((one) => one.memberId === memberId);
  const thanks = named.map((one) => [one.memberId, one.for ?? '']);
  const text = canonical([kind, title, memberId === owner ? on : '', owner, thanks]);
  return sha256(new TextEncoder().encode(text))
    .toBase64({ alphabet: 'base64url', omitPadding: true })
    .slice(0, 22);
}

/** How far somebody lets a milestone go; nowhere where they said nothing. */
export const scopeOf = (row: Pick<MilestoneRow, 'consents'>, memberId: string): Scope =>
  row.consents.find((one) => one.memberId === memberId)?.scope ?? 'circle';
