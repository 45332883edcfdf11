import { describe, expect, it } from 'vitest';
import type { Series } from './event.ts';
import { readCalendar } from './ics/read-calendar.ts';
import { continues } from './split.ts';

const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 11, 31) };

interface Shape {
  uid: string;
  start: string;
  rule: string;
  title?: string;
  guests?: readonly string[];
  link?: string;
  location?: string;
}

const GUESTS = ['dana', 'amina', 'lucia', 'mei', 'priya'];
const LINK = 'https://meet.google.com/abc-defg-hij';

/** Through the reader, so that what is compared is what a calendar really gives. */
async function series(shape: Shape): Promise<Series> {
  const {
    uid,
    start,
    rule,
    title = 'Peer mentoring circle',
    guests = GUESTS,
    link = LINK,
    location = '',
  } = shape;
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART;TZID=Europe/Berlin:${start}`,
    'DURATION:PT90M',
    `RRULE:${rule}`,
    `SUMMARY:${title}`,
    `LOCATION:${location}`,
    `URL:${link}`,
    ...guests.map((name) => `ATTENDEE;CN=${name}:mailto:${name}@example.org`),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const result = await readCalendar(lines.join('\r\n'), { sourceId: 's', window });
  const found = result.ok ? result.series[0] : undefined;
  if (!found) throw new Error('nothing read');
  return found;
}

const OLD = {
  uid: 'E5A2-OLD',
  start: '20260303T170000',
  rule: 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20260629T215959Z',
};
const NEW = { uid: '0F4B-NEW', start: '20260714T170000', rule: 'FREQ=WEEKLY;INTERVAL=2' };

describe('continues', () => {
  it('knows both parts of a split by Google, which keeps the id but for a suffix', async () => {
    const older = await series({ ...OLD, uid: '4q1@google.com' });
    const newer = await series({
      ...NEW,
      uid: '4q1_R20260714T150000@google.com',
      title: 'Renamed',
      guests: ['x'],
    });
    expect(continues(older, newer)).toBe('same');
  });

  it('goes on after Outlook or Apple gave a new id to "this and following"', async () => {
    expect(continues(await series(OLD), await series(NEW))).toBe('same');
  });

  it('goes on at another weekday and hour, which is the usual reason for a split', async () => {
    const newer = await series({ ...NEW, start: '20260702T083000' });
    expect(continues(await series(OLD), newer)).toBe('same');
  });

  it('takes a different case, dash or a remark in brackets for the same title', async () => {
    const newer = await series({ ...NEW, title: 'Peer Mentoring – Circle (new time)' });
    expect(continues(await series(OLD), newer)).toBe('same');
  });

  it('goes on when one of five people is new, as circles change a little between terms', async () => {
    const newer = await series({ ...NEW, guests: [...GUESTS, 'noor'] });
    expect(continues(await series(OLD), newer)).toBe('same');
  });

  it.each([
    ['another title', { title: 'Women in science' }],
    ['other people', { guests: ['dana', 'x', 'y', 'z'] }],
    ['another link', { link: 'https://meet.google.com/zzz-zzzz-zzz' }],
    ['the link gone', { link: '' }],
  ])('asks when one of the three differs: %s', async (_, change) => {
    expect(continues(await series(OLD), await series({ ...NEW, ...change }))).toBe('ask');
  });

  it('asks when all match but the older one still runs: two circles, or a split not yet imported', async () => {
    const older = await series({ ...OLD, rule: 'FREQ=WEEKLY;INTERVAL=2' });
    expect(continues(older, await series(NEW))).toBe('ask');
  });

  it('asks after half a year of silence, even when all match', async () => {
    expect(continues(await series(OLD), await series({ ...NEW, start: '20270112T170000' }))).toBe('ask');
  });

  it('asks when there are no guests to compare, as in a calendar of one', async () => {
    const older = await series({ ...OLD, guests: [] });
    expect(continues(older, await series({ ...NEW, guests: [] }))).toBe('ask');
  });

  it('takes the same place for a link where a circle meets in person', async () => {
    const place = { link: '', location: 'Haus 3, Raum 12' };
    expect(continues(await series({ ...OLD, ...place }), await series({ ...NEW, ...place }))).toBe('same');
  });

  it.each([
    ['only the title matches', { guests: ['x', 'y'], link: 'https://meet.google.com/zzz-zzzz-zzz' }],
    ['only the people match', { title: 'Budget', link: 'https://meet.google.com/zzz-zzzz-zzz' }],
    ['two match but it lies a year apart', { title: 'Budget', start: '20270713T170000' }],
    ['the "newer" one began before', { start: '20260105T170000' }],
  ])('says no when %s', async (_, change) => {
    expect(continues(await series(OLD), await series({ ...NEW, ...change }))).toBe('no');
  });
});
