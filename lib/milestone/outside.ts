import { type Credit, type MilestoneRow, scopeOf } from './milestone.ts';

/** Who is in the circle or was, by name. */
export interface Person {
  id: string;
  name: string;
}

/** A milestone as it may be told outside: nothing that somebody did not consent to is in it. */
export interface Told {
  id: string;
  kind: MilestoneRow['kind'];
  title: string;
  /** ISO date. */
  on: string;
  /** Null: "a member of the circle". */
  name: string | null;
  /** Who helped and lets their name be told. */
  thanks: readonly { name: string; for?: string }[];
}

/** Why one that was let go is held back all the same. */
export interface HeldBack {
  row: MilestoneRow;
  /** Whose name stands in its words without their consent. */
  names: readonly string[];
}

/**
 * What may leave the circle, in the order of `rows`: milestones their member let go, with the names of those who let
 * theirs be told. One whose words name anybody else is held back, for whoever wrote it to find other words.
 * @param people everybody who is or was in the circle.
 */
export function tellOutside(
  rows: readonly MilestoneRow[],
  people: readonly Person[],
): { told: Told[]; held: HeldBack[] } {
  const told: Told[] = [];
  const held: HeldBack[] = [];
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  for (const row of rows) {
    const scope = scopeOf(row, row.memberId);
    if (!row.confirmed || scope === 'circle') continue;
    const isNamed = (id: string): boolean => scopeOf(row, id) === 'named' && nameOf.has(id);
    const thanked = row.credit.filter((one) => one.memberId !== row.memberId && isNamed(one.memberId));
    const texts = [row.title, ...thanked.map((one) => one.for ?? '')].join('\n');
    const names = people
      .filter((person) => !isNamed(person.id) && mentions(texts, person.name))
      .map((person) => person.name);
    if (names.length > 0) {
      held.push({ row, names });
      continue;
    }
    told.push({
      id: row.id,
      kind: row.kind,
      title: row.title,
      on: row.on,
      name: scope === 'named' ? (nameOf.get(row.memberId) ?? null) : null,
      thanks: thanked.map((one) => thanksOf(one, nameOf.get(one.memberId) ?? '')),
    });
  }
  return { told, held };
}

const thanksOf = (one: Credit, name: string): Told['thanks'][number] =>
  one.for === undefined ? { name } : { name, for: one.for };

/**
 * Whether a text speaks of somebody by name: by a part of it as a word of its own, whatever case and accents; by one of
 * two letters only as it is written ("Bo", not "bo"). Too often rather than too seldom: it only asks for other words.
 */
export function mentions(text: string, name: string): boolean {
  const [said, meant] = [plain(text), plain(name)];
  if (meant === '') return false;
  if (said.toLowerCase().includes(meant.toLowerCase())) return true;
  const spoken = new Set(wordsOf(said));
  const lower = new Set(wordsOf(said.toLowerCase()));
  return wordsOf(meant).some((part) => {
    const letters = [...part].length;
    return letters >= 3 ? lower.has(part.toLowerCase()) : letters === 2 && spoken.has(part);
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim();
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
