import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Occurrence, Series } from '../event.ts';
import { readCalendar } from './read-calendar.ts';

const folder = new URL('../../../test/pages/ics/', import.meta.url);
const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2029, 0, 1) };

async function read(file: string, me: string[] = []): Promise<Series[]> {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const result = await readCalendar(text, { sourceId: 'file', window, localZone: 'Europe/Berlin', me });
  if (!result.ok) throw new Error(result.reason);
  expect(result.skipped).toEqual([]);
  expect(result.truncated).toBe(false);
  return result.series;
}

function line(one: Occurrence): string {
  const at = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
  const moved = one.start === one.originalStart ? '' : ` → ${at(one.start)}`;
  return `${at(one.originalStart)} ${one.lengthMs / 60_000}${one.cancelled ? ' cancelled' : ''}${moved}`;
}

function titled(series: readonly Series[], title: string): Series {
  const found = series.find((one) => one.title === title);
  if (!found) throw new Error(`no ${title}`);
  return found;
}

describe('the ways calendars write', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ics'));
  it.each(files)('%s gives the occurrences that its calendar shows', async (file) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(file.replace('.ics', '.expected.json'), folder), 'utf8'),
    );
    const series = await read(file);
    expect(Object.fromEntries(series.map((one) => [one.title, one.occurrences.map(line)]))).toEqual(expected);
  });

  it('has every sample checked, so that a file without expectations is noticed', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  it('joins the parts of a series that Google split, and takes what the newest part says', async () => {
    const circle = titled(await read('google.ics', ['dana@example.org']), 'Peer mentoring circle');
    expect(circle).toMatchObject({
      key: '4q1circle7k@google.com',
      uid: '4q1circle7k_R20261105T160000@google.com',
      zone: 'Europe/Berlin',
      cadence: { everyDays: 14, weekdays: [2] },
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3',
      call: { host: 'meet', code: 'qwe-rtyu-iop', url: 'https://meet.google.com/qwe-rtyu-iop' },
      organizer: { email: 'dana@example.org', name: 'Dana Cole' },
      myResponse: 'accepted',
    });
  });

  it('reads guests and rooms, the Teams link behind a mail filter, and one key for the parts Outlook writes', async () => {
    const circle = titled(await read('outlook.ics', ['ines@example.de']), 'Kollegialer Kreis');
    expect(circle.key).toBe(
      '040000008200E00074C5B7101A82E00800000000B0C1D2E3F4A5DC01000000000000000010000000AABBCCDDEEFF00112233445566778899',
    );
    expect(circle.guests).toEqual([
      { email: 'ines@example.de', name: 'Vogel, Ines', response: 'none', kind: 'person' },
      { email: 'raum4@example.de', name: 'Raum 4', response: 'accepted', kind: 'room' },
    ]);
    expect(circle.myResponse).toBe('none');
    expect(circle.organizer?.email).toBe('ruth.weber@example.de');
    expect(circle.call).toMatchObject({ host: 'teams', code: '19:meeting_NmQ3@thread.v2' });
    expect(circle.cadence).toEqual({ everyDays: 21, weekdays: [4] });
  });

  it('takes a guest from EMAIL when Apple writes an opaque address, and the link from URL', async () => {
    const pod = titled(await read('apple.ics'), 'Mentoring pod');
    expect(pod.guests).toEqual([
      { email: 'priya@example.com', name: 'Priya N.', response: 'tentative', kind: 'person' },
    ]);
    expect(pod.call).toMatchObject({ host: 'zoom', code: 'https://us02web.zoom.us/j/81234567890' });
    expect(pod.cadence).toEqual({ everyDays: 28, weekdays: [2] });
    expect(pod.location).toBe('Café Nord');
  });

  it('reads the cadence from the dates when there is no rule, and believes a CONFERENCE of an unknown host', async () => {
    const series = await read('nextcloud.ics');
    expect(titled(series, 'Writing group').cadence).toEqual({ everyDays: 14, weekdays: [2] });
    expect(titled(series, 'Standing review').call).toMatchObject({
      host: 'other',
      url: 'https://talk.example.org/call/abc',
    });
  });

  it('says whole days in midnights of UTC, so that members in any zone mean the same occurrence', async () => {
    const leap = titled(await read('fastmail.ics'), 'Leap birthday');
    expect(leap).toMatchObject({ allDay: true, zone: 'Australia/Sydney', lengthMs: 86_400_000 });
  });
});
