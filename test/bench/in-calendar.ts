/** What benchmarks run in pages and workers: reading a calendar and spotting in it, and the bare ical.js beside. */
import ICAL from 'ical.js';
import type { Series } from '../../lib/calendar/event.ts';
import { readCalendar } from '../../lib/calendar/ics/read-calendar.ts';
import { spot } from '../../lib/calendar/spot/spot.ts';
import { readingWindow } from '../../lib/calendar/sync/reading-window.ts';
import { bigCalendar } from '../builders/ics.ts';

/** In the spring of the calendar's year, so that the window that is read covers all of it. */
export const NOW = Date.UTC(2026, 1, 20);
export const window = readingWindow(NOW);

const texts = new Map<number, string>();
/** The same 10,000 events in every run. */
export function calendar(events: number): string {
  const text = texts.get(events) ?? bigCalendar({ events, seed: 2026, year: 2026 });
  texts.set(events, text);
  return text;
}

export async function timed(task: () => unknown): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

async function repeated(times: number, task: () => unknown): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < times; run++) all.push(await timed(task));
  return all;
}

async function series(events: number): Promise<readonly Series[]> {
  const read = await readCalendar(calendar(events), {
    sourceId: 'bench',
    window,
    localZone: 'Europe/Berlin',
  });
  if (!read.ok) throw new Error(read.reason);
  return read.series;
}

/** ms that ical.js takes to parse, each time; nothing is made of it. */
async function parse(events: number, times: number): Promise<{ ms: number[] }> {
  const text = calendar(events);
  return { ms: await repeated(times, () => ICAL.parse(text)) };
}

/** ms to spot circles among all series of the calendar, each time; reading them comes right before, as in an import. */
async function spotAll(
  events: number,
  times: number,
): Promise<{ ms: number[]; circles: number; series: number }> {
  const all = await series(events);
  let circles = 0;
  const ms = await repeated(times, () => {
    circles = 0;
    for (const one of all) if (spot(one, []).verdict === 'circle') circles += 1;
  });
  return { ms, circles, series: all.length };
}

export const runs = { parse, spotAll } as const;
export type CalendarRun = { what: keyof typeof runs; events: number; times: number };
