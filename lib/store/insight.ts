import { ME } from '../fact/fact.ts';
import { foldGiven, type Given, reportEntity } from '../insight/given.ts';
import type { InsightSource, MilestoneCount } from '../insight/source.ts';
import { type MilestoneRow, scopeOf } from '../milestone/milestone.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { listAnswers } from './pulse.ts';

/** Everything the numbers of a circle are made of; null without the circle. */
export async function loadInsight(db: Database, circleId: string): Promise<InsightSource | null> {
  const {
    circles,
    members: people,
    selves,
    meetings: held,
    contracts: made,
    milestones: reached,
    facts,
  } = db;
  const tables = [circles, people, selves, held, made, reached, facts];
  return db.transaction('r', tables, async () => {
    const [loaded, meetings, contracts, milestones, pulse] = await Promise.all([
      loadCircle(db, circleId),
      db.meetings
        .where('[circleId+start]')
        .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
        .toArray(),
      db.contracts
        .where('[circleId+madeAt]')
        .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
        .toArray(),
      db.milestones.where('circleId').equals(circleId).toArray(),
      listAnswers(db, circleId),
    ]);
    if (!loaded) return null;
    const { circle, members, me } = loaded;
    return {
      circle,
      members,
      me: me?.id ?? null,
      meetings,
      contracts,
      milestones: milestones.flatMap(countable),
      pulse,
    };
  });
}

/** One that somebody only suggests counts for nothing. Its title goes no further. */
const countable = (row: MilestoneRow): MilestoneCount[] =>
  row.confirmed ? [{ kind: row.kind, on: row.on, consented: scopeOf(row, row.memberId) !== 'circle' }] : [];

/** Reports of a circle that I gave out, the latest first. They are few: folded as they are read. */
export async function listGiven(db: Database, circleId: string): Promise<Given[]> {
  const facts = await db.facts
    .where('[log+entity]')
    .between([ME, reportEntity('')], [ME, reportEntity('\uffff')])
    .toArray();
  return [...Map.groupBy(facts, (fact) => fact.entity)]
    .flatMap(([entity, own]) => foldGiven(entity, own) ?? [])
    .filter((one) => one.circleId === circleId)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
