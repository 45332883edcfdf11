import { copyId } from '../circle/copy-id.ts';
import { type Fact, ME } from '../fact/fact.ts';
import { foldPig, type Pig, pigEntity } from '../me/pig.ts';
import { foldStroke, type NotedStroke, strokeEntity } from '../me/stroke.ts';
import type { Database } from './database.ts';

/** The entities of one's own log that begin alike, folded as they are read: there are a handful, and no table to keep true. */
async function folded<T extends { id: string; at: number }>(
  db: Database,
  prefix: string,
  fold: (entity: string, facts: readonly Fact[]) => T | null,
): Promise<T[]> {
  const facts = await db.facts
    .where('[log+entity]')
    .between([ME, prefix], [ME, `${prefix}\uffff`])
    .toArray();
  return [...Map.groupBy(facts, (fact) => fact.entity)]
    .flatMap(([entity, own]) => fold(entity, own) ?? [])
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/** My pigs, the latest first. */
export const listPigs = (db: Database): Promise<Pig[]> => folded(db, pigEntity(''), foldPig);

/** Strokes I noted, the latest first; those that followed their circle into another once alone. */
export async function shownStrokes(db: Database): Promise<NotedStroke[]> {
  const all = await listStrokes(db);
  const ids = new Set(all.map((stroke) => stroke.id));
  const circles = new Set(all.map((stroke) => stroke.circleId));
  return all.filter((stroke) => ![...circles].some((circle) => ids.has(copyId(circle, stroke.id))));
}

/** All of them, copies beside what they were made from. */
export const listStrokes = (db: Database): Promise<NotedStroke[]> => folded(db, strokeEntity(''), foldStroke);
