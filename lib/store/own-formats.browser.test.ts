import { expect, it } from 'vitest';
import { makeContract } from '../contract/commands.ts';
import { removeOwnFormat, writeOwnFormat } from '../me/own-format.ts';
import { formatOf } from '../meeting/format.ts';
import { copyFormat } from '../meeting/formats/copy-format.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { Database } from './database.ts';
import { listOwnFormats } from './own-formats.ts';
import { rebuild } from './projections.ts';

it('formats of mine are found by name among everything private, survive a rebuild, and are in the copy', async () => {
  const db = new Database(`formats-${crypto.randomUUID()}`, () => 1_700_000_000_000);
  const pair = copyFormat(formatOf('dyad'), 'b', 'Pairs');
  const ask = copyFormat(formatOf('action-learning-set'), 'a', 'Asking');
  await append(db, [
    writeOwnFormat(pair, null),
    writeOwnFormat(ask, null),
    makeContract(
      { id: 'k', circleId: 'c', memberId: 'm', meetingId: null, text: 'x', isPrivate: true },
      null,
      1,
    ),
  ]);
  const names = async () => (await listOwnFormats(db)).map((one) => one.format.name);
  expect(await names()).toEqual(['Asking', 'Pairs']);
  await rebuild(db);
  expect((await listOwnFormats(db)).map((one) => one.format)).toEqual([ask, pair]);
  expect(JSON.stringify(await exportEverything(db))).toContain('Asking');
  const [first] = await listOwnFormats(db);
  if (first) await append(db, [removeOwnFormat('a', first.setBy)]);
  expect(await names()).toEqual(['Pairs']);
});
