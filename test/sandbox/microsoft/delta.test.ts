import { describe, expect, it } from 'vitest';
import { ANA, BEA, circle, DAY, given, HOUR, type Loose, round, TUESDAY, WINDOW } from './test-world.ts';

const VIEW = `/me/calendarView/delta?${WINDOW}`;
const types = (value: readonly Loose[]) =>
  value.map((one) => (one['@removed'] ? 'removed' : String(one.type)));
const count = (value: readonly Loose[], type: string) => types(value).filter((one) => one === type).length;

describe('change tracking', () => {
  it('gives masters and exceptions in full and plain dates thin', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const third = control.events.dates(ANA, id, TUESDAY, TUESDAY + 90 * DAY)[2] ?? '';
    control.events.move(ANA, third, TUESDAY + 29 * DAY);
    const { value } = await round(ask, VIEW);
    expect(types(value)).toEqual([
      'seriesMaster',
      ...Array(2).fill('occurrence'),
      'exception',
      ...Array(5).fill('occurrence'),
    ]);
    const thin = value.find((one) => one.type === 'occurrence') ?? {};
    expect(Object.keys(thin).sort()).toEqual([
      '@odata.etag',
      '@odata.type',
      'end',
      'id',
      'seriesMasterId',
      'start',
      'type',
    ]);
    expect(value.find((one) => one.type === 'seriesMaster')).toMatchObject({
      recurrence: { range: { recurrenceTimeZone: 'W. Europe Standard Time' } },
      originalStartTimeZone: 'W. Europe Standard Time',
    });
    expect(value.find((one) => one.type === 'exception')).toMatchObject({
      id: third,
      originalStart: '2026-11-03T18:00:00Z',
      start: { dateTime: '2026-11-04T17:00:00.0000000', timeZone: 'UTC' },
    });
    // Clocks go back on 25 October: 19:00 in Berlin is an hour later in UTC from then on.
    expect(
      value
        .filter((one) => one.type === 'occurrence')
        .slice(1, 3)
        .map((one) => one.start?.dateTime),
    ).toEqual(['2026-10-20T17:00:00.0000000', '2026-11-17T18:00:00.0000000']);
  });

  it('comes in pages of the size asked for, the link for changes only on the last', async () => {
    const { ask, control } = given();
    control.events.fill(ANA, { count: 25, from: TUESDAY, everyMs: DAY });
    expect(await round(ask, VIEW, 10)).toMatchObject({ pages: 3 });
    const first = (await ask(VIEW)).body;
    expect(first.value).toHaveLength(10);
    expect(first['@odata.deltaLink']).toBeUndefined();
    expect((await ask(String(first['@odata.nextLink']))).body.value).toHaveLength(10);
  });

  it('shows a round as it was when it began; what changes meanwhile comes in the next', async () => {
    const { ask, control } = given();
    control.events.fill(ANA, { count: 4, from: TUESDAY, everyMs: DAY });
    const first = (await ask(VIEW, { headers: { prefer: 'odata.maxpagesize=2' } })).body;
    const ids = control.events.ids(ANA);
    control.events.change(ANA, ids[3] ?? '', { subject: 'New' });
    control.events.delete(ANA, ids[0] ?? '');
    const rest = await round(ask, String(first['@odata.nextLink']));
    expect(rest.value.map((one) => one.subject)).toEqual(['Event 3', 'Event 4']);
    const next = await round(ask, rest.delta);
    expect(next.value).toEqual([
      expect.objectContaining({ id: ids[0], '@removed': { reason: 'deleted' } }),
      expect.objectContaining({ subject: 'New' }),
    ]);
  });

  it.each([
    '$select=subject',
    '$filter=type eq 1',
    '$orderby=subject',
    '$search=x',
    '$expand=extensions',
    '$top=5',
  ])('refuses %s', async (option) => {
    const { ask } = given();
    expect((await ask(`${VIEW}&${option}`)).status).toBe(400);
    const { delta } = await round(ask, VIEW);
    expect((await ask(`${delta}&${option}`)).status).toBe(400);
  });

  it('needs a window at the first call, and takes none afterwards', async () => {
    const { ask } = given();
    expect((await ask('/me/calendarView/delta')).status).toBe(400);
    expect((await ask('/me/calendarView/delta?startDateTime=2026-09-01T00:00:00Z')).status).toBe(400);
    const { delta } = await round(ask, VIEW);
    expect((await ask(`${delta}&${WINDOW}`)).status).toBe(400);
    expect(delta).not.toMatch(/DateTime/i);
  });

  it('gives nothing when nothing changed', async () => {
    const { ask, control } = given();
    circle(control);
    const first = await round(ask, VIEW);
    const second = await round(ask, first.delta);
    expect(second).toMatchObject({ value: [], pages: 1 });
    expect(second.delta).not.toBe(first.delta);
    expect((await round(ask, first.delta)).value).toEqual([]);
  });

  it('gives a series that changed with all its dates, and dates taken out as removed', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const { delta } = await round(ask, VIEW);
    const second = control.events.dates(ANA, id, TUESDAY, TUESDAY + 90 * DAY)[1] ?? '';
    control.events.delete(ANA, second);
    const { value } = await round(ask, delta);
    expect([count(value, 'seriesMaster'), count(value, 'occurrence'), count(value, 'removed')]).toEqual([
      1, 7, 1,
    ]);
    expect(value.find((one) => one['@removed'])?.id).toBe(second);
    expect((await ask(`/me/events/${second}`)).status).toBe(404);
  });

  it('says nothing of dates that are gone where it was told not to', async () => {
    const { ask, control } = given({ behaviour: { deletedDates: 'untold' } });
    const id = circle(control);
    const { delta } = await round(ask, VIEW);
    control.events.delete(ANA, control.events.dates(ANA, id, TUESDAY, TUESDAY + 90 * DAY)[1] ?? '');
    const changed = await round(ask, delta);
    expect([count(changed.value, 'occurrence'), count(changed.value, 'removed')]).toEqual([7, 0]);
    control.events.delete(ANA, id);
    expect((await round(ask, changed.delta)).value.map((one) => one.id)).toEqual([id]);
  });

  it('gives no master of a series that began before the window where it was told not to', async () => {
    const { ask, control } = given({ behaviour: { masters: 'begun-in-window' } });
    circle(control);
    const late = await round(
      ask,
      '/me/calendarView/delta?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z',
    );
    expect(types(late.value)).toEqual(Array(6).fill('occurrence'));
    expect(types((await round(ask, VIEW)).value)).toContain('seriesMaster');
  });

  it('removes what leaves the window, and tells also of changes outside it as removed', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, { subject: 'In', start: TUESDAY, end: TUESDAY + HOUR });
    const far = control.events.put(ANA, {
      subject: 'Far',
      start: TUESDAY + 300 * DAY,
      end: TUESDAY + 300 * DAY + HOUR,
    });
    const first = await round(ask, VIEW);
    expect(first.value.map((one) => one.id)).toEqual([id]);
    control.events.move(ANA, id, TUESDAY + 300 * DAY);
    control.events.change(ANA, far, { subject: 'Still far' });
    const { value } = await round(ask, first.delta);
    expect(types(value)).toEqual(['removed', 'removed']);
    expect(new Set(value.map((one) => one.id))).toEqual(new Set([id, far]));
  });

  it('forgets what it was told to: 410 with where to begin anew', async () => {
    const { ask, control } = given();
    const { delta } = await round(ask, VIEW);
    control.sync.drop();
    const answer = await ask(delta);
    expect([answer.status, answer.body.error?.code]).toEqual([410, 'SyncStateNotFound']);
    const location = answer.headers.get('location') ?? '';
    expect(location).toContain('/me/calendarView/delta?startDateTime=2026-09-01');
    expect((await ask(location)).status).toBe(200);
  });

  it('remembers only so many links', async () => {
    const { ask } = given({ limits: { syncStates: 3 } });
    const { delta } = await round(ask, VIEW);
    for (let index = 0; index < 3; index++) await round(ask, VIEW);
    expect((await ask(delta)).status).toBe(410);
  });

  it('binds links to their mailbox and calendar', async () => {
    const { ask, control } = given();
    const other = control.accounts.addCalendar(ANA, { name: 'Other' });
    const { delta } = await round(ask, VIEW);
    expect((await ask(delta, { token: control.tokens.issue(BEA) })).status).toBe(410);
    const elsewhere = delta.replace('/me/', `/me/calendars/${other.id}/`);
    expect((await ask(elsewhere)).body.error?.code).toBe('syncStateInvalid');
    expect((await ask(delta.replace(/deltatoken=\w{5}/, 'deltatoken='))).status).toBe(400);
  });

  it('takes an event from one calendar to another: removed here, new there under another id', async () => {
    const { ask, control } = given();
    const other = control.accounts.addCalendar(ANA, { name: 'Other' });
    const id = control.events.put(ANA, { subject: 'Moves', start: TUESDAY, end: TUESDAY + HOUR });
    const here = await round(ask, VIEW);
    const there = await round(ask, `/me/calendars/${other.id}/calendarView/delta?${WINDOW}`);
    const moved = control.events.toCalendar(ANA, id, other.id);
    expect(moved).not.toBe(id);
    expect((await round(ask, here.delta)).value).toEqual([
      expect.objectContaining({ id, '@removed': { reason: 'deleted' } }),
    ]);
    expect((await round(ask, there.delta)).value).toEqual([
      expect.objectContaining({ id: moved, subject: 'Moves' }),
    ]);
  });

  it('keeps ids that were asked to be immutable', async () => {
    const { ask, control } = given();
    const other = control.accounts.addCalendar(ANA, { name: 'Other' });
    const id = circle(control);
    const prefer = { headers: { prefer: 'IdType="ImmutableId"' } };
    const before = (await ask(`/me/events/${id}`, prefer)).body.id;
    const moved = control.events.toCalendar(ANA, id, other.id);
    expect((await ask(`/me/events/${moved}`, prefer)).body.id).toBe(before);
    expect((await ask(`/me/events/${before}`)).body.id).toBe(moved);
    expect((await ask(`/me/events/${id}`)).status).toBe(404);
  });
});
