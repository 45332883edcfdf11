import { describe, expect, it } from 'vitest';
import { CALENDAR, EVENT, USER, WITHIN } from './shapes.ts';
import { ANA, circle, given, HOUR, round, TUESDAY, WINDOW } from './test-world.ts';

/** Names that Microsoft's types do not have, wherever they lie within a value. */
function unknown(value: unknown, known: ReadonlySet<string>, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unknown(one, known, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.startsWith('@')) return [];
    if (!known.has(name)) return [`${at}.${name}`];
    const within = WITHIN[name === 'locations' ? 'location' : name];
    return within ? unknown(inner, within, `${at}.${name}`) : [];
  });
}

describe('what is sent', () => {
  it("has no field that Microsoft's types do not have", async () => {
    const { ask, control } = given();
    const id = circle(control, { teams: true, location: 'Room 1', guests: ['cy@elsewhere.example'] });
    const [, second = '', third = ''] = control.events.dates(ANA, id, TUESDAY, TUESDAY + 90 * 24 * HOUR);
    control.events.change(ANA, second, { subject: 'Other' });
    control.events.delete(ANA, third);
    const { value } = await round(ask, `/me/calendarView/delta?${WINDOW}`);
    const view = (await ask(`/me/calendarView?${WINDOW}`)).body.value;
    const list = (await ask('/me/events')).body.value;
    expect(value.length).toBeGreaterThan(5);
    expect(unknown([value, view, list], EVENT, 'event')).toEqual([]);
    expect(unknown((await ask('/me/calendars')).body.value, CALENDAR, 'calendar')).toEqual([]);
    const { '@odata.context': _, ...me } = (await ask('/me')).body;
    expect(Object.keys(me).filter((name) => !USER.has(name))).toEqual([]);
  });

  it('would be caught with one', () => {
    expect(unknown([{ subject: 'x', uid: 'x' }], EVENT, 'event')).toEqual(['event.uid']);
    expect(unknown({ attendees: [{ emailAddress: { mail: 'x' } }] }, EVENT, 'event')).toEqual([
      'event.attendees.emailAddress.mail',
    ]);
  });
});
