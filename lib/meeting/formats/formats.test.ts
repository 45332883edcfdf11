import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PEOPLE } from '@/test/builders/meeting-room';
import {
  type Format,
  formatOf,
  formatOfMeeting,
  formatSchema,
  isKnownFormat,
  type Phase,
} from '../format.ts';
import { FLOOR_MS, MINUTE_MS, planMeeting, type Step } from '../plan.ts';
import { turnLengths } from '../turns.ts';
import { FORMATS } from './all.ts';
import { FORMAT_WORDS } from './words.ts';

const plan = (format: Format, n: number, lengthMin: number = format.lengthMin) =>
  planMeeting({
    format,
    lengthMs: lengthMin * MINUTE_MS,
    present: PEOPLE.slice(0, n),
    asked: new Map(),
  });
const total = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.ms, 0);
const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
/** What a phase takes in all, as a clock shows it. */
const phaseClock = (steps: readonly Step[], phase: string): string =>
  clock(total(steps.filter((step) => step.phase === phase)));
const turnClocks = (steps: readonly Step[], phase: string): string[] =>
  turnLengths(steps.filter((step) => step.phase === phase)).map(clock);

/** Every meeting of every format, with every number of members it is meant for. */
const meant = FORMATS.flatMap((format) =>
  (format.sessions ?? [null]).flatMap((_, at) => {
    const { from, to } = format.people ?? { from: 0, to: 0 };
    const one = formatOfMeeting(format, at + 1);
    return Array.from({ length: to - from + 1 }, (_, i) => ({ one, n: from + i, at: at + 1 }));
  }),
);
const known: ReadonlySet<string> = new Set(FORMAT_WORDS);

describe.each(meant.map(({ one, n, at }) => [one.id, at, n, one] as const))(
  '%s, meeting %i, with %i members',
  (_, __, n, format) => {
    const { steps, fits, overMs } = plan(format, n);

    it('fits its time to the ms', () => {
      expect({ fits, overMs }).toEqual({ fits: true, overMs: 0 });
      expect(total(steps)).toBe(format.lengthMin * MINUTE_MS);
      for (const step of steps) expect(step.ms).toBeGreaterThan(0);
    });

    it('gives everyone it seats the floor', () => {
      for (const phase of format.phases.filter((one) => one.kind === 'work')) {
        const turns = turnLengths(steps.filter((step) => step.phase === phase.id));
        expect(turns.length).toBeGreaterThan(0);
        for (const ms of turns) expect(ms).toBeGreaterThanOrEqual(FLOOR_MS);
        if (phase.groupsOf === undefined) {
          expect(turns).toHaveLength(Math.min(n, phase.seats ?? n));
          continue;
        }
        const clients = steps
          .filter((step) => step.phase === phase.id)
          .flatMap((step) => step.groups?.flatMap((group) => group.client ?? []) ?? []);
        expect(new Set(clients)).toEqual(new Set(PEOPLE.slice(0, n)));
      }
    });

    it('has a step for everything once, with ids that say where it belongs', () => {
      expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
      for (const step of steps) expect(step.id.split(':')[0]).toBe(step.phase);
    });
  },
);

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const phases: readonly Phase[] = [
    ...format.phases,
    ...(format.sessions ?? []).flatMap((session) => session.phases),
  ];

  it('has a shape that facts keep as it is, so that a meeting can carry it', () => {
    expect(v.parse(formatSchema, JSON.parse(JSON.stringify(format)))).toEqual(format);
  });

  it('asks a question in every phase and every part, by words that the catalogue has', () => {
    const withQuestion = new Set(['arrive', 'roles', 'reports', 'work', 'contracts', 'close', 'break']);
    for (const phase of phases) {
      if (phase.words === undefined) expect(withQuestion).toContain(phase.kind);
      else expect(known).toContain(phase.words);
      for (const part of phase.parts ?? []) expect(known).toContain(part.words);
    }
  });

  it('has parts that add up to its turns, and at most one phase that takes the rest', () => {
    expect(format.phases.filter((phase) => phase.minutes === 'rest').length).toBeLessThanOrEqual(1);
    for (const phase of phases)
      if (phase.parts && phase.minutes !== 'rest')
        expect(phase.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(phase.minutes);
  });
});

describe('the minutes of the field', () => {
  it('Every Other Thursday: 10 · 5 · 105 · 10 · 10 · 10', () => {
    const { steps } = plan(formatOf('every-other-thursday'), 7);
    const phases = ['settle', 'roles', 'work', 'contracts', 'strokes', 'social'];
    expect(phases.map((phase) => phaseClock(steps, phase))).toEqual([
      '10:00',
      '5:00',
      '105:00',
      '10:00',
      '10:00',
      '10:00',
    ]);
  });

  it.each([
    [5, '24:00'],
    [6, '20:00'],
    [7, '17:09'],
    [8, '15:00'],
    [9, '13:20'],
  ])('three-weekly circle: 120 minutes among %i are %s each, with half an hour around them', (n, turn) => {
    const format = formatOf('three-weekly');
    const { steps } = plan(format, n);
    expect(turnClocks(steps, 'work')).toEqual(Array.from({ length: n }, () => turn));
    expect(phaseClock(steps, 'work')).toBe('120:00');
    const around = format.phases.filter(({ kind }) => kind !== 'work').map(({ id }) => id);
    expect(around.map((phase) => phaseClock(steps, phase))).toEqual(['5:00', '10:00', '10:00', '5:00']);
  });

  it('three-weekly circle: the 120 minutes are a limit, which a shorter meeting stays under', () => {
    const { steps } = plan(formatOf('three-weekly'), 5, 120);
    expect(turnClocks(steps, 'work')).toEqual(Array.from({ length: 5 }, () => '18:00'));
  });

  it.each([1, 2, 3, 4])('a cohort’s day %i: 30 · 45 · 15 · 75 · 60 · 75 · 30 · 30', (day) => {
    const { steps } = plan(formatOfMeeting(formatOf('c-change'), day), 9);
    const phases = ['check-in', 'reports', 'break', 'skill', 'lunch', 'trios', 'plan'];
    const minutes = [30, 45, 15, 75, 60, 75, 30].map((min) => `${min}:00`);
    expect(phases.map((phase) => phaseClock(steps, phase))).toEqual(minutes);
    expect(phaseClock(steps, 'contracts')).toBe('20:00');
    expect(phaseClock(steps, 'close')).toBe('10:00');
    expect(turnClocks(steps, 'trios')).toEqual(['25:00', '25:00', '25:00']);
  });

  it('troika: reflect 1, then 2 / 2 / 5 / 2 for each client, also with three trios at once', () => {
    for (const n of [3, 6, 9]) {
      const { steps } = plan(formatOf('troika'), n);
      const clients = steps.filter((step) => step.phase === 'clients');
      const each = ['2:00', '2:00', '5:00', '2:00'];
      expect(clients.map((step) => clock(step.ms))).toEqual([...each, ...each, ...each]);
      expect(clients[0]?.groups).toHaveLength(n / 3);
      expect(phaseClock(steps, 'reflect')).toBe('1:00');
    }
  });

  it('a trio fits the 45 minutes that calendars give it', () => {
    expect(plan(formatOf('troika'), 3, 45)).toMatchObject({ fits: true, overMs: 0 });
  });

  it('wise crowds: 2 / 3 / 8 / 2 for each client', () => {
    for (const n of [4, 5]) {
      const clients = plan(formatOf('wise-crowds'), n).steps.filter((step) => step.phase === 'clients');
      expect(clients.map((step) => clock(step.ms))).toEqual(
        Array.from({ length: n }, () => ['2:00', '3:00', '8:00', '2:00']).flat(),
      );
    }
  });

  it('action learning set: for six, two turns of 40; for all, parts within the published ranges', () => {
    const six = plan(formatOf('action-learning-set'), 6).steps;
    expect(turnClocks(six, 'presenters')).toEqual(['40:00', '40:00']);
    expect(phaseClock(six, 'updates')).toBe('12:00');
    expect(phaseClock(six, 'contracts')).toBe('8:00');
    for (const n of [4, 5, 6, 7, 8]) {
      const parts = plan(formatOf('action-learning-set'), n).steps.filter((step) => step.part);
      const minutes = (part: string) =>
        parts.filter((step) => step.part === part).map((step) => step.ms / MINUTE_MS);
      for (const part of ['present', 'summary', 'actions']) expect(minutes(part)).toEqual([2, 2]);
      for (const min of minutes('clarify')) expect(min >= 5 && min <= 10).toBe(true);
      for (const min of minutes('questions')) expect(min >= 10 && min <= 15).toBe(true);
    }
  });

  it('dyad: 2+2 · 10 · 10 · 2+2 · 2', () => {
    const { steps } = plan(formatOf('dyad'), 2);
    const minutes = [2, 2, 10, 10, 2, 2, 2];
    expect(steps.map((step) => step.ms)).toEqual(minutes.map((min) => min * MINUTE_MS));
  });

  it('writing group: goals 15 · write 30 · report 15', () => {
    for (const n of [4, 7, 8]) {
      const { steps } = plan(formatOf('writing-group'), n);
      expect(['goals', 'write', 'report'].map((phase) => phaseClock(steps, phase))).toEqual([
        '15:00',
        '30:00',
        '15:00',
      ]);
    }
  });
});

describe('a year of a cohort', () => {
  const year = formatOf('c-change');
  it('goes through four days, and then the circle runs itself', () => {
    const words = [1, 2, 3, 4].map((n) => formatOfMeeting(year, n).phases.map((phase) => phase.words));
    expect(new Set(words.map(String)).size).toBe(4);
    expect(words[0]).toContain('values');
    expect(words[1]).toContain('goals');
    expect(words[2]).toContain('negotiation');
    expect(words[2]).toContain('consultations');
    expect(words[3]).toContain('handOver');
    expect(formatOfMeeting(year, 5)).toBe(formatOf('pmc'));
    expect(formatOfMeeting(year, 3)).toMatchObject({ id: 'c-change', session: 3 });
  });

  it('is one meeting like the other for a format without sessions', () => {
    expect(formatOfMeeting(formatOf('dyad'), 7)).toBe(formatOf('dyad'));
  });
});

it('knows its formats by id', () => {
  for (const format of FORMATS) expect(formatOf(format.id)).toBe(format);
  expect(isKnownFormat('speed-of-tomorrow')).toBe(false);
});
