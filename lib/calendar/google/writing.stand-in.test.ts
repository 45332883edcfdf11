import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA, BEN, DAY, type GoogleTown, googleTown, START } from '../../../test/builders/google-town.ts';

let town: GoogleTown;
beforeEach(() => {
  town = googleTown();
});

const circle = {
  summary: 'Thursday circle',
  start: START,
  minutes: 90,
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
  guests: [BEN, 'cy@elsewhere.org'],
  meet: 'abc-defg-hij',
};

describe('writing to the stand-in', () => {
  const change = { body: { type: 'text', content: 'Agenda' }, mark: 'circle-1' } as const;

  async function readOne(id: string, email = ANNA) {
    const read = await town.writing(email).read(email, id);
    if (!read.ok) throw new Error(read.reason);
    return read.event;
  }

  it('writes text and mark, leaves the rest as it was, and sends no mail', async () => {
    const id = town.control.events.put(ANNA, { ...circle, private: { other: 'app' }, location: 'Room 4' });
    const before = town.control.events.get(ANNA, id);
    town.control.mails.clear();
    const { etag } = await readOne(id);
    const written = await town.writing().write(ANNA, id, change, etag);
    expect(written).toMatchObject({ ok: true });
    const after = await readOne(id);
    expect(after).toMatchObject({ body: { content: 'Agenda' }, mark: 'circle-1', mayWrite: true });
    expect(written).toEqual({ ok: true, etag: after.etag });
    const now_ = town.control.events.get(ANNA, id);
    expect(now_.extendedProperties?.private).toEqual({ other: 'app', circlekeeper: 'circle-1' });
    for (const key of [
      'location',
      'attendees',
      'recurrence',
      'start',
      'conferenceData',
      'summary',
    ] as const) {
      expect(now_[key], key).toEqual(before[key]);
    }
    expect(town.control.mails.all()).toEqual([]);
  });

  it('takes text and mark away again', async () => {
    const id = town.control.events.put(ANNA, circle);
    await town.writing().write(ANNA, id, change, (await readOne(id)).etag);
    const bare = { body: { type: 'text', content: '' }, mark: null } as const;
    expect(await town.writing().write(ANNA, id, bare, (await readOne(id)).etag)).toMatchObject({ ok: true });
    expect(await readOne(id)).toMatchObject({ body: { content: '' }, mark: null });
    expect(town.control.events.get(ANNA, id).extendedProperties?.private ?? {}).toEqual({});
  });

  it('notices that somebody else was faster', async () => {
    const id = town.control.events.put(ANNA, circle);
    const { etag } = await readOne(id);
    town.control.events.change(ANNA, id, { description: 'Theirs' });
    expect(await town.writing().write(ANNA, id, change, etag)).toEqual({ ok: false, reason: 'conflict' });
    expect((await readOne(id)).body.content).toBe('Theirs');
  });

  it('says when it is not there, not allowed, or not asked for', async () => {
    const id = town.control.events.put(ANNA, circle);
    const { etag } = await readOne(id);
    expect(await town.reading().write(ANNA, id, change, etag)).toMatchObject({
      ok: false,
      reason: 'refused',
    });
    town.control.calendars.share(ANNA, BEN, 'reader');
    expect(await town.writing(BEN).write(ANNA, id, change, etag)).toEqual({ ok: false, reason: 'read-only' });
    town.control.events.delete(ANNA, id);
    // Its etag has changed with it: who reads again, as after every conflict, learns that it is gone.
    expect(await town.writing().write(ANNA, id, change, etag)).toEqual({ ok: false, reason: 'conflict' });
    expect(await town.writing().read(ANNA, id)).toEqual({ ok: false, reason: 'missing' });
  });

  it('finds the next date by what the calendar says: moved and cancelled ones counted', async () => {
    const { events } = town.control;
    const id = events.put(ANNA, circle);
    events.cancelOccurrence(ANNA, id, START + 14 * DAY);
    events.moveOccurrence(ANNA, id, START + 28 * DAY, { start: START + 29 * DAY });
    const next = await town.writing().nextInstance(ANNA, id, START + 1);
    expect(next).toMatchObject({
      ok: true,
      event: { originalStart: START + 28 * DAY, start: START + 29 * DAY, mayWrite: true },
    });
    if (!next.ok || !next.event) return;
    expect(await town.writing().write(ANNA, next.event.id, change, next.event.etag)).toMatchObject({
      ok: true,
    });
    expect((await readOne(id)).body.content).toBe('');
  });
});
