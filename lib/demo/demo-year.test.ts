import { describe, expect, it } from 'vitest';
import { seeded } from '@/test/builders/ics';
import { foldCircle } from '../circle/circle.ts';
import { foldMember } from '../circle/member.ts';
import { foldContract } from '../contract/contract.ts';
import { type Fact, ME } from '../fact/fact.ts';
import { foldGoal } from '../goal/goal.ts';
import { foldMeeting } from '../meeting/meeting.ts';
import { foldMilestone } from '../milestone/milestone.ts';
import { foldTie } from '../network/tie.ts';
import { demoYear } from './demo-year.ts';
import { promisesIn } from './promises.ts';
import { GOALS, MEETINGS, MILESTONES, TIES } from './story.ts';
import { words } from './words/en.ts';

const NOW = Date.UTC(2026, 10, 22, 13);

function ids(seed: number): () => string {
  const random = seeded(seed);
  return () =>
    Array.from({ length: 22 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]).join('');
}

const year = demoYear({ now: NOW, zone: 'Europe/Berlin', newId: ids(1), words });
const entities = Map.groupBy(year.facts, ({ entity }) => entity);
const rows = <R>(kind: string, fold: (entity: string, facts: readonly Fact[]) => R | null): R[] =>
  [...entities]
    .filter(([, facts]) => facts.some((fact) => fact.kind === kind))
    .flatMap(([entity, facts]) => fold(entity, facts) ?? []);

describe('a year of a circle', () => {
  const meetings = rows('meeting.started', foldMeeting);
  const contracts = rows('contract.made', foldContract);

  it('has met all through the year, and the last time a few days ago', () => {
    expect(foldCircle(year.circleId, entities.get(year.circleId) ?? [])?.newer).toBe(0);
    expect(meetings.length).toBe(MEETINGS);
    expect(meetings.every(({ phase }) => phase === 'ended')).toBe(true);
    const last = Math.max(...meetings.map(({ endedAt }) => endedAt ?? 0));
    expect(NOW - last).toBeGreaterThan(0);
    expect(NOW - last).toBeLessThan(10 * 86_400_000);
    const first = Math.min(...meetings.map(({ start }) => start));
    expect(NOW - first).toBeGreaterThan(330 * 86_400_000);
    // Four in the afternoon on both sides of the clock change.
    const hours = meetings.map(({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/Berlin'),
    );
    expect(hours.every(({ hour, dayOfWeek }) => hour === 16 && dayOfWeek === 2)).toBe(true);
  });

  it('holds its meetings in about their time, every member with a turn', () => {
    for (const meeting of meetings) {
      const minutes = ((meeting.endedAt ?? 0) - meeting.start) / 60_000;
      expect(minutes).toBeGreaterThan(60);
      expect(minutes).toBeLessThan(110);
    }
  });

  it('keeps most contracts, and tells of those it did not keep', () => {
    const closed = contracts.filter(({ open }) => open === 0);
    const outcomes = Map.groupBy(contracts, ({ outcome }) => outcome ?? 'none');
    expect(contracts.length).toBeGreaterThan(85);
    expect(closed.length).toBeGreaterThan(70);
    for (const outcome of ['kept', 'released', 'renegotiated', 'none'] as const)
      expect(outcomes.get(outcome)?.length ?? 0).toBeGreaterThan(0);
    expect(contracts.some(({ reports }) => reports.some(({ outcome }) => outcome === 'partly'))).toBe(true);
    // The story does not run dry before its year is over.
    const made = Map.groupBy(contracts, ({ memberId }) => memberId);
    expect(Math.max(...[...made.values()].map((all) => all.length))).toBeLessThanOrEqual(
      Math.max(...[...promisesIn(words).values()].map((all) => all.length)),
    );
    expect(contracts.filter(({ follows }) => follows !== null).length).toBeGreaterThan(1);
  });

  it('has what stands beside: people who come and go, milestones, goals, ties, all without a word of a newer version', () => {
    const members = rows('member.added', foldMember);
    expect(members.length).toBe(8);
    expect(members.filter(({ leftOn }) => leftOn !== null).length).toBe(2);
    expect(rows('milestone.reached', foldMilestone).filter(({ confirmed }) => confirmed).length).toBe(
      MILESTONES.length,
    );
    expect(rows('goal.written', foldGoal).length).toBe(GOALS.length);
    expect(rows('tie.written', (entity, facts) => foldTie(entity.slice(4), facts)).length).toBe(TIES.length);
  });

  it('keeps what is private out of the circle’s log, as everywhere', () => {
    const kinds = (log: string) =>
      new Set(year.facts.filter((fact) => fact.log === log).map(({ kind }) => kind));
    for (const kind of [
      'pulse.answered',
      'pulse.felt',
      'pig.written',
      'stroke.noted',
      'goal.written',
      'tie.written',
      'note.written',
      'aside.written',
    ]) {
      expect(kinds(ME)).toContain(kind);
      expect(kinds(year.circleId)).not.toContain(kind);
    }
    expect(contracts.some(({ isPrivate }) => isPrivate)).toBe(true);
  });

  it.each([
    ['Pacific/Auckland', Date.UTC(2027, 0, 1, 0)],
    ['America/St_Johns', Date.UTC(2028, 1, 29, 23)],
    ['UTC', Date.UTC(2026, 2, 29, 1)],
  ])('can be shown anywhere on any day: %s', (zone, now) => {
    const other = demoYear({ now, zone, newId: ids(2), words });
    expect(other.facts.length).toBeGreaterThan(500);
    const written = other.facts
      .filter(({ kind }) => kind === 'meeting.ended')
      .map(({ body }) => Number((body as { at: number }).at));
    expect(written.length).toBe(MEETINGS);
    expect(Math.max(...written)).toBeLessThan(now);
  });

  it('is the same for the same ids', () => {
    expect(demoYear({ now: NOW, zone: 'Europe/Berlin', newId: ids(1), words }).facts).toEqual(year.facts);
  });
});
