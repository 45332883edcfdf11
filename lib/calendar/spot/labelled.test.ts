import { describe, expect, it } from 'vitest';
import { labelledFiles, measure, read, report } from '../../../test/spot/measure.ts';

/** Issue 2: precision ≥ 0.98, recall ≥ 0.95, counting only the verdict "circle". */
const PRECISION = 0.98;
const RECALL = 0.95;

describe('the labelled series', () => {
  it('are at least 200, half of them no circles, in all five languages', () => {
    const all = labelledFiles().flatMap((file) => read(file));
    expect(all.length).toBeGreaterThanOrEqual(200);
    const negatives = all.filter((entry) => entry.label === 'not').length;
    expect(negatives / all.length).toBeGreaterThanOrEqual(0.5);
    expect(new Set(all.map((entry) => entry.lang))).toEqual(new Set(['en', 'de', 'fr', 'es', 'pt']));
  });

  it.each(labelledFiles())('%s: circles are found and others left alone', (file) => {
    const measured = measure(file);
    console.log(report(measured));
    expect(measured.precision).toBeGreaterThanOrEqual(PRECISION);
    expect(measured.recall).toBeGreaterThanOrEqual(RECALL);
  });
});
