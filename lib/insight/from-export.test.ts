import { describe, expect, it } from 'vitest';
import { dayIn, insightSource } from '@/test/builders/insight-source';
import { livelyYear } from '@/test/builders/lively-year';
import { type Row, type Tables, tablesFromExport } from '@/test/insight/from-export';
import { circleInsight } from './circle-insight.ts';
import { daysOf, SPANS, type Span } from './span.ts';
import { insightTables } from './tables.ts';

const NOW = Date.UTC(2026, 10, 22, 17);

/** The file as lib/store/backup.ts writes it, without the database. */
const exported = (facts: readonly object[]): string =>
  JSON.stringify({ format: 'circlekeeper', version: 1, facts });

describe('the numbers behind every chart', () => {
  const circles = [
    { name: 'a lively year', ...livelyYear({ seed: 7, now: NOW }) },
    { name: 'another', ...livelyYear({ seed: 2026, now: NOW }) },
    { name: 'ten years', ...livelyYear({ seed: 4, now: NOW, meetings: 260 }) },
    { name: 'so many meetings that quarters are drawn', ...livelyYear({ seed: 3, now: NOW, meetings: 90 }) },
  ];
  for (const { name, id, facts } of circles)
    for (const span of name === 'ten years' ? (['all'] as const) : SPANS)
      for (const zone of name === 'ten years' ? ['Europe/Berlin'] : ['Europe/Berlin', 'Pacific/Auckland'])
        it(`are those another program works out from the export alone: ${name}, ${span}, ${zone}`, () => {
          const theirs = tablesFromExport(exported(facts), { circle: id, span, now: NOW, zone });
          const ours = shown(id, facts, span, zone);
          expect(ours).toEqual(theirs);
          expect(theirs.attendance.length).toBeGreaterThan(10);
          expect(theirs.time.some((row) => Number(row[1]) < 100)).toBe(true);
          expect(theirs.states.flatMap((row) => row.slice(1))).not.toContain(null);
        });

  it('do not depend on the order in which facts came, or on their coming twice', () => {
    const { id, facts } = livelyYear({ seed: 11, now: NOW });
    const zone = 'Europe/Berlin';
    const shuffled = [...facts, ...facts.slice(40)].toReversed();
    expect(shown(id, shuffled, 'all', zone)).toEqual(shown(id, facts, 'all', zone));
  });
});

function shown(id: string, facts: Parameters<typeof insightSource>[0], span: Span, zone: string): Tables {
  const dayOf = dayIn(zone);
  const days = daysOf(span, dayOf(NOW));
  const tables = insightTables(circleInsight(insightSource(facts, id), { days, now: NOW, dayOf }));
  const rows = (table: keyof Tables): Row[] =>
    tables[table].map(({ about, numbers }): Row => [about, ...numbers]);
  return {
    attendance: rows('attendance'),
    gaps: rows('gaps'),
    time: rows('time'),
    contracts: rows('contracts'),
    states: rows('states'),
    milestones: rows('milestones'),
    mine: rows('mine'),
    pulse: rows('pulse'),
  };
}
