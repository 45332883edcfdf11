import { draft } from '../fact/draft.ts';
import { ERASED } from '../fact/erased.ts';
import { type Draft, ME } from '../fact/fact.ts';
import { type Known, latest } from '../fact/fold.ts';
import type { ContractRow } from './contract.ts';
import type { contractKinds } from './facts.ts';

/** Something a member said about a contract. */
export interface Said {
  /** Null: said before anybody told who they are. */
  member: string | null;
  text: string;
  /** When it was first said, ms since 1970. */
  at: number;
  isEdited: boolean;
  /** All facts it was said by: an edit names them, and taking it away erases them. */
  facts: readonly string[];
}

type SaidFact = Extract<Known<typeof contractKinds>, { kind: 'contract.said' }>;

/**
 * Folds what was said about one contract. An edit takes the place of what the same member said before; of others' words
 * it changes nothing, and stands beside them.
 * @param facts in reading order.
 */
export function foldThread(facts: readonly SaidFact[]): Said[] {
  const byHash = new Map(facts.map((fact) => [fact.hash, fact]));
  const replaced = (fact: SaidFact): SaidFact[] =>
    (fact.body.replaces ?? []).flatMap((hash) => {
      const target = byHash.get(hash);
      return target !== undefined && target.by === fact.by ? [target] : [];
    });
  // What is named by one edit was one thing; each knows the first fact of what it belongs to.
  const root = new Map<string, string>();
  const find = (hash: string): string => {
    let at = hash;
    for (let up = root.get(at); up !== undefined; up = root.get(at)) at = up;
    return at;
  };
  for (const fact of facts)
    for (const target of replaced(fact)) {
      const [a, b] = [find(fact.hash), find(target.hash)].sort();
      if (a !== undefined && b !== undefined && a !== b) root.set(b, a);
    }
  return [...Map.groupBy(facts, (fact) => find(fact.hash)).values()]
    .flatMap((group): Said[] => {
      const now = latest(
        group.map((fact) => ({ ...fact, body: { ...fact.body, replaces: fact.body.replaces ?? [] } })),
      );
      if (!now || now.body.text === '') return [];
      return [
        {
          member: now.by,
          text: now.body.text,
          at: Math.min(...group.map((fact) => fact.body.at)),
          isEdited: group.length > 1,
          facts: group.map((fact) => fact.hash).sort(),
        },
      ];
    })
    .sort((a, b) => a.at - b.at || ((a.facts[0] ?? '') < (b.facts[0] ?? '') ? -1 : 1));
}

type Of = Pick<ContractRow, 'id' | 'circleId' | 'isPrivate'>;

/**
 * Says something about a contract; with `before` (of one's own), in its place. Under the circle's agreement like all that
 * is said. @param by the member I am. @param at ms since 1970.
 */
export const sayAbout = (
  contract: Of,
  text: string,
  by: string | null,
  at: number,
  before?: Pick<Said, 'facts'>,
): Draft =>
  draft(
    contract.isPrivate ? ME : contract.circleId,
    contract.isPrivate ? null : by,
    contract.id,
    'contract.said',
    {
      text: text.trim(),
      at,
      ...(before ? { replaces: [...before.facts] } : {}),
    },
  );

/** Takes away for good what one said about a contract, with all its earlier wordings. */
export const eraseSaid = (contract: Of, said: Pick<Said, 'facts'>, by: string | null): Draft =>
  draft(contract.isPrivate ? ME : contract.circleId, contract.isPrivate ? null : by, contract.id, ERASED, {
    facts: [...said.facts],
    whole: false,
  });
