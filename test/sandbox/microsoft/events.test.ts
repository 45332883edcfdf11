import { describe, expect, it } from 'vitest';
import { ANA, BEA, circle, DAY, given, HOUR, json, once, TUESDAY, WINDOW } from './test-world.ts';

describe('who may', () => {
  it.each([
    ['no token', '', 401],
    ['a token nobody gave out', 'made.up.token', 401],
  ])('lets nobody in with %s', async (_, token, status) => {
    const { ask } = given();
    const answer = await ask('/me/calendars', { token });
    expect([answer.status, answer.body.error?.code]).toEqual([status, 'InvalidAuthenticationToken']);
  });

  it('asks for the scope of each thing', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, once);
    const read = control.tokens.issue(ANA, ['Calendars.Read']);
    expect((await ask('/me/events', { token: read })).status).toBe(200);
    expect((await ask('/me', { token: read })).status).toBe(403);
    const patch = { ...json('PATCH', { subject: 'x' }), token: read };
    expect((await ask(`/me/events/${id}`, patch)).body.error?.code).toBe('ErrorAccessDenied');
    expect((await ask('/me/events', { token: control.tokens.issue(ANA, ['User.Read']) })).status).toBe(403);
  });

  it("finds nothing of another mailbox's", async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, once);
    expect((await ask(`/me/events/${id}`, { token: control.tokens.issue(BEA) })).status).toBe(404);
  });

  it('writes into no calendar that cannot be edited', async () => {
    const { ask, control } = given();
    const { id: calendarId } = control.accounts.addCalendar(ANA, { name: 'Holidays', canEdit: false });
    const id = control.events.put(ANA, { ...once, calendarId });
    expect((await ask(`/me/events/${id}`, json('PATCH', { subject: 'x' }))).status).toBe(403);
    const list = (await ask('/me/calendars')).body.value ?? [];
    expect(list.map((one) => one.name)).toEqual(['Calendar', 'Holidays']);
  });
});

describe('reading', () => {
  it('shows times in the zone that was asked for, and says which the event was made in', async () => {
    const { ask, control } = given();
    const id = circle(control);
    expect((await ask(`/me/events/${id}`)).body.start).toEqual({
      dateTime: '2026-10-06T17:00:00.0000000',
      timeZone: 'UTC',
    });
    const { body } = await ask(`/me/events/${id}`, {
      headers: { prefer: 'outlook.timezone="W. Europe Standard Time"' },
    });
    expect(body.start).toEqual({
      dateTime: '2026-10-06T19:00:00.0000000',
      timeZone: 'W. Europe Standard Time',
    });
    expect(body.originalStartTimeZone).toBe('W. Europe Standard Time');
    expect(
      (await ask(`/me/events/${id}`, { headers: { prefer: 'outlook.timezone="Nowhere"' } })).body.error?.code,
    ).toBe('TimeZoneNotSupportedException');
  });

  it('answers an IANA zone with its Windows name, and leaves whole days at midnight', async () => {
    const { ask } = given();
    const day = { dateTime: '2026-10-06T00:00:00', timeZone: 'Europe/Berlin' };
    const { body } = await ask(
      '/me/events',
      json('POST', {
        subject: 'Day',
        isAllDay: true,
        start: day,
        end: { ...day, dateTime: '2026-10-07T00:00:00' },
      }),
    );
    expect(body).toMatchObject({
      originalStartTimeZone: 'W. Europe Standard Time',
      start: { dateTime: '2026-10-06T00:00:00.0000000' },
    });
    expect(
      (
        await ask(
          '/me/events',
          json('POST', { isAllDay: true, start: day, end: { ...day, dateTime: '2026-10-06T01:00:00' } }),
        )
      ).status,
    ).toBe(400);
  });

  it('gives dates of a series UIDs of their own, and the id of their master', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const master = (await ask(`/me/events/${id}`)).body;
    const { value = [] } = (await ask(`/me/events/${id}/instances?${WINDOW}&$top=50`)).body;
    expect(value).toHaveLength(8);
    expect(new Set([master, ...value].map((one) => one.iCalUId)).size).toBe(9);
    expect(
      value.every((one) => one.seriesMasterId === id && one.type === 'occurrence' && one.recurrence === null),
    ).toBe(true);
  });

  it('chooses properties, and knows no others', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, once);
    const { body } = await ask(`/me/events/${id}?$select=subject`);
    expect(Object.keys(body).sort()).toEqual(['@odata.etag', 'id', 'subject']);
    expect((await ask(`/me/events/${id}?$select=subject,uid`)).status).toBe(400);
    expect((await ask('/me/events?$search=x')).status).toBe(400);
    expect((await ask("/me/events?$filter=startswith(subject,'x')")).status).toBe(400);
  });

  it('pages lists ten at a time with a link to the next', async () => {
    const { ask, control } = given();
    control.events.fill(ANA, { count: 12, from: TUESDAY, everyMs: DAY });
    const first = (await ask('/me/events?$select=subject')).body;
    expect(first.value).toHaveLength(10);
    const second = (await ask(String(first['@odata.nextLink']))).body;
    expect(second.value?.map((one) => one.subject)).toEqual(['Event 11', 'Event 12']);
    expect(second['@odata.nextLink']).toBeUndefined();
    expect((await ask(`/me/calendarView?${WINDOW}&$filter=subject eq 'Event 3'`)).body.value).toHaveLength(1);
  });

  it('needs a window for a view, of five years at most', async () => {
    const { ask } = given();
    expect((await ask('/me/calendarView')).status).toBe(400);
    expect(
      (await ask('/me/calendarView?startDateTime=2020-01-01T00:00:00Z&endDateTime=2026-01-01T00:00:00Z'))
        .status,
    ).toBe(400);
  });
});

describe('writing', () => {
  it('refuses what was changed meanwhile', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, once);
    const etag = String((await ask(`/me/events/${id}`)).body['@odata.etag']);
    control.events.touch(ANA, id);
    const stale = await ask(`/me/events/${id}`, json('PATCH', { subject: 'x' }, { 'if-match': etag }));
    expect([stale.status, stale.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    expect((await ask(`/me/events/${id}`, { method: 'DELETE', headers: { 'if-match': etag } })).status).toBe(
      412,
    );
    const fresh = String((await ask(`/me/events/${id}`)).body['@odata.etag']);
    const written = await ask(`/me/events/${id}`, json('PATCH', { subject: 'x' }, { 'if-match': fresh }));
    expect(written.body['@odata.etag']).not.toBe(fresh);
  });

  it.each([
    ['a property it does not know', { agenda: 'x' }, 'BadRequest'],
    ['its own properties', { iCalUId: 'x' }, 'ErrorPropertyValidationFailure'],
    [
      'a time without a zone',
      { start: { dateTime: '2026-10-06T17:00:00' } },
      'ErrorPropertyValidationFailure',
    ],
    [
      'an end before the start',
      { end: { dateTime: '2026-10-06T16:00:00', timeZone: 'UTC' } },
      'ErrorPropertyValidationFailure',
    ],
    ['a value that is none', { importance: 'huge' }, 'ErrorPropertyValidationFailure'],
  ])('refuses %s', async (_, body, code) => {
    const { ask, control } = given();
    const id = control.events.put(ANA, { ...once, zone: 'UTC' });
    const answer = await ask(`/me/events/${id}`, json('PATCH', body));
    expect([answer.status, answer.body.error?.code]).toEqual([400, code]);
  });

  it('takes JSON only', async () => {
    const { ask } = given();
    expect((await ask('/me/events', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await ask('/me/events', { method: 'PUT', body: '{}' })).status).toBe(405);
  });

  it('makes one date an exception, with the rest of the series as it was', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const [first = '', second = ''] = control.events.dates(ANA, id, TUESDAY, TUESDAY + 60 * DAY);
    const { body } = await ask(`/me/events/${second}`, json('PATCH', { subject: 'Other' }));
    expect(body).toMatchObject({ id: second, type: 'exception', subject: 'Other', seriesMasterId: id });
    expect((await ask(`/me/events/${first}`)).body).toMatchObject({
      type: 'occurrence',
      subject: 'Peer mentoring circle',
    });
  });

  it('moves no date of a series to the day of its neighbour', async () => {
    const { ask, control } = given();
    const [, second = ''] = control.events.dates(ANA, circle(control), TUESDAY, TUESDAY + 60 * DAY);
    const at = (day: string) => ({
      start: { dateTime: `${day}T20:00:00`, timeZone: 'UTC' },
      end: { dateTime: `${day}T21:00:00`, timeZone: 'UTC' },
    });
    expect((await ask(`/me/events/${second}`, json('PATCH', at('2026-10-06')))).body.error?.code).toBe(
      'ErrorOccurrenceCrossingBoundary',
    );
    expect((await ask(`/me/events/${second}`, json('PATCH', at('2026-10-07')))).status).toBe(200);
  });

  it('begins a series anew when its time changes', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const [, second = '', third = ''] = control.events.dates(ANA, id, TUESDAY, TUESDAY + 60 * DAY);
    control.events.delete(ANA, second);
    control.events.change(ANA, third, { subject: 'Other' });
    control.events.move(ANA, id, TUESDAY + HOUR);
    const { value = [] } = (await ask(`/me/events/${id}/instances?${WINDOW}&$top=50`)).body;
    expect(value).toHaveLength(8);
    expect(value.every((one) => one.type === 'occurrence' && one.start?.dateTime?.includes('T1'))).toBe(true);
  });
});
