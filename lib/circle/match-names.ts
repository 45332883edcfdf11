/** A member as far as names go. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Whose names stand in a call. A name fits a member when it has the same words in any order ("Levi, Dana"), accents and
 * case aside, or when the words of one are among the other's ("Dana") and no second member or name fits as well: two
 * people of one first name are never told apart by guessing.
 * @returns ids of members in their order, and the names that are nobody's.
 */
export function matchNames(
  members: readonly Named[],
  names: readonly string[],
): { here: string[]; others: string[] } {
  const left = members.map(({ id, name }) => ({ id, words: wordsOf(name) }));
  const open = names.map((name) => ({ name, words: wordsOf(name) }));
  const found = new Set<string>();
  const known = new Set<string>();
  for (const fits of [isSame, isPart]) {
    const people = left.filter(({ id }) => !found.has(id));
    const said = open.filter(({ name }) => !known.has(name));
    for (const { name, words } of said) {
      const [member, second] = people.filter((one) => fits(one.words, words));
      if (!member || second) continue;
      if (said.filter((one) => fits(member.words, one.words)).length > 1) continue;
      found.add(member.id);
      known.add(name);
    }
  }
  return {
    here: members.flatMap(({ id }) => (found.has(id) ? [id] : [])),
    others: names.filter((name) => !known.has(name)),
  };
}

type Words = ReadonlySet<string>;

const wordsOf = (name: string): Words =>
  new Set(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );
const isSame = (a: Words, b: Words): boolean => a.size > 0 && a.size === b.size && a.isSubsetOf(b);
const isPart = (a: Words, b: Words): boolean =>
  a.size > 0 && b.size > 0 && (a.isSubsetOf(b) || b.isSubsetOf(a));
