import { expect, it } from 'vitest';
import { foldCircle } from '../circle/circle.ts';
import { PMC } from '../meeting/format.ts';
import { MINUTE_MS, planMeeting, SHORT_TURN_MS } from '../meeting/plan.ts';
import { practiceCircle } from './practice.ts';
import { words } from './words/en.ts';

let made = 0;
const { circleId, facts } = practiceCircle({
  now: Date.UTC(2026, 10, 22, 13),
  zone: 'Europe/Berlin',
  newId: () => `id-${++made}`,
  words,
});

it('has steps as a real meeting has: none is in its last minute from its beginning, and turns are long enough', () => {
  const circle = foldCircle(
    circleId,
    facts.filter(({ entity }) => entity === circleId),
  );
  const members = facts.filter(({ kind }) => kind === 'member.added').map(({ entity }) => entity);
  expect(circle?.formatId).toBe(PMC.id);
  const { steps, overMs } = planMeeting({
    format: PMC,
    present: members,
    asked: new Map(),
    lengthMs: (circle?.lengthMin ?? 0) * MINUTE_MS,
  });
  expect(overMs).toBe(0);
  for (const step of steps) expect(step.ms, step.id).toBeGreaterThan(MINUTE_MS);
  const turns = steps.filter(({ kind }) => kind === 'work').map(({ ms }) => ms);
  expect(turns.length).toBe(4);
  expect(Math.min(...turns)).toBeGreaterThanOrEqual(SHORT_TURN_MS);
});

it('begins before the first meeting, with nothing promised and nobody’s words', () => {
  expect(new Set(facts.map(({ kind }) => kind))).toEqual(
    new Set(['circle.created', 'circle.rhythm', 'circle.agreed', 'member.added', 'me.member']),
  );
});
