import * as v from 'valibot';
import { type AuthorId, type Fact, factSchema, hashBody, rehashed } from '../../fact/fact.ts';
import type { SpaceId } from '../../fact/space.ts';

/**
 * A fact on its way: `[seq, at, by, kind, v, entity, prev, salt, body, sig]`. What follows from the rest is left out:
 * log and author (one for many), the body's hash and the fact's. `prev` is 0 where it is the fact before it in the
 * list; where the words were erased `salt` is null and the body's hash stands for the body.
 */
export type WireFact = readonly [
  number,
  string,
  string | null,
  string,
  number,
  string,
  string | 0,
  string | null,
  unknown,
  string | 0,
];

/** Facts of one author, in the order of their numbers, as they travel. */
export const toWire = (facts: readonly Fact[]): WireFact[] =>
  facts.map((fact, index) => [
    fact.seq,
    fact.at,
    fact.by,
    fact.kind,
    fact.v,
    fact.entity,
    // A second fact of number 1 has none before it, and must not get the first.
    fact.prev === (facts[index - 1]?.hash ?? '') ? 0 : fact.prev,
    fact.salt,
    fact.salt === null ? fact.bodyHash : fact.body,
    fact.sig ?? 0,
  ]);

/**
 * The facts that were meant. Their hashes are made anew, so a changed one has a hash that nobody signed. What is no
 * fact at all is left out. Never throws.
 */
export function fromWire(space: SpaceId, author: AuthorId, wire: readonly unknown[]): Fact[] {
  const facts: Fact[] = [];
  let before: Fact | undefined;
  for (const one of wire) {
    const fact = read(space, author, one, before);
    if (fact) facts.push(fact);
    before = fact ?? undefined;
  }
  return facts;
}

function read(space: SpaceId, author: AuthorId, wire: unknown, before: Fact | undefined): Fact | null {
  if (!Array.isArray(wire) || wire.length !== 10) return null;
  const [seq, at, by, kind, version, entity, prev, salt, said, sig] = wire as unknown[];
  try {
    const erased = salt === null;
    const draft = {
      log: space,
      author,
      seq,
      at,
      by,
      kind,
      v: version,
      entity,
      prev: prev === 0 ? (before?.hash ?? '') : prev,
      salt,
      bodyHash: erased ? said : hashBody(String(salt), said),
      hash: NOT_YET,
      ...(sig === 0 ? {} : { sig }),
      body: erased ? null : said,
    };
    const fact = v.safeParse(factSchema, draft);
    return fact.success ? rehashed(fact.output) : null;
  } catch {
    return null;
  }
}

const NOT_YET = 'A'.repeat(43);
