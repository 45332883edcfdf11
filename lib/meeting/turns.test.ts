import { describe, expect, it } from 'vitest';
import { PEOPLE } from '@/test/builders/meeting-room';
import { type Format, formatOf } from './format.ts';
import { MINUTE_MS, planMeeting } from './plan.ts';

const plan = (format: Format, n: number, lengthMin: number = format.lengthMin) =>
  planMeeting({
    format,
    lengthMs: lengthMin * MINUTE_MS,
    present: PEOPLE.slice(0, n),
    asked: new Map(),
  });

describe('who has a turn', () => {
  const als = formatOf('action-learning-set');
  const presenters = (
    asked: ReadonlyMap<string, number>,
    chosen?: ReadonlyMap<string, readonly string[]>,
  ) => [
    ...new Set(
      planMeeting({ format: als, lengthMs: 120 * MINUTE_MS, present: PEOPLE.slice(0, 6), asked, chosen })
        .steps.filter((step) => step.phase === 'presenters')
        .map((step) => step.member),
    ),
  ];

  it('is found by bids where a format has fewer seats than members, unless the circle chose', () => {
    expect(presenters(new Map())).toEqual(['ada', 'bo']);
    const bids = new Map([
      ['eve', 40 * MINUTE_MS],
      ['chen', 30 * MINUTE_MS],
    ]);
    expect(presenters(bids)).toEqual(['chen', 'eve']);
    expect(presenters(bids, new Map([['presenters', ['fay', 'dana', 'nobody']]]))).toEqual(['dana', 'fay']);
  });

  it('is in an order that nobody made where the format says so, the same for whoever computes it', () => {
    const pmc = formatOf('pmc');
    const phases = pmc.phases.map((phase) => ({ ...phase, order: 'random' as const }));
    const order = (seed: string) =>
      planMeeting({
        format: { ...pmc, phases },
        lengthMs: 90 * MINUTE_MS,
        present: PEOPLE.slice(0, 8),
        asked: new Map(),
        seed,
      })
        .steps.filter((step) => step.phase === 'work')
        .map((step) => step.member);
    expect(order('m1')).toEqual(order('m1'));
    expect(order('m1')).not.toEqual(order('m2'));
    expect(order('m1').toSorted()).toEqual(PEOPLE.slice(0, 8));
  });

  it('leaves nobody alone, whatever the number in groups', () => {
    for (let n = 2; n <= 12; n += 1) {
      const { steps } = plan(formatOf('troika'), n, 90);
      const sizes = steps
        .find((step) => step.phase === 'clients')
        ?.groups?.map((group) => group.others.length + Number(group.client !== null));
      for (const size of sizes ?? []) expect(size >= 2 && size <= 4, `${n}: ${sizes}`).toBe(true);
      expect((sizes ?? []).reduce((a, b) => a + b, 0)).toBe(n);
    }
  });
});
