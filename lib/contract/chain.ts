import type { ContractRow } from './contract.ts';

/**
 * A contract with all it was renegotiated from and into, the oldest first. `find` gives a contract by its id; a chain
 * ends where one is missing (its link may name a contract that never arrived, or was erased).
 */
export function chainOf(
  contract: ContractRow,
  find: (id: string) => ContractRow | undefined,
  followers: (id: string) => readonly ContractRow[],
): ContractRow[] {
  const chain = [contract];
  const seen = new Set([contract.id]);
  const isNew = (one: ContractRow | undefined): one is ContractRow => one !== undefined && !seen.has(one.id);
  for (let up = before(contract, find); isNew(up); up = before(up, find)) {
    seen.add(up.id);
    chain.unshift(up);
  }
  for (let next = followers(contract.id)[0]; isNew(next); next = followers(next.id)[0]) {
    seen.add(next.id);
    chain.push(next);
  }
  return chain;
}

const before = (
  { follows }: ContractRow,
  find: (id: string) => ContractRow | undefined,
): ContractRow | undefined => (follows === null ? undefined : find(follows));
