/** Numbers, bullets and quotation marks that lists come with when they are pasted. */
const BEFORE_NAME = /^(?:\d{1,3}[.)]\s+|[-*•–—·]\s+|["'“„«]\s*)+/u;
const AFTER_NAME = /(?<!["'”“»,;])["'”“»,;]+$/u;

/** The most an event can hold. */
export const MAX_PEOPLE = 100;
/** A longer one would not fit into the fact. */
const MAX_NAME = 80;

export interface NameList {
  /** In the order of the list, no two the same. */
  names: string[];
  /** Names that stand more than once: each is kept apart by a number. */
  twice: string[];
  /** How many were left out beyond the most there can be. */
  tooMany: number;
}

/** The same person for the same letters, whatever their case, marks of composition and spaces. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** Reads a pasted list, one name a line. Two people of one name are two: the second is "Ana (2)". */
export function readNames(text: string): NameList {
  const list: NameList = { names: [], twice: [], tooMany: 0 };
  const taken = new Set<string>();
  for (const line of text.split(/[\r\n\u2028]+/u)) {
    const name = line.trim().replace(BEFORE_NAME, '').replace(AFTER_NAME, '').replaceAll(/\s+/gu, ' ').trim();
    if (name === '') continue;
    if (list.names.length === MAX_PEOPLE) {
      list.tooMany += 1;
      continue;
    }
    const short = [...name].slice(0, MAX_NAME).join('');
    if (taken.has(nameKey(short)) && !list.twice.includes(short)) list.twice.push(short);
    const own = ownName(short, taken);
    taken.add(nameKey(own));
    list.names.push(own);
  }
  return list;
}

/** The name, or the first "Name (2)", "Name (3)" … that nobody has. @param taken keys of names (`nameKey`). */
export function ownName(name: string, taken: ReadonlySet<string>): string {
  let own = name;
  for (let count = 2; taken.has(nameKey(own)); count++) own = `${name} (${count})`;
  return own;
}
