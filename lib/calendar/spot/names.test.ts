import { describe, expect, it } from 'vitest';
import { describedGroups, describedOthers } from '../../../test/spot/descriptions.ts';
import { measure } from '../../../test/spot/measure.ts';
import { groups, others } from '../../../test/spot/names.ts';
import type { Labelled } from '../../../test/spot/to-series.ts';

const SHAPES = [
  ['every two weeks, six people, a link', {}],
  ['monthly, in person', { everyDays: 28, lengthMin: 90, call: null }],
  ['weekly, three people', { everyDays: 7, lengthMin: 60, guests: 2 }],
] as const satisfies readonly (readonly [string, Partial<Labelled>])[];

describe('what groups call themselves', () => {
  it('is written down for every language', () => {
    for (const lang of ['en', 'de', 'fr', 'es', 'pt'] as const)
      expect(groups.filter((each) => each.lang === lang).length).toBeGreaterThanOrEqual(60);
  });

  it.each(SHAPES)('is enough to find them and leave their look-alikes alone: %s', (_, shape) => {
    const all = [...groups, ...others].map((each) => ({ ...each, ...shape }));
    const { precision, recall, falsePositives, missed } = measure('names', all);
    const titles = [...falsePositives, ...missed].map((each) => each.title);
    expect(precision, titles.join('; ')).toBeGreaterThanOrEqual(0.98);
    expect(recall, titles.join('; ')).toBeGreaterThanOrEqual(0.95);
  });
});

describe('what descriptions tell', () => {
  it('finds groups whose name says little and leaves alone what is led, taught, treated or work', () => {
    const { precision, recall, falsePositives, missed } = measure('notes', [
      ...describedGroups,
      ...describedOthers,
    ]);
    const titles = [...falsePositives, ...missed].map((each) => each.title);
    expect(precision, titles.join('; ')).toBeGreaterThanOrEqual(0.98);
    expect(recall, titles.join('; ')).toBeGreaterThanOrEqual(0.95);
  });
});
