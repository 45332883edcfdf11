import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vcalendar, vevent } from '../../../test/builders/ics.ts';
import { readCalendar } from './read-calendar.ts';

const folder = new URL('../../../test/pages/ics/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ics'))
  .map((name) => readFileSync(new URL(name, folder)));
const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

it('gives a value and sound series for any damage done to a real file', async () => {
  const damage = fc.record({
    at: fc.nat(),
    remove: fc.integer({ min: 0, max: 40 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom('\r\n', ':', ';', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', '99', 'RRULE:FREQ=DAILY\r\n')
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(damage, { minLength: 1, maxLength: 6 }),
      async (file, damages) => {
        let bytes: number[] = [...file];
        for (const { at, remove, insert } of damages) {
          const place = at % bytes.length;
          bytes = [...bytes.slice(0, place), ...insert, ...bytes.slice(place + remove)];
        }
        const result = await readCalendar(new Blob([new Uint8Array(bytes)]).stream(), {
          sourceId: 's',
          window,
        });
        if (!result.ok) {
          expect(result.reason).toBe('not-a-calendar');
          return;
        }
        for (const series of result.series) {
          expect(series.occurrences.length).toBeGreaterThan(0);
          expect(Number.isFinite(series.start + series.lengthMs)).toBe(true);
          expect(() => new Temporal.ZonedDateTime(0n, series.zone)).not.toThrow();
          const names = series.occurrences.map((one) => one.originalStart);
          expect(names).toEqual([...new Set(names)].sort((a, b) => a - b));
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

it('reads each calendar of several in one file by itself', async () => {
  const event = (uid: string) => vevent([`UID:${uid}`, 'DTSTART:20260302T100000Z', `SUMMARY:${uid}`]);
  const text =
    vcalendar([event('a')], ['METHOD:CANCEL', 'X-WR-CALNAME:First']) +
    vcalendar([event('b')], ['X-WR-CALNAME:Second']);
  const result = await readCalendar(text, { sourceId: 's', window });
  if (!result.ok) throw new Error(result.reason);
  expect(result.series.map((series) => [series.title, series.status])).toEqual([
    ['a', 'cancelled'],
    ['b', 'confirmed'],
  ]);
  expect(result.name).toBe('First');
});
