import { expandRule } from '../../../lib/calendar/ics/expand-rule.ts';
import { lastWall, type Rule, readRule } from '../../../lib/calendar/ics/rule.ts';
import type { When } from './types.ts';
import { atWall, wallOf, zone } from './when.ts';

/** When and how something repeats. */
export interface Repeats {
  start: When;
  recurrence?: readonly string[] | undefined;
}

/** No zone is further from UTC, and no clock changes by more. */
const SLACK = 27 * 3_600_000;

/**
 * The starts that a series has by its rules between two instants (UTC ms, with some slack on both sides), rising:
 * RRULE and RDATE without EXDATE. Something that does not repeat has its start alone.
 */
export function originalStarts(series: Repeats, from: number, to: number): When[] {
  const start = wallOf(series.start);
  const walls = new Set<number>();
  const lines = series.recurrence ?? [];
  if (!lines.some((line) => /^RRULE/i.test(line))) walls.add(start);
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toUpperCase();
    if (name === 'RRULE') {
      const rule = parseRule(line.slice(at + 1));
      const span = { from: from - SLACK, to: to + SLACK };
      for (const wall of expandRule(rule, start, untilOf(rule, series.start), span).walls) walls.add(wall);
    } else if (name.startsWith('RDATE')) {
      for (const wall of dates(line, series.start)) walls.add(wall);
    }
  }
  for (const line of lines) {
    if (!/^EXDATE/i.test(line)) continue;
    for (const wall of dates(line, series.start)) walls.delete(wall);
  }
  return [...walls].sort((a, b) => a - b).map((wall) => atWall(wall, series.start));
}

/** Reads the value of an RRULE line; throws when it is none. */
export function parseRule(text: string): Rule {
  const parts: Record<string, unknown> = {};
  for (const part of text.split(';')) {
    const [key = '', value = ''] = part.split('=');
    const name = key.toLowerCase();
    if (name === 'freq') parts.freq = value.toUpperCase();
    else if (name === 'until') parts.until = jcalTime(value);
    else if (name === 'wkst') parts.wkst = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(value) + 1;
    else parts[name] = value.split(',');
  }
  const rule = readRule(parts);
  if (!rule) throw new Error(`not a rule: ${text}`);
  return rule;
}

function untilOf(rule: Rule, start: When): number | null {
  if ('date' in start) return lastWall(rule, (utc) => utc);
  const own = zone(start.zone);
  return lastWall(rule, (utc) => utc + own.offsetAt(utc));
}

/** `20261105T170000Z` → `2026-11-05T17:00:00Z`. */
function jcalTime(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3').replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3');
}

/** The wall times, in the zone of `start`, that an EXDATE or RDATE line names. */
function dates(line: string, start: When): number[] {
  const at = line.indexOf(':');
  const named = /TZID=([^;:]+)/i.exec(line.slice(0, at))?.[1];
  return line
    .slice(at + 1)
    .split(',')
    .map((text) => {
      const wall = Date.parse(
        `${jcalTime(text.replace(/Z$/, ''))}${text.includes('T') ? 'Z' : 'T00:00:00Z'}`,
      );
      if ('date' in start) return wall;
      if (text.endsWith('Z')) return wall + zone(start.zone).offsetAt(wall);
      if (named === undefined || named === start.zone) return wall;
      const utc = zone(named).toUtc(wall);
      return utc + zone(start.zone).offsetAt(utc);
    });
}
