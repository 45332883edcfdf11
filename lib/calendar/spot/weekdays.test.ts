import { expect, it } from 'vitest';
import { sandboxCalendar } from '@/test/sandbox/calendar';
import { sandboxIcs } from '@/test/sandbox/ics';
import { readCalendar } from '../ics/read-calendar.ts';
import { spot } from './spot.ts';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 23, 17);

it.each([0, 1, 2, 3, 4, 5, 6])(
  'finds the sandbox’s two circles and nothing else, begun %i days after a Monday',
  async (day) => {
    const now = MONDAY + day * DAY;
    const calendar = sandboxCalendar(now, 'Europe/Berlin');
    const read = await readCalendar(sandboxIcs(calendar, now), {
      sourceId: 's',
      window: { from: now - 60 * DAY, to: now + 400 * DAY },
    });
    if (!read.ok) throw new Error(read.reason);
    const found = read.series.filter((one) => spot(one, []).verdict === 'circle').map((one) => one.title);
    expect(found.sort()).toEqual([calendar.circleTitle, 'Women in medicine, every three weeks'].sort());
  },
);
