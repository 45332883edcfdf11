import { readCallLink } from '../call-link.ts';
import type { CallLink, Guest, Person, Series } from '../event.ts';
import { type Component, type Property, parseComponent, textOf } from './jcal.ts';
import { LIMITS } from './limits.ts';
import { readGuests, readOrganizer } from './people.ts';
import { htmlToText, looksLikeHtml, tidy } from './plain-text.ts';
import { type Rule, readRule } from './rule.ts';
import { seriesKey } from './uid.ts';
import { DAY_MS, type LocalTime, readDuration, readLocalTime } from './wall-time.ts';

/** A single extra date of a series; its own length where it was written as a period. */
export interface ExtraDate {
  at: LocalTime;
  end: LocalTime | null;
  lengthMs: number | null;
}

/** One VEVENT, read but not yet placed in time: zones and the other parts of its series may come later in the file. */
export interface Draft {
  key: string;
  uid: string;
  title: string;
  description: string;
  location: string;
  start: LocalTime;
  end: LocalTime | null;
  /** From DURATION, when there is no end. */
  lengthMs: number | null;
  rules: readonly Rule[];
  extraDates: readonly ExtraDate[];
  exceptDates: readonly LocalTime[];
  /** Set on an event that replaces one occurrence of a series, or all from it on. */
  replaces: LocalTime | null;
  andFollowing: boolean;
  status: Series['status'];
  /** TRANSP (RFC 5545 §3.8.2.7): it takes nobody's time. */
  free: boolean;
  organizer: Person | null;
  guests: readonly Guest[];
  call: CallLink | null;
  /** For two events of one UID the higher one is the newer. */
  sequence: number;
  changed: string;
}

export type DraftResult =
  | { ok: true; draft: Draft; unsupported: boolean; broken: boolean }
  | { ok: false; reason: 'broken' | 'no-start'; title: string };

/** Reads the text of one VEVENT. */
export function readDraft(text: string): DraftResult {
  const component = parseComponent(text);
  if (!component) return { ok: false, reason: 'broken', title: roughTitle(text) };
  const title = tidy(textOf(component, 'summary').replace(/\s+/g, ' '), LIMITS.title);
  const first = (name: string) => component.properties.find((property) => property.name === name);
  const startProperty = first('dtstart');
  let start = startProperty ? times(startProperty)[0] : undefined;
  if (!start) return { ok: false, reason: 'no-start', title };
  const endProperty = first('dtend');
  let end = (endProperty ? times(endProperty)[0] : undefined) ?? null;
  if (textOf(component, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE') {
    start = asDate(start);
    end = end && asDate(end);
  }
  const replaces = first('recurrence-id');
  const uid = textOf(component, 'uid').trim() || `no-uid:${title}:${start.wall}`;
  const rules = all(component, 'rrule').map((property) => readRule(property.values[0]));
  return {
    ok: true,
    unsupported: first('exrule') !== undefined,
    broken:
      rules.includes(null) ||
      component.dropped.some((line) => /^(RRULE|RDATE|EXDATE|DTEND|DURATION)\b/i.test(line)),
    draft: {
      key: seriesKey(uid, component),
      uid,
      title,
      ...readTexts(component),
      start,
      end,
      lengthMs: readDuration(textOf(component, 'duration')),
      rules: rules.filter((rule) => rule !== null),
      extraDates: all(component, 'rdate').flatMap(extraDates),
      exceptDates: all(component, 'exdate').flatMap(times),
      replaces: (replaces ? times(replaces)[0] : undefined) ?? null,
      andFollowing: replaces?.parameters.range?.toUpperCase() === 'THISANDFUTURE',
      status: readStatus(textOf(component, 'status')),
      free: textOf(component, 'transp').toUpperCase() === 'TRANSPARENT',
      organizer: readOrganizer(component),
      guests: readGuests(component),
      sequence: readSequence(component),
      changed: textOf(component, 'last-modified') || textOf(component, 'dtstamp'),
    },
  };
}

/** The SUMMARY of a component that could not be read, for saying which it was. */
export function roughTitle(text: string): string {
  const line = /^SUMMARY[^:\r\n]*:(.*)$/im.exec(text)?.[1] ?? '';
  return tidy(line.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1'), 120);
}

function all(component: Component, name: string): Property[] {
  return component.properties.filter((property) => property.name === name);
}

/** Every date or date-time of a property, those that name no real time left out. */
function times(property: Property): LocalTime[] {
  const tzid = property.parameters.tzid ?? '';
  return property.values.flatMap((value) =>
    typeof value === 'string' ? (readLocalTime(value, tzid) ?? []) : [],
  );
}

function extraDates(property: Property): ExtraDate[] {
  if (property.type !== 'period') return times(property).map((at) => ({ at, end: null, lengthMs: null }));
  const tzid = property.parameters.tzid ?? '';
  return property.values.flatMap((value) => {
    if (!Array.isArray(value)) return [];
    const [from, until] = value.map(String);
    const at = from ? readLocalTime(from, tzid) : null;
    if (!at) return [];
    return [{ at, end: readLocalTime(until ?? '', tzid), lengthMs: readDuration(until ?? '') }];
  });
}

function asDate(time: LocalTime): LocalTime {
  return { wall: Math.floor(time.wall / DAY_MS) * DAY_MS, tzid: '', date: true };
}

function readStatus(text: string): Series['status'] {
  switch (text.toUpperCase()) {
    case 'CANCELLED':
    case 'CANCELED':
      return 'cancelled';
    case 'TENTATIVE':
      return 'tentative';
    default:
      return 'confirmed';
  }
}

function readSequence(component: Component): number {
  const value = component.properties.find((property) => property.name === 'sequence')?.values[0];
  return typeof value === 'number' ? value : Number(value) || 0;
}

/** Properties that hold nothing but a link to the call, most telling first. */
const LINK_PROPERTIES = [
  'x-google-conference',
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
  'conference',
  'url',
] as const;

function readTexts(component: Component): Pick<Draft, 'description' | 'location' | 'call'> {
  const location = tidy(textOf(component, 'location'), LIMITS.title);
  const html = textOf(component, 'x-alt-desc')
    .replace(/\\n/gi, '\n')
    .replace(/\\([\\,;])/g, '$1');
  const plain = textOf(component, 'description');
  const written = plain.trim() === '' ? html : plain;
  const words = looksLikeHtml(written) ? htmlToText(written) : written;
  const links = LINK_PROPERTIES.flatMap((name) =>
    all(component, name).map((property) => String(property.values[0] ?? '')),
  );
  return {
    location,
    description: tidy(words, LIMITS.description),
    call: readCallLink([...links, location, plain, html]) ?? announcedLink(component),
  };
}

/** An unknown host is believed only where the calendar itself says that the address is the call. */
function announcedLink(component: Component): CallLink | null {
  for (const name of ['x-google-conference', 'conference']) {
    for (const property of all(component, name)) {
      const url = String(property.values[0] ?? '');
      if (/^https:\/\/[^\s]+$/i.test(url) && URL.canParse(url)) return { host: 'other', code: url, url };
    }
  }
  return null;
}
