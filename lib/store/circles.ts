import type { CircleRow } from '../circle/circle.ts';
import type { MemberRow } from '../circle/member.ts';
import type { Database } from './database.ts';

/** A circle with all who are or were in it, and which of them is me. */
export interface CircleWithMembers {
  circle: CircleRow;
  /** By seat; former members too. */
  members: readonly MemberRow[];
  me: MemberRow | null;
}

const bySeat = (a: MemberRow, b: MemberRow): number => a.seat - b.seat || (a.id < b.id ? -1 : 1);

/** One circle, or null when there is none of that id. */
export async function loadCircle(db: Database, circleId: string): Promise<CircleWithMembers | null> {
  return db.transaction('r', [db.circles, db.members, db.selves], async () => {
    const [circle, members, self] = await Promise.all([
      db.circles.get(circleId),
      db.members.where('circleId').equals(circleId).toArray(),
      db.selves.get(circleId),
    ]);
    if (!circle) return null;
    members.sort(bySeat);
    return { circle, members, me: members.find((member) => member.id === self?.memberId) ?? null };
  });
}

/** Ids of circles that go on in another one that is here: they are kept, and nobody sees them beside it. */
export async function continuedCircles(db: Database): Promise<ReadonlySet<string>> {
  const circles = await db.circles.toArray();
  const here = new Set(circles.map((circle) => circle.id));
  return new Set(
    circles.flatMap(({ id, continuedIn }) =>
      continuedIn !== undefined && here.has(continuedIn) ? [id] : [],
    ),
  );
}

/** The circle that one goes on in by now, as far as that is here; itself where it does not. */
export async function goesOnIn(db: Database, circleId: string): Promise<string> {
  const seen = new Set([circleId]);
  for (let at = circleId; ; ) {
    const next = (await db.circles.get(at))?.continuedIn;
    if (next === undefined || seen.has(next) || !(await db.circles.get(next))) return at;
    seen.add(next);
    at = next;
  }
}

/** All circles, those in use first, by name; without those that go on in another. */
export async function listCircles(db: Database): Promise<CircleWithMembers[]> {
  return db.transaction('r', [db.circles, db.members, db.selves], async () => {
    const hidden = await continuedCircles(db);
    const circles = (await db.circles.toArray()).filter((circle) => !hidden.has(circle.id));
    const loaded = await Promise.all(circles.map((circle) => loadCircle(db, circle.id)));
    return loaded
      .filter((one) => one !== null)
      .sort(
        (a, b) =>
          Number(a.circle.archived) - Number(b.circle.archived) ||
          a.circle.name.localeCompare(b.circle.name) ||
          (a.circle.id < b.circle.id ? -1 : 1),
      );
  });
}

/** The hashes that set one thing of an entity now, for an edit to name (architecture: an edit names what it replaces). */
export async function factsOfKind(
  db: Database,
  log: string,
  entity: string,
  kinds: readonly string[],
): Promise<string[]> {
  const facts = await db.facts.where('[log+entity]').equals([log, entity]).toArray();
  return facts.filter((fact) => kinds.includes(fact.kind)).map((fact) => fact.hash);
}
