import type { CopyChoice, CopySource, CopyTarget } from '../circle/copy-circle.ts';
import type { LogId } from '../fact/fact.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { circleMilestones } from './milestones.ts';
import { logFacts } from './spaces.ts';
import { togetherOf } from './together.ts';

/** How much of each there is, for the preview to say beside its boxes. */
export type CopyCounts = Readonly<
  Record<
    'members' | 'meetings' | 'ownContracts' | 'othersContracts' | 'parking' | 'milestones' | 'together',
    number
  >
> & {
  /** Stays in one's own log, whatever is ticked: said, so that nobody has to wonder. */
  private: number;
};

/** All of a circle that could be copied; null without the circle, or while nobody has said which member I am. */
export async function copySource(db: Database, circleId: string): Promise<CopySource | null> {
  const loaded = await loadCircle(db, circleId);
  if (!loaded?.me) return null;
  const inLog: [[string, string], [string, string]] = [
    [circleId, ''],
    [circleId, '\uffff'],
  ];
  const [meetings, contracts, parked, milestones, together] = await Promise.all([
    db.meetings
      .where('[log+id]')
      .between(...inLog)
      .toArray(),
    db.contracts
      .where('[log+id]')
      .between(...inLog)
      .toArray(),
    db.parked
      .where('[log+id]')
      .between(...inLog)
      .toArray(),
    circleMilestones(db, circleId),
    togetherOf(db, circleId),
  ]);
  const { circle, members, me } = loaded;
  return { circle, members, meetings, contracts, parked, milestones, together, me: me.id };
}

/** What is there of the circle that another goes on in. */
export async function copyTarget(
  db: Database,
  space: LogId,
  members: ReadonlyMap<string, string>,
): Promise<CopyTarget> {
  const entities = new Set((await logFacts(db, space)).map((fact) => fact.entity));
  const rows = await db.meetings.where('[log+id]').between([space, ''], [space, '\uffff']).toArray();
  const planned = new Set(rows.filter((row) => row.phase === 'before').map((row) => row.id));
  const contracts = await db.contracts.where('[log+id]').between([space, ''], [space, '\uffff']).toArray();
  return { space, members, contracts, planned, has: (entity) => entities.has(entity) };
}

/** Everything is ticked at first. */
export const COPY_ALL: CopyChoice = {
  agreement: true,
  links: true,
  meetings: true,
  ownContracts: true,
  othersContracts: true,
  parking: true,
  milestones: true,
  together: true,
};

/** What the preview of sharing shows; null without the circle, or while nobody has said which member I am. */
export async function copyPreview(db: Database, circleId: string): Promise<CopyCounts | null> {
  const source = await copySource(db, circleId);
  if (!source) return null;
  const own = source.contracts.filter((row) => row.memberId === source.me).length;
  const mine = await db.contracts
    .where('[circleId+open]')
    .between([circleId, 0], [circleId, 1], true, true)
    .toArray();
  return {
    members: source.members.length,
    meetings: source.meetings.filter((row) => row.phase !== 'before').length,
    ownContracts: own,
    othersContracts: source.contracts.length - own,
    parking: source.parked.filter((row) => row.open === 1).length,
    milestones: source.milestones.length,
    together: source.together.length,
    private: mine.filter((row) => row.isPrivate).length,
  };
}
