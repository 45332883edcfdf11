import { describe, expect, it } from 'vitest';
import { CORPUS, longTexts } from '../fuzz/nasty.ts';
import { TEXT_READERS } from '../fuzz/readers.ts';
import { checkCorpus, checkInputs } from '../soak/input-course.ts';
import { leastMs } from './regexes.ts';

describe('what reads texts and JSON of strangers', () => {
  it('takes each sample of the corpus without a crash, markup or a changed prototype', async () => {
    expect(CORPUS.length).toBeGreaterThan(10);
    await checkCorpus();
  }, 60_000);

  it('takes thousands of inputs made to harm: a slice of what npm run soak does a million times', async () => {
    await checkInputs({ inputs: 2_000, seed: 20261122 });
  }, 120_000);

  it.each(Object.entries(TEXT_READERS))(
    'needs no more than its length in time: %s',
    (_, read) => {
      const [short, long] = [longTexts(2_000), longTexts(8_000)];
      for (const [at, { piece, text }] of long.entries()) {
        // Four times the text in at most ten times the time; what grows by the square takes sixteen. Short times are noise.
        if (leastMs(() => read(text), 1) < 20) continue;
        const ratio = leastMs(() => read(text)) / leastMs(() => read(short[at]?.text ?? ''));
        expect(ratio, JSON.stringify(piece)).toBeLessThan(10);
      }
    },
    120_000,
  );
});
