import { expect, it } from 'vitest';
import { ANNA, googleTown, START } from '../../../test/builders/google-town.ts';
import { START as LATER, ME, mainCalendar, setUp } from '../../../test/builders/microsoft-town.ts';
import { GOOGLE_LIMIT } from './block.ts';
import { blockOf } from './block-of.ts';
import { linksIn, visibleLines } from './lines.ts';
import { writeBlock } from './write-block.ts';

const block = blockOf(
  {
    agenda: [{ name: 'Work', minutes: '6 × 9:50 min' }],
    joinUrl: 'https://meet.google.com/abc-defg-hij',
    roles: [{ role: 'Host', name: 'Bo & Co' }],
  },
  { title: 'our agenda', end: 'end of the agenda from', join: 'Join' },
);

it.each([
  '',
  'Bring tea\n\nand cake',
  '<p>Bring <b>tea</b></p><ul><li><a href="https://example.org/?a=1&amp;b=2">notes</a></li></ul>',
  'See <a href="https://example.org/notes">the notes</a><br><br>Thanks',
])('Google’s stand-in gives back the text and links of %j', async (description) => {
  const town = googleTown();
  const event = { summary: 'Circle', start: START, minutes: 90, rule: 'FREQ=WEEKLY', description };
  const eventId = town.control.events.put(ANNA, event);
  const place = { calendarId: ANNA, eventId };
  const client = town.writing();
  const look = async () => {
    const read = await client.read(ANNA, eventId);
    if (!read.ok) throw new Error(read.reason);
    return read.event;
  };
  const before = await look();
  const options = { mark: 'circle-1', limit: GOOGLE_LIMIT };
  expect(await writeBlock(client, place, block, options)).toMatchObject({ ok: true, changed: true });
  expect(visibleLines((await look()).body)).toEqual(expect.arrayContaining([block.opening, block.closing]));
  expect(await writeBlock(client, place, block, options)).toMatchObject({ ok: true, changed: false });
  expect(await writeBlock(client, place, null, options)).toMatchObject({ ok: true, changed: true });
  const after = await look();
  expect([visibleLines(after.body), linksIn(after.body)]).toEqual([
    visibleLines(before.body),
    linksIn(before.body),
  ]);
  expect(after.mark).toBeNull();
});

it('Outlook’s stand-in gives back a Teams meeting’s text and links', async () => {
  const { control, client } = setUp();
  const eventId = control.events.put(ME, {
    subject: 'Circle',
    start: LATER,
    end: LATER + 90 * 60_000,
    teams: true,
    html: '<p>Bring <b>tea</b> &amp; <a href="https://example.org/notes">notes</a></p>',
  });
  const place = { calendarId: await mainCalendar(client), eventId };
  const look = async () => {
    const read = await client.read(place.calendarId, eventId);
    if (!read.ok) throw new Error(read.reason);
    return read.event;
  };
  const before = await look();
  expect(await writeBlock(client, place, block, { mark: 'circle-1' })).toMatchObject({
    ok: true,
    changed: true,
  });
  expect(visibleLines((await look()).body)).toEqual(expect.arrayContaining([block.opening, block.closing]));
  expect(await writeBlock(client, place, block, { mark: 'circle-1' })).toMatchObject({
    ok: true,
    changed: false,
  });
  expect(await writeBlock(client, place, null, { mark: 'circle-1' })).toMatchObject({
    ok: true,
    changed: true,
  });
  const after = await look();
  expect([visibleLines(after.body), linksIn(after.body)]).toEqual([
    visibleLines(before.body),
    linksIn(before.body),
  ]);
  expect(after.mark).toBeNull();
});
