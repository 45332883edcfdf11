/**
 * Reads the file of "Export everything" by what docs/export-format.md says of it, for numbers that are worked out a second
 * time. Nothing of the product is imported here or in from-export.ts, types included: what both get wrong would not be seen.
 * Of a shared circle it believes every fact; whoever writes what they have no right to is not looked for here.
 */
type Body = Record<string, unknown>;

export interface Entry {
  log: string;
  author: string;
  seq: number;
  at: string;
  by: string | null;
  kind: string;
  v: number;
  entity: string;
  hash: string;
  body: Body;
}

/** All that counts of a file: no lost words, no later versions, nothing that was taken back. In reading order. */
export function readExport(text: string): Entry[] {
  const file = JSON.parse(text) as { format: string; version: number; facts: Entry[] };
  if (file.format !== 'circlekeeper' || file.version !== 1) throw new Error('no file of "Export everything"');
  const entries = file.facts
    .filter((one) => one.v === 1 && one.body !== null && typeof one.body === 'object')
    .toSorted(
      (a, b) => order(a.at, b.at) || order(a.author, b.author) || a.seq - b.seq || order(a.hash, b.hash),
    );
  const undos = entries.filter((one) => one.kind === 'undone');
  const takenBack = (target: Entry): boolean =>
    undos.some(
      (undo) =>
        undo.log === target.log &&
        undo.entity === target.entity &&
        list(undo.body.facts).includes(target.hash) &&
        !takenBack(undo),
    );
  const named = new Set(undos.flatMap((undo) => list(undo.body.facts)));
  return entries.filter((one) => one.kind !== 'undone' && !(named.has(one.hash) && takenBack(one)));
}

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

export const num = (value: unknown): number => {
  if (typeof value !== 'number') throw new Error('a number was expected');
  return value;
};

export const str = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('a text was expected');
  return value;
};

/** What is said of a thing now: of those that matter most, the last that no other of them replaces. */
export function saidLast(
  entries: readonly Entry[],
  weight: (one: Entry) => number = () => 0,
): Entry | undefined {
  const top = Math.max(...entries.map(weight));
  const heard = entries.filter((one) => weight(one) === top);
  const replaced = new Set(heard.flatMap((one) => list(one.body.replaces)));
  return heard.filter((one) => !replaced.has(one.hash)).at(-1) ?? heard.at(-1);
}

/** What is said last of each member (`body.member`). */
export function perMember(entries: readonly Entry[]): Map<string, Entry> {
  const result = new Map<string, Entry>();
  for (const member of new Set(entries.map((one) => str(one.body.member)))) {
    const last = saidLast(entries.filter((one) => one.body.member === member));
    if (last) result.set(member, last);
  }
  return result;
}

/** By entity, in reading order. */
export function things(entries: readonly Entry[], log: string, prefix: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const one of entries) {
    if (one.log !== log || !one.kind.startsWith(prefix)) continue;
    const same = found.get(one.entity);
    if (same) same.push(one);
    else found.set(one.entity, [one]);
  }
  return found;
}
