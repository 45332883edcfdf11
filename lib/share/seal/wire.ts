import * as v from 'valibot';
import { type Fact, factSchema, hashBody, hashFact, type LogId } from '../../fact/fact.ts';

/**
 * Facts as they travel: what can be worked out is left out (the hashes of a fact and of a body that is there, the hash
 * of the fact before when that travels too), which is most of what cannot be packed. One group for each log and author.
 */
export type WireFacts = readonly WireGroup[];
/** The log is 0 where it is the space's own. */
type WireGroup = readonly [log: LogId | 0, author: string, facts: readonly WireFact[]];
type WireFact = readonly [
  seq: number,
  at: string,
  by: string | null,
  kind: string,
  v: number,
  entity: string,
  prev: string | 0,
  sig: string | 0,
  salt: string | null,
  /** With a salt the body, without one the hash of the body that was erased. */
  rest: unknown,
];

const { entries } = factSchema;
const wireFact = v.strictTuple([
  entries.seq,
  entries.at,
  entries.by,
  entries.kind,
  entries.v,
  entries.entity,
  v.union([v.literal(0), entries.prev]),
  v.union([v.literal(0), v.pipe(v.string(), v.length(86))]),
  entries.salt,
  v.unknown(),
]);
const wireFacts = v.array(
  v.strictTuple([v.union([v.literal(0), entries.log]), entries.author, v.array(wireFact)]),
);

/** Facts of a space for the body of a frame. Any order; each log's and author's are sorted. */
export function packFacts(space: LogId, facts: readonly Fact[]): WireFacts {
  const groups = Map.groupBy(facts, (fact) => `${fact.log}\n${fact.author}`);
  return [...groups.values()].flatMap((group): WireGroup[] => {
    const sorted = group.toSorted((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
    const [first] = sorted;
    if (!first) return [];
    const wire = sorted.map((fact, i): WireFact => {
      const follows = fact.prev !== '' && fact.prev === sorted[i - 1]?.hash;
      const { seq, at, by, kind, entity, sig, salt } = fact;
      const rest = salt === null ? fact.bodyHash : fact.body;
      return [seq, at, by, kind, fact.v, entity, follows ? 0 : fact.prev, sig ?? 0, salt, rest];
    });
    return [[first.log === space ? 0 : first.log, first.author, wire]];
  });
}

/**
 * The facts in the body of a frame, each with hashes that fit what it says; signatures are still to be checked. Null when
 * anything in it is not as {@link packFacts} writes it.
 */
export function unpackFacts(space: LogId, body: unknown): Fact[] | null {
  const wire = v.safeParse(wireFacts, body);
  if (!wire.success) return null;
  const facts: Fact[] = [];
  try {
    for (const [log, author, group] of wire.output) {
      let before: Fact | undefined;
      for (const one of group) {
        const fact = readOne(log === 0 ? space : log, author, one, before?.hash);
        if (!fact) return null;
        facts.push(fact);
        before = fact;
      }
    }
  } catch {
    // A body that no fact can hold.
    return null;
  }
  return facts;
}

function readOne(
  log: LogId,
  author: string,
  wire: v.InferOutput<typeof wireFact>,
  before?: string,
): Fact | null {
  const [seq, at, by, kind, version, entity, link, sig, salt, rest] = wire;
  const prev = link === 0 ? before : link;
  if (prev === undefined) return null;
  const bodyHash = salt === null ? rest : hashBody(salt, rest);
  if (!v.is(entries.bodyHash, bodyHash)) return null;
  const said = { log, author, seq, at, by, kind, v: version, entity, prev, bodyHash };
  const body = salt === null ? null : rest;
  return { ...said, hash: hashFact(said), ...(sig === 0 ? {} : { sig }), salt, body };
}
