import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { bigCalendar } from '../../../test/builders/ics.ts';
import { readCalendar } from './read-calendar.ts';

const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

/** The instant of a property of an event, its zone placed by Temporal: ical.js alone is off near changes of the clock. */
function instant(
  event: ICAL.Component,
  name: string,
  time: { toString(): string } = value(event, name),
): number {
  const zone = event.getFirstProperty(name)?.getFirstParameter('tzid') ?? 'UTC';
  return Temporal.PlainDateTime.from(String(time)).toZonedDateTime(zone).epochMilliseconds;
}

function value(event: ICAL.Component, name: string): ICAL.Time {
  const found = event.getFirstPropertyValue(name);
  if (!(found instanceof ICAL.Time)) throw new Error(`no ${name}`);
  return found;
}

it("finds the occurrences that ical.js's own recurrence finds in a busy year, moved ones included", async () => {
  const text = bigCalendar({ events: 500, seed: 99, year: 2026 });
  const result = await readCalendar(text, { sourceId: 's', window });
  if (!result.ok) throw new Error(result.reason);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const byUid = Map.groupBy(events, (event) => String(event.getFirstPropertyValue('uid')));
  expect(result.series).toHaveLength(byUid.size);
  let compared = 0;
  for (const series of result.series) {
    const parts = byUid.get(series.uid) ?? [];
    const master = parts.find((part) => !part.getFirstProperty('recurrence-id'));
    if (!master) throw new Error('no master');
    const starts = new Set<number>();
    const all = new ICAL.Event(master).iterator();
    for (let time = all.next(); time && time.year < 2028; time = all.next())
      starts.add(instant(master, 'dtstart', time));
    const moved = new Map(
      parts
        .filter((part) => part !== master)
        .map((part) => [instant(part, 'recurrence-id'), instant(part, 'dtstart')]),
    );
    const touches = (start: number) => start < window.to && start + series.lengthMs > window.from;
    const expected = [...starts]
      .map((original) => [original, moved.get(original) ?? original] as const)
      .filter(([original, start]) => touches(original) || touches(start))
      .sort((a, b) => a[0] - b[0]);
    expect(series.occurrences.map((one) => [one.originalStart, one.start])).toEqual(expected);
    compared += expected.length;
  }
  expect(compared).toBeGreaterThan(2000);
}, 60_000);
