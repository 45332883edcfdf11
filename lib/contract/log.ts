import type { ContractRow } from './contract.ts';

/** Contracts of one meeting. */
export interface LogGroup {
  meetingId: string | null;
  contracts: ContractRow[];
}

/**
 * One row for each contract, also where two people wrote it down: of those joined by "same as" the one from the
 * member's own device stands for all, otherwise the older one. A private one that was shared is left to its copy.
 */
export function joinSame(all: readonly ContractRow[]): ContractRow[] {
  const contracts = all.filter((contract) => contract.sharedAs === undefined);
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id);
    return up === undefined || up === id ? id : find(up);
  };
  for (const contract of contracts)
    for (const other of contract.sameAs)
      if (byId.has(other)) {
        const [a, b] = [find(contract.id), find(other)].sort();
        if (a !== undefined && b !== undefined && a !== b) root.set(b, a);
      }
  const groups = Map.groupBy(contracts, (contract) => find(contract.id));
  return [...groups.values()].flatMap((group) => group.toSorted(representative).slice(0, 1));
}

const representative = (a: ContractRow, b: ContractRow): number =>
  Number(a.byScribe) - Number(b.byScribe) || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1);

/** Open ones first, then the latest first. */
export const openFirst = (a: ContractRow, b: ContractRow): number =>
  b.open - a.open || b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1);

/** Those whose words, or whose reports' words, hold every word of `query`, whatever case and accents. */
export function searchContracts(contracts: readonly ContractRow[], query: string): ContractRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...contracts];
  return contracts.filter((contract) => {
    const text = plain([contract.text, ...contract.reports.map((report) => report.text)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** What Unicode does not take apart, as people type it who have no key for it; apostrophes are typed or set. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı’]/gu, (letter) => TYPED_AS[letter] ?? letter);

/** By meeting, in the order the contracts come in. */
export const byMeeting = (contracts: readonly ContractRow[]): LogGroup[] =>
  [...Map.groupBy(contracts, (contract) => contract.meetingId)].map(([meetingId, group]) => ({
    meetingId,
    contracts: group,
  }));

/**
 * What the reports step asks about: every open contract whatever its meeting, except those made at this one, and
 * those reported at this one (so that an outcome just given can be seen and corrected).
 */
export const toReport = (contracts: readonly ContractRow[], meetingId: string): ContractRow[] =>
  contracts.filter(
    (contract) =>
      contract.meetingId !== meetingId &&
      (contract.open === 1 || contract.reports.some((report) => report.meetingId === meetingId)),
  );
