import type { KnownCircle } from '../calendar/spot/spotted.ts';
import { presentMembers } from '../circle/member.ts';
import type { Database } from './database.ts';

/** What the spotter should know of the circles there are, those in use first. */
export async function knownCircles(db: Pick<Database, 'circles' | 'members'>): Promise<KnownCircle[]> {
  const [circles, members] = await Promise.all([db.circles.toArray(), db.members.toArray()]);
  const byCircle = Map.groupBy(members, (member) => member.circleId);
  return circles
    .sort(
      (a, b) =>
        Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
    )
    .map((circle) => ({
      id: circle.id,
      name: circle.name,
      people: presentMembers(byCircle.get(circle.id) ?? [])
        .sort((a, b) => a.seat - b.seat || (a.id < b.id ? -1 : 1))
        .flatMap((member) => (member.email ? [member.email] : [])),
      everyDays: circle.everyDays,
      codes: circle.links.flatMap((link) => (link.kind === 'call' ? [link.value] : [])),
      keys: circle.seriesKeys,
    }));
}
