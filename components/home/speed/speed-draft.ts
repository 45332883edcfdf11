import type { SpeedSetUp } from '@/lib/speed/commands';
import type { SpeedEvent } from '@/lib/speed/event';
import { nameKey, readNames } from '@/lib/speed/name-list';
import {
  eventMinutes,
  MAX_ROUNDS,
  roundsThatFit,
  roundsToMeetAll,
  SPEED_MINUTES,
  type SpeedMinutes,
} from '@/lib/speed/timetable';

/** An event in the making, as the form holds it. */
export interface SpeedDraft {
  title: string;
  /** One name a line. */
  list: string;
  /** Groups of names of people who all know each other. */
  acquainted: readonly (readonly string[])[];
  odd: 'trio' | 'rest';
  /** As a date and time field has it: `2026-11-19T16:00`, where the member is. */
  start: string;
  lengthMin: number | undefined;
  minutes: { readonly [K in keyof SpeedMinutes]: number | undefined };
  /** `undefined`: as many as fit and are of use. */
  rounds: number | undefined;
}

export const FEWEST = 4;
const QUARTER_MS = 15 * 60_000;
const NO_MINUTES: SpeedMinutes = { intro: 0, prepare: 0, half: 1, move: 0, wrapUp: 0 };

/** A date and time field's text for a moment. @param at UTC ms. */
export const fieldOf = (at: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The moment a date and time field holds, UTC ms; null while it is empty. */
export function momentOf(field: string, timeZone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(field).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** What the form starts with: an earlier event's people, or nobody. @param from its people and texts are taken over. */
export function firstDraft(now: number, timeZone: string, from: SpeedEvent | null): SpeedDraft {
  const names = new Map(from?.people.map(({ id, name }) => [id, name]));
  return {
    title: from?.title ?? '',
    list: from ? from.people.map(({ name }) => name).join('\n') : '',
    acquainted: (from?.acquainted ?? []).map((group) => group.flatMap((id) => names.get(id) ?? [])),
    odd: from?.odd ?? 'trio',
    start: fieldOf(Math.ceil((now + 1) / QUARTER_MS) * QUARTER_MS, timeZone),
    lengthMin: from?.lengthMin ?? 60,
    minutes: from?.minutes ?? SPEED_MINUTES,
    rounds: undefined,
  };
}

/** The form of an event that is set up already. */
export function draftOf(event: SpeedEvent, timeZone: string): SpeedDraft {
  const { rounds } = event;
  const draft = { ...firstDraft(event.start, timeZone, event), start: fieldOf(event.start, timeZone) };
  return { ...draft, rounds: rounds.length === roundsOf(draft) ? undefined : rounds.length };
}

/** Whole minutes that a fact can hold. */
export function minutesOf(draft: SpeedDraft): SpeedMinutes {
  const whole = (part: keyof SpeedMinutes): number =>
    Math.min(240, Math.max(NO_MINUTES[part], Math.round(draft.minutes[part] ?? SPEED_MINUTES[part])));
  return {
    intro: whole('intro'),
    prepare: whole('prepare'),
    half: whole('half'),
    move: whole('move'),
    wrapUp: whole('wrapUp'),
  };
}

/** How many rounds there will be: as asked for, else as many as fit, but no more than until all have met. */
export function roundsOf(draft: SpeedDraft): number {
  if (draft.rounds !== undefined) return Math.min(MAX_ROUNDS, Math.max(1, Math.round(draft.rounds)));
  const people = readNames(draft.list).names.length;
  const fit = roundsThatFit(draft.lengthMin ?? 0, minutesOf(draft));
  return people < 2 ? fit : Math.min(fit, roundsToMeetAll(people));
}

export type SpeedProblem = 'people' | 'start' | 'short';

/** What is missing. */
export function problemsOf(draft: SpeedDraft, timeZone: string): SpeedProblem[] {
  const problems: SpeedProblem[] = [];
  if (readNames(draft.list).names.length < FEWEST) problems.push('people');
  if (momentOf(draft.start, timeZone) === null) problems.push('start');
  if (roundsOf(draft) < 1) problems.push('short');
  return problems;
}

/**
 * What the form says, for the facts; null while something is missing. People who were on the list before keep their ids.
 * @param before the event that is changed, or null. @param newId makes an id.
 */
export function setUpOf(
  draft: SpeedDraft,
  before: SpeedEvent | null,
  timeZone: string,
  newId: () => string,
): SpeedSetUp | null {
  const start = momentOf(draft.start, timeZone);
  if (start === null || problemsOf(draft, timeZone).length > 0) return null;
  const ids = new Map(before?.people.map(({ id, name }) => [nameKey(name), id]));
  const people = readNames(draft.list).names.map((name) => ({ id: ids.get(nameKey(name)) ?? newId(), name }));
  const byName = new Map(people.map(({ id, name }) => [nameKey(name), id]));
  const groups = draft.acquainted.map((group) => group.flatMap((name) => byName.get(nameKey(name)) ?? []));
  const minutes = minutesOf(draft);
  const rounds = roundsOf(draft);
  return {
    title: draft.title.trim().slice(0, 200),
    people,
    acquainted: groups.filter((group) => group.length > 1),
    odd: draft.odd,
    start,
    lengthMin: Math.min(1440, Math.max(1, Math.round(draft.lengthMin ?? eventMinutes(rounds, minutes)))),
    minutes,
    rounds,
  };
}
