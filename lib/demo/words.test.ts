import { describe, expect, it } from 'vitest';
import { promisesIn } from './promises.ts';
import { GOALS, MILESTONES, NOTES, PARKED, PEOPLE, PIGS, PROMISES, STROKES, TOGETHER, WHO } from './story.ts';
import { words as english } from './words/en.ts';
import { linesOf, partsOf, type Words } from './words.ts';

const files = import.meta.glob<Words>('./words/*.ts', { import: 'words', eager: true });

/** How many parts each line has: what is said there, and what is not. */
const shape = (lines: readonly string[]): number[] => lines.map((line) => partsOf(line).length);

describe.each(Object.entries(files))('what people of the year wrote, %s', (path, words) => {
  it.each(WHO)('has a line for each promise of %s, and tells of it as often as the story does', (who) => {
    const lines = linesOf(words.promises[who]);
    expect(lines.length).toBe(PROMISES[who].split(' ').length);
    for (const [index, promised] of (promisesIn(words).get(who) ?? []).entries()) {
      const [text, ...told] = partsOf(lines[index] ?? '');
      expect(text, `${who} ${index + 1}`).toMatch(/\p{L}/u);
      expect(told.length, text).toBeLessThanOrEqual(promised.told.length);
    }
  });

  it('says at each place what English says there, and leaves out what English leaves out', () => {
    for (const who of WHO)
      expect(shape(linesOf(words.promises[who])), who).toEqual(shape(linesOf(english.promises[who])));
    for (const part of ['milestones', 'goals', 'pigs'] as const)
      expect(shape(words[part]), part).toEqual(shape(english[part]));
  });

  it('has words for all else that happened', () => {
    expect(shape(words.milestones)).toEqual(MILESTONES.map(({ thanks }) => thanks.length + 1));
    const counts = {
      together: TOGETHER,
      parked: PARKED,
      goals: GOALS,
      pigs: PIGS,
      strokes: STROKES,
      notes: NOTES,
    };
    for (const [part, all] of Object.entries(counts)) {
      const lines = words[part as keyof typeof counts];
      expect(lines.length, part).toBe(all.length);
      for (const line of lines) expect(line.trim(), part).toMatch(/\p{L}/u);
    }
    expect(words.circleName).toMatch(/\p{L}/u);
  });

  it('calls people by the names they have', () => {
    const first = PEOPLE.map(({ name }) => name.split(' ')[0] ?? '');
    const namesIn = (one: Words) => {
      const text = JSON.stringify(one);
      return first.map((name) => text.split(name).length > 1);
    };
    expect(namesIn(words), path).toEqual(namesIn(english));
  });
});
