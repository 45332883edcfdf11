import type { Fact } from '../fact/fact.ts';
import { type Known, latest, readFacts, replacing } from '../fact/fold.ts';
import { speedKinds } from './facts.ts';
import type { DrawnRound } from './ledger.ts';
import type { SpeedMinutes, SpeedStep } from './timetable.ts';
import { partAt } from './view.ts';

export interface SpeedPerson {
  id: string;
  name: string;
  /** Whether they are there, or expected before it begins. */
  isHere: boolean;
}

/** Where a running event's clock stands. What is on at a moment follows from it (`partAt`). */
export interface SpeedCourse {
  begunAt: number;
  steps: readonly SpeedStep[];
  /** When it would be over by the steps it began with, UTC ms. */
  plannedEnd: number;
  /** The part last gone to, and when it began; pauses move that on. */
  step: string;
  startedAt: number;
  pausedAt: number | null;
  endedAt: number | null;
}

/** A speed mentoring event as its facts tell it. Instants are UTC ms. */
export interface SpeedEvent {
  id: string;
  title: string;
  start: number;
  lengthMin: number;
  minutes: SpeedMinutes;
  /** The parts as they were set up. */
  steps: readonly SpeedStep[];
  odd: 'trio' | 'rest';
  people: readonly SpeedPerson[];
  acquainted: readonly (readonly string[])[];
  rounds: readonly DrawnRound[];
  seed: number;
  course: SpeedCourse | null;
  me: string | null;
  /** My notes by person; '' for the whole event. */
  notes: ReadonlyMap<string, string>;
  /** The facts that hold what an edit would replace, by what they say (`planned`, `drawn`, `here <id>`, `note <id>`). */
  setBy: ReadonlyMap<string, readonly string[]>;
}

type SpeedFact = Known<typeof speedKinds>;
type Of<K extends SpeedFact['kind']> = Extract<SpeedFact, { kind: K }>;

const ENTITY = 'speed-';

/** The entity of an event's facts. */
export const speedEntity = (eventId: string): string => `${ENTITY}${eventId}`;

/** Folds one event from its facts, the same for every order of arrival; null without a set-up. */
export function foldSpeedEvent(entity: string, facts: readonly Fact[]): SpeedEvent | null {
  const known = readFacts(speedKinds, facts).facts;
  const of = <K extends SpeedFact['kind']>(kind: K): Of<K>[] =>
    known.filter((fact): fact is Of<K> => fact.kind === kind);
  const planned = latest(of('speed.planned'));
  if (!planned) return null;
  const setBy = new Map<string, readonly string[]>();
  const drawn = of('speed.drawn');
  setBy.set('planned', replacing(of('speed.planned')));
  setBy.set('drawn', replacing(drawn));
  setBy.set('me', replacing(of('speed.me')));
  const people = new Map(planned.body.people.map(({ id, name }) => [id, { id, name, isHere: true }]));
  for (const [person, said] of Map.groupBy(of('speed.presence'), (fact) => fact.body.person)) {
    const now = latest(said)?.body;
    setBy.set(`here ${person}`, replacing(said));
    if (now)
      people.set(person, { id: person, name: people.get(person)?.name ?? now.name, isHere: now.isHere });
  }
  const notes = new Map<string, string>();
  for (const [person, said] of Map.groupBy(of('speed.noted'), (fact) => fact.body.person ?? '')) {
    setBy.set(`note ${person}`, replacing(said));
    const text = latest(said)?.body.text ?? '';
    if (text !== '') notes.set(person, text);
  }
  const { title, start, lengthMin, minutes, odd, acquainted, steps } = planned.body;
  const draw = latest(drawn)?.body;
  return {
    id: entity.startsWith(ENTITY) ? entity.slice(ENTITY.length) : entity,
    ...{ title, start, lengthMin, minutes, odd, acquainted, steps },
    people: [...people.values()],
    rounds: draw?.rounds ?? [],
    seed: draw?.seed ?? 0,
    course: foldCourse(known),
    me: latest(of('speed.me'))?.body.person ?? null,
    notes,
    setBy,
  };
}

/** Follows the clock fact by fact. What speaks of a part that was not on at that moment changes nothing. */
function foldCourse(facts: readonly SpeedFact[]): SpeedCourse | null {
  let course: SpeedCourse | null = null;
  for (const fact of facts) course = afterFact(course, fact);
  return course;
}

function afterFact(course: SpeedCourse | null, fact: SpeedFact): SpeedCourse | null {
  if (fact.kind === 'speed.moved') return afterMove(course, fact.body);
  if (!course) return null;
  if (fact.kind === 'speed.ended') return { ...course, endedAt: course.endedAt ?? fact.body.at };
  if (course.endedAt !== null) return course;
  if (fact.kind !== 'speed.paused' && fact.kind !== 'speed.resumed' && fact.kind !== 'speed.stretched')
    return course;
  const { at } = fact.body;
  const on = partAt(course, at);
  if (on.step.id !== fact.body.step) return course;
  const here = { ...course, step: on.step.id, startedAt: on.startedAt };
  switch (fact.kind) {
    case 'speed.paused':
      return course.pausedAt === null ? { ...here, pausedAt: at } : course;
    case 'speed.resumed':
      if (course.pausedAt === null) return course;
      return { ...course, startedAt: course.startedAt + Math.max(0, at - course.pausedAt), pausedAt: null };
    case 'speed.stretched':
      return { ...here, steps: fact.body.steps };
    default:
      return fact satisfies never;
  }
}

/** The first that begins it begins it; afterwards only a move from the part that is on counts. */
function afterMove(course: SpeedCourse | null, body: Of<'speed.moved'>['body']): SpeedCourse | null {
  const { from, to, at, steps } = body;
  if (!steps.some(({ id }) => id === to)) return course;
  if (!course) {
    if (from !== null) return null;
    const plannedEnd = at + steps.reduce((sum, { ms }) => sum + ms, 0);
    return { begunAt: at, steps, plannedEnd, step: to, startedAt: at, pausedAt: null, endedAt: null };
  }
  if (course.endedAt !== null || partAt(course, at).step.id !== from) return course;
  return { ...course, steps, step: to, startedAt: at, pausedAt: null };
}
