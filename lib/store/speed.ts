import { ERASED } from '../fact/erased.ts';
import { type Fact, ME } from '../fact/fact.ts';
import { eraseSpeed } from '../speed/commands.ts';
import { foldSpeedEvent, type SpeedEvent, speedEntity } from '../speed/event.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';

/**
 * All speed mentoring events, the latest first. Folded as they are read: a host has a handful, of some twenty facts
 * each, and a table would be one more to keep true.
 */
export async function listSpeedEvents(db: Database): Promise<SpeedEvent[]> {
  const first = speedEntity('');
  const facts = await db.facts
    .where('[log+entity]')
    .between([ME, first], [ME, `${first}\uffff`])
    .toArray();
  const events = [...Map.groupBy(facts, (fact) => fact.entity)].flatMap(
    ([entity, own]) => foldSpeedEvent(entity, own) ?? [],
  );
  return events.sort((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1));
}

/** Erases one event for good: the names, the pairs and the notes, also for every later import. */
export async function eraseSpeedEvent(db: Database, eventId: string): Promise<void> {
  const facts: Fact[] = await db.facts
    .where('[log+entity]')
    .equals([ME, speedEntity(eventId)])
    .toArray();
  const held = facts.filter((fact) => fact.kind !== ERASED && fact.salt !== null);
  if (held.length === 0) return;
  await append(db, [
    eraseSpeed(
      eventId,
      held.map(({ hash }) => hash),
    ),
  ]);
}
