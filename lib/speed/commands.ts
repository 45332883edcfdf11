import { draft, myDraft } from '../fact/draft.ts';
import { ERASED } from '../fact/erased.ts';
import { type Draft, ME } from '../fact/fact.ts';
import { drawRounds } from './draw-rounds.ts';
import { type SpeedEvent, speedEntity } from './event.ts';
import type { SpeedHistory } from './history.ts';
import { type DrawnRound, pairKey, pairsOf } from './ledger.ts';
import { MINUTE_MS, type SpeedMinutes, timetable } from './timetable.ts';
import { openRound, partAt } from './view.ts';

/** What the host settles before an event. `start`: UTC ms. */
export interface SpeedSetUp {
  title: string;
  people: readonly { id: string; name: string }[];
  /** Groups of ids of people who all know each other. */
  acquainted: readonly (readonly string[])[];
  odd: 'trio' | 'rest';
  start: number;
  lengthMin: number;
  minutes: SpeedMinutes;
  rounds: number;
}

type Drawable = Pick<SpeedEvent, 'people' | 'acquainted' | 'odd'>;

/** Draws an event's rounds from what is known of its people, today's rounds and earlier events. */
function draw(
  event: Drawable,
  history: SpeedHistory,
  seed: number,
  rounds: number,
  played: readonly DrawnRound[] = [],
  keep: readonly DrawnRound[] = [],
): DrawnRound[] {
  const names = new Map(event.people.map(({ id, name }) => [id, name]));
  const of = (id: string): string => names.get(id) ?? '';
  const known = new Set(event.acquainted.flatMap(pairsOf).map(([a, b]) => pairKey(a, b)));
  return drawRounds({
    people: event.people.filter(({ isHere }) => isHere).map(({ id }) => id),
    rounds,
    odd: event.odd,
    seed,
    played,
    keep,
    metBefore: (a, b) => history.met(of(a), of(b)),
    acquainted: (a, b) => known.has(pairKey(a, b)) || history.knows(of(a), of(b)),
  });
}

/** Sets an event up and draws its pairs; with `before` in the place of what was settled so far. @param seed any whole number. */
export function planSpeed(
  eventId: string,
  setUp: SpeedSetUp,
  history: SpeedHistory,
  seed: number,
  before: SpeedEvent | null = null,
): Draft[] {
  const { rounds: count, ...settled } = setUp;
  const people = setUp.people.map((person) => ({ ...person, isHere: true }));
  const rounds = draw({ ...setUp, people }, history, seed, count);
  const entity = speedEntity(eventId);
  const steps = timetable(count, setUp.minutes);
  return [
    myDraft(entity, 'speed.planned', { ...settled, steps, replaces: setBy(before, 'planned') }),
    myDraft(entity, 'speed.drawn', { seed, rounds, replaces: setBy(before, 'drawn') }),
  ];
}

const setBy = (event: SpeedEvent | null, what: string): string[] => [...(event?.setBy.get(what) ?? [])];

/** Other pairs for the rounds that have not begun. @param now UTC ms. */
export function drawAgain(event: SpeedEvent, history: SpeedHistory, seed: number, now: number): Draft {
  return redrawn(event, history, seed, now, false);
}

function redrawn(event: SpeedEvent, history: SpeedHistory, seed: number, now: number, keeps: boolean): Draft {
  const from = openRound(event, now);
  const played = event.rounds.slice(0, from);
  const later = event.rounds.slice(from);
  const rounds = draw(event, history, seed, later.length, played, keeps ? later : []);
  return myDraft(speedEntity(event.id), 'speed.drawn', {
    seed,
    rounds: [...played, ...rounds],
    replaces: setBy(event, 'drawn'),
  });
}

/**
 * Somebody comes late or leaves early; the rounds that have not begun are drawn for those who are there, with as many
 * of the pairs people know of as can stay. @param at UTC ms.
 */
export function setPresence(
  event: SpeedEvent,
  history: SpeedHistory,
  person: { id: string; name: string },
  isHere: boolean,
  at: number,
): Draft[] {
  const others = event.people.filter(({ id }) => id !== person.id);
  const known = event.people.some(({ id }) => id === person.id);
  const now = { ...person, isHere };
  const people = known ? event.people.map((one) => (one.id === person.id ? now : one)) : [...others, now];
  return [
    myDraft(speedEntity(event.id), 'speed.presence', {
      person: person.id,
      name: person.name,
      isHere,
      at,
      replaces: setBy(event, `here ${person.id}`),
    }),
    redrawn({ ...event, people }, history, event.seed, at, true),
  ];
}

/** Begins the event with its first part. */
export function beginSpeed(event: SpeedEvent, at: number): Draft[] {
  const first = event.steps[0];
  if (!first || event.course) return [];
  return [moved(event, null, first.id, at)];
}

/** Goes to another part, forth or back. */
export function moveSpeed(event: SpeedEvent, to: string, at: number): Draft[] {
  return event.course ? [moved(event, partAt(event.course, at).step.id, to, at)] : [];
}

const moved = (event: SpeedEvent, from: string | null, to: string, at: number): Draft =>
  myDraft(speedEntity(event.id), 'speed.moved', {
    from,
    to,
    at,
    steps: [...(event.course?.steps ?? event.steps)],
  });

/** Stops the clock, or lets it go on. */
export function holdSpeed(event: SpeedEvent, holds: boolean, at: number): Draft[] {
  if (!event.course) return [];
  const step = partAt(event.course, at).step.id;
  return [myDraft(speedEntity(event.id), holds ? 'speed.paused' : 'speed.resumed', { step, at })];
}

/** A minute more for the part that is on; from now on, where its time is over. */
export function stretchSpeed(event: SpeedEvent, at: number): Draft[] {
  if (!event.course) return [];
  const { step, elapsedMs } = partAt(event.course, at);
  const ms = Math.max(step.ms, elapsedMs) + MINUTE_MS;
  const steps = event.course.steps.map((one) => (one.id === step.id ? { ...one, ms } : one));
  return [myDraft(speedEntity(event.id), 'speed.stretched', { step: step.id, at, steps })];
}

export const endSpeed = (event: SpeedEvent, at: number): Draft[] =>
  event.course ? [myDraft(speedEntity(event.id), 'speed.ended', { at })] : [];

/** Which of the people I am; null: none of them. */
export const setSpeedMe = (event: SpeedEvent, person: string | null): Draft =>
  myDraft(speedEntity(event.id), 'speed.me', { person, replaces: setBy(event, 'me') });

/** My note of a talk, or (null) of the event, in the place of the one before. */
export const noteSpeed = (event: SpeedEvent, person: string | null, text: string, at: number): Draft =>
  myDraft(speedEntity(event.id), 'speed.noted', {
    person,
    text: text.trim(),
    at,
    replaces: setBy(event, `note ${person ?? ''}`),
  });

/** Erases an event for good, with what may still arrive of it. @param facts hashes of all that is held of it. */
export const eraseSpeed = (eventId: string, facts: readonly string[]): Draft =>
  draft(ME, null, speedEntity(eventId), ERASED, { facts: [...facts], whole: true });
