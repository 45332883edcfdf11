import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { beginSpeed, moveSpeed, noteSpeed, planSpeed } from '../speed/commands.ts';
import { speedHistory } from '../speed/history.ts';
import { SPEED_MINUTES } from '../speed/timetable.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import type { Database } from './database.ts';
import { eraseSpeedEvent, listSpeedEvents } from './speed.ts';

const START = Date.UTC(2026, 10, 19, 16);
const MIN = 60_000;
const setUp = (title: string, start: number) => ({
  title,
  people: ['Ana', 'Bo', 'Chen', 'Dana'].map((name, index) => ({ id: `p${index}`, name })),
  acquainted: [],
  odd: 'rest' as const,
  start,
  lengthMin: 60,
  minutes: SPEED_MINUTES,
  rounds: 3,
});

async function withEvents(): Promise<Database> {
  const { db } = await freshDatabase(START);
  const nobody = speedHistory([], START);
  await append(db, planSpeed('e1', setUp('Autumn', START), nobody, 1));
  await append(db, planSpeed('e2', setUp('Winter', START + 30 * 24 * 60 * MIN), nobody, 2));
  return db;
}

const only = async (db: Database, id: string) => {
  const found = (await listSpeedEvents(db)).find((event) => event.id === id);
  if (!found) throw new Error(`no event ${id}`);
  return found;
};

describe('speed events in the database', () => {
  it('are there again as they were, the latest first', async () => {
    const db = await withEvents();
    expect((await listSpeedEvents(db)).map(({ title }) => title)).toEqual(['Winter', 'Autumn']);
    await append(db, beginSpeed(await only(db, 'e1'), START));
    await append(db, moveSpeed(await only(db, 'e1'), 'prepare', START + 5 * MIN));
    expect((await only(db, 'e1')).course).toMatchObject({ step: 'prepare', startedAt: START + 5 * MIN });
    expect((await only(db, 'e2')).course).toBeNull();
  });

  it('stand in one’s own log alone, and go from a copy to another computer and back without a change', async () => {
    const db = await withEvents();
    expect(new Set((await db.facts.toArray()).map(({ log }) => log))).toEqual(new Set(['me']));
    const other = await freshDatabase(START);
    await importEverything(other.db, await exportEverything(db));
    expect(await listSpeedEvents(other.db)).toEqual(await listSpeedEvents(db));
  });

  it('are erased with names, pairs and notes, and no copy brings them back', async () => {
    const db = await withEvents();
    await append(db, [noteSpeed(await only(db, 'e1'), 'p1', 'Read the proposal', START)]);
    const copy = await exportEverything(db);
    await eraseSpeedEvent(db, 'e1');
    await eraseSpeedEvent(db, 'e1');
    await importEverything(db, copy);
    expect((await listSpeedEvents(db)).map(({ title }) => title)).toEqual(['Winter']);
    const left = await exportEverything(db);
    expect(['Autumn', 'Read the proposal'].filter((words) => left.includes(words))).toEqual([]);
    // What was written meanwhile on a device that had not heard of it goes too.
    await append(db, [noteSpeed({ ...(await only(db, 'e2')), id: 'e1' }, null, 'Too late', START)]);
    expect(await exportEverything(db)).not.toContain('Too late');
  });
});
