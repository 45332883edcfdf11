import { type RightsRow, rightNow } from '../circle/rights.ts';
import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { isCourse } from '../meeting/steering.ts';
import type { Database } from './database.ts';

/**
 * What drafts for a shared circle need beside what a screen knows, added in the transaction that records them, so that no
 * screen can forget it: who leaves is cut off at what was accepted of their devices by then; a steward names the right
 * they act by; whoever moves a meeting they do not steer takes over first, for all to see.
 */
export async function completed(db: Database, drafts: readonly Draft[]): Promise<Draft[]> {
  const out: Draft[] = [];
  const steering = new Set<string>();
  for (const one of drafts) {
    if (!isSpaceId(one.log) || one.by === null) {
      out.push(one);
      continue;
    }
    switch (one.kind) {
      case 'member.left':
      case 'member.returned':
        out.push(await withRight(db, one));
        break;
      case 'meeting.roles': {
        const { facilitator, timekeeper } = one.body as { facilitator?: unknown; timekeeper?: unknown };
        if (one.by === facilitator || one.by === timekeeper) steering.add(one.entity);
        out.push(one);
        break;
      }
      case 'meeting.tookOver':
        steering.add(one.entity);
        out.push(one);
        break;
      default: {
        if (isCourse(one.kind) && !steering.has(one.entity)) {
          steering.add(one.entity);
          out.push(...(await takingOver(db, one)));
        }
        out.push(one);
      }
    }
  }
  return out;
}

async function withRight(db: Database, one: Draft): Promise<Draft> {
  const rights = await db.rights.get(one.log);
  const body = one.body as { until?: Record<string, number>; right?: string };
  if (!rights || one.by === null) return one;
  const right = one.by === one.entity ? undefined : (body.right ?? rightNow(rights, one.by));
  const until =
    one.kind === 'member.left' && Object.keys(body.until ?? {}).length === 0
      ? { until: await headsOf(db, rights, one.entity) }
      : {};
  return { ...one, body: { ...body, ...until, ...(right === undefined ? {} : { right }) } };
}

/** The last number held here of each device a member has, or had. */
export async function headsOf(
  db: Database,
  rights: RightsRow,
  member: string,
): Promise<Record<string, number>> {
  const devices = rights.devices.filter((one) => one.member === member).map((one) => one.device);
  const heads = await db.heads.bulkGet(devices.map((device): [string, string] => [rights.id, device]));
  return Object.fromEntries(devices.map((device, i) => [device, heads[i]?.seq ?? 0]));
}

async function takingOver(db: Database, one: Draft): Promise<Draft[]> {
  const row = await db.meetings.get([one.log, one.entity]);
  if (row?.steering?.members.includes(one.by ?? '')) return [];
  const { at } = one.body as { at?: unknown };
  return [
    draft(one.log, one.by, one.entity, 'meeting.tookOver', { at: typeof at === 'number' ? at : db.now() }),
  ];
}
