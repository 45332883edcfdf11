import { describe, expect, test } from 'vitest';
import { ADA, BO, DAY, MONDAY, reasonOf, testBed } from './for-tests.ts';

const EVENTS = 'calendars/primary/events';

/** Ada's weekly circle with Bo as a guest, and a way to call as Bo. */
function circle(options: { guestsCanModify?: boolean } = {}) {
  const bed = testBed();
  const id = bed.control.events.put(ADA, {
    id: 'circle',
    start: MONDAY,
    summary: 'Circle',
    description: 'Old',
    rule: 'FREQ=WEEKLY;COUNT=3',
    guests: [ADA, BO, 'outside@example.org'],
    ...options,
  });
  const token = bed.control.tokens.issue(BO, ['calendar.events']);
  const asBo = (method: string, path: string, body?: object, params?: Record<string, string>) =>
    bed.call(method, path, { token, body, params: params ?? {} });
  const bos = () => bed.control.events.get(BO, id);
  const adas = () => bed.control.events.get(ADA, id);
  return { bed, id, asBo, bos, adas, path: `${EVENTS}/${id}` };
}

describe('a guest’s copy', () => {
  test('has the same id and UID, the organiser’s name, and marks who is oneself', () => {
    const { bos, adas } = circle();
    expect([bos().id, bos().iCalUID]).toEqual([adas().id, adas().iCalUID]);
    expect([adas().organizer, bos().organizer]).toEqual([{ email: ADA, self: true }, { email: ADA }]);
    expect(bos().attendees?.find(({ self }) => self)?.email).toBe(BO);
  });

  test('follows the organiser’s words and times, and keeps its own private properties', async () => {
    const { bed, id, asBo, bos, path } = circle();
    await asBo('PATCH', path, { extendedProperties: { private: { mark: 'mine' } } });
    bed.control.events.change(ADA, id, { description: 'New', private: { mark: 'hers' } });
    expect([bos().description, bos().extendedProperties?.private]).toEqual(['New', { mark: 'mine' }]);
  });

  test('keeps what a guest writes to itself, until the organiser changes just that', async () => {
    const { bed, id, asBo, bos, adas, path } = circle();
    expect((await asBo('PATCH', path, { description: 'Bo’s' })).status).toBe(200);
    expect([bos().description, adas().description]).toEqual(['Bo’s', 'Old']);
    bed.control.events.change(ADA, id, { summary: 'New' });
    expect([bos().summary, bos().description]).toEqual(['New', 'Bo’s']);
    bed.control.events.change(ADA, id, { description: 'New' });
    expect(bos().description).toBe('New');
  });

  test('is written through to everybody when guests may modify', async () => {
    const { asBo, adas, path } = circle({ guestsCanModify: true });
    await asBo('PATCH', path, { description: 'Bo’s' });
    expect(adas().description).toBe('Bo’s');
  });

  test('shares its shared properties and its answer, but cannot let guests do more', async () => {
    const { asBo, adas, path } = circle();
    await asBo('PATCH', path, { extendedProperties: { shared: { circle: 'x' } } });
    expect(adas().extendedProperties?.shared).toEqual({ circle: 'x' });
    await asBo('PATCH', path, { attendees: [{ email: BO, responseStatus: 'accepted' }] });
    expect(adas().attendees?.map(({ email, responseStatus }) => [email, responseStatus])).toEqual([
      [ADA, 'needsAction'],
      [BO, 'accepted'],
      ['outside@example.org', 'needsAction'],
    ]);
    const more = await asBo('PATCH', path, { guestsCanModify: true });
    expect([more.status, reasonOf(more)]).toEqual([403, 'forbiddenForNonOrganizer']);
  });

  test('goes when the guest is taken off or the organiser deletes, and comes back with a new invitation', () => {
    const { bed, id, bos } = circle();
    bed.control.events.removeGuest(ADA, id, BO);
    expect(bos().status).toBe('cancelled');
    bed.control.events.addGuest(ADA, id, BO);
    expect([bos().status, bos().summary]).toEqual(['confirmed', 'Circle']);
    bed.control.events.delete(ADA, id);
    expect(bos().status).toBe('cancelled');
  });

  test('deleted by the guest, it says no to the organiser, whose event stays', async () => {
    const { asBo, adas, path } = circle();
    expect((await asBo('DELETE', path)).status).toBe(204);
    expect(adas().status).toBe('confirmed');
    expect(adas().attendees?.find(({ email }) => email === BO)?.responseStatus).toBe('declined');
  });

  test('has the moved and cancelled dates too, and an answer to one date is for that date', () => {
    const { bed, id } = circle();
    bed.control.events.moveOccurrence(ADA, id, MONDAY + 7 * DAY, { start: MONDAY + 8 * DAY });
    bed.control.events.cancelOccurrence(ADA, id, MONDAY + 14 * DAY);
    bed.control.events.answer(ADA, id, BO, 'declined', MONDAY);
    const dates = bed.control.events.occurrences(BO, MONDAY, MONDAY + 30 * DAY);
    const mine = (index: number) =>
      dates[index]?.attendees?.find(({ email }) => email === BO)?.responseStatus;
    expect(dates.map(({ start }) => start?.dateTime?.slice(0, 10))).toEqual(['2026-11-02', '2026-11-10']);
    expect([mine(0), mine(1)]).toEqual(['declined', 'needsAction']);
  });

  test('splits with the organiser’s series', () => {
    const { bed, id } = circle();
    const next = bed.control.events.split(ADA, id, MONDAY + 7 * DAY, { summary: 'New' });
    const dates = bed.control.events.occurrences(BO, MONDAY, MONDAY + 30 * DAY);
    expect(dates.map(({ summary, recurringEventId }) => [summary, recurringEventId])).toEqual([
      ['Circle', id],
      ['New', next],
      ['New', next],
    ]);
  });

  test('exists for one date alone when somebody is invited to that one only', () => {
    const { bed, id } = circle();
    bed.control.accounts.add({ email: 'cy@sandbox.test' });
    bed.control.events.changeOccurrence(ADA, id, MONDAY + 7 * DAY, { summary: 'Guest talk' });
    bed.control.events.addGuest(ADA, `${id}_20261109T080000Z`, 'cy@sandbox.test');
    const dates = bed.control.events.occurrences('cy@sandbox.test', MONDAY, MONDAY + 30 * DAY);
    expect(dates.map(({ summary, recurringEventId }) => [summary, recurringEventId])).toEqual([
      ['Guest talk', id],
    ]);
  });
});

describe('mail', () => {
  test('goes to nobody by default or with sendUpdates=none', async () => {
    const { bed, path } = circle();
    await bed.call('PATCH', path, { body: { description: 'a' } });
    await bed.call('PATCH', path, { body: { description: 'b' }, params: { sendUpdates: 'none' } });
    await bed.call('DELETE', path);
    expect(bed.control.mails.all()).toEqual([]);
  });

  test('goes to all guests but oneself with sendUpdates=all, to those without an account with externalOnly', async () => {
    const { bed, path } = circle();
    await bed.call('PATCH', path, { body: { description: 'a' }, params: { sendUpdates: 'all' } });
    expect(bed.control.mails.all().map(({ to, kind }) => [to, kind])).toEqual([
      [BO, 'update'],
      ['outside@example.org', 'update'],
    ]);
    bed.control.mails.clear();
    await bed.call('DELETE', path, { params: { sendUpdates: 'externalOnly' } });
    expect(bed.control.mails.all().map(({ to, kind }) => [to, kind])).toEqual([
      ['outside@example.org', 'cancellation'],
    ]);
    const unknown = await bed.call('PATCH', path, { body: {}, params: { sendUpdates: 'some' } });
    expect(unknown.status).toBe(400);
  });
});
