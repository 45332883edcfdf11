import { describe, expect, it } from 'vitest';
import { ANA, BEA, given, HOUR, json, once, TUESDAY } from './test-world.ts';

const at = (hour: number) => ({ dateTime: `2026-10-06T${hour}:00:00`, timeZone: 'UTC' });
const asked = (schedules: readonly string[]) =>
  json('POST', { schedules, startTime: at(16), endTime: at(20), availabilityViewInterval: 60 });

describe('when people are taken', () => {
  it('is told of one organisation, without a word of what it is', async () => {
    const { ask, control } = given();
    control.events.put(BEA, once);
    control.events.put(BEA, {
      ...once,
      start: TUESDAY + HOUR,
      end: TUESDAY + 2 * HOUR,
      more: { showAs: 'free' },
    });
    const token = control.tokens.issue(ANA, ['Calendars.Read']);
    const { body } = await ask('/me/calendar/getSchedule', { ...asked([BEA, 'x@elsewhere.example']), token });
    expect(body.value).toMatchObject([
      {
        scheduleId: BEA,
        availabilityView: '0200',
        scheduleItems: [
          { status: 'busy', start: { dateTime: '2026-10-06T17:00:00.0000000', timeZone: 'UTC' } },
        ],
      },
      { scheduleItems: [], error: { responseCode: 'ErrorMailRecipientNotFound' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('Once');
  });

  it('is not told to personal accounts, nor of more than 20 at once', async () => {
    const { ask, control } = given();
    control.accounts.add({ email: 'home@outlook.example', kind: 'personal' });
    const token = control.tokens.issue('home@outlook.example');
    expect((await ask('/me/calendar/getSchedule', { ...asked([ANA]), token })).status).toBe(403);
    expect((await ask('/me/calendar/getSchedule', asked(Array(21).fill(ANA)))).status).toBe(400);
  });
});
