import { expect, it } from 'vitest';
import { bigCalendar } from '../../../test/builders/ics.ts';
import { readCalendar } from './read-calendar.ts';

it('reads a dropped file of 10,000 events in the browser without freezing the page', async () => {
  const file = new File([bigCalendar({ events: 10_000, seed: 7, year: 2026 })], 'year.ics');
  let frames = 0;
  let reading = true;
  const frame = () => {
    frames++;
    if (reading) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const result = await readCalendar(file.stream(), {
    sourceId: 'file',
    totalBytes: file.size,
    window: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) },
  });
  reading = false;
  expect(result).toMatchObject({ ok: true, events: 10_000, skipped: [], truncated: false });
  // With scheduler.yield() in place of tasks it was 4: Chromium then holds frames back for 100 ms.
  expect(frames).toBeGreaterThan(6);
});
