import { expect, it } from 'vitest';
import { labelledFiles, read } from '../../../test/spot/measure.ts';
import { toSeries } from '../../../test/spot/to-series.ts';
import { COSTS, NAME } from './look.ts';
import { glance, match } from './match.ts';
import { claim, couldClaim } from './says.ts';
import { spot } from './spot.ts';

const LIMIT = 400;
const texts = labelledFiles().flatMap((file) =>
  read(file).flatMap(({ title, description }) => [title, description ?? '']),
);

it('a glance never passes over a text in which reading it finds a name or an objection', () => {
  for (const text of texts) {
    const said = match(text, LIMIT);
    const glanced = glance(text, LIMIT);
    if (said.hits.length > 0) expect(glanced & (NAME | COSTS), text).not.toBe(0);
    if (claim(said) !== null) expect(couldClaim(glanced), text).toBe(true);
  }
});

const monthly = { everyDays: 28, lengthMin: 90, guests: 6, call: 'zoom', lang: 'en', why: '' } as const;
const verdict = (title: string, description?: string, everyDays = 28) =>
  spot(
    toSeries({ ...monthly, everyDays, label: 'circle', title, ...(description ? { description } : {}) }),
    [],
  ).verdict;

it('people of one kind who help their like are a circle, whatever their kind', () => {
  expect(verdict('Beekeepers mentoring beekeepers')).toBe('circle');
  expect(verdict('Beekeepers mentoring schoolchildren')).not.toBe('circle');
});

it('a trade in the title is no objection to a firm name whose note tells what circles do', () => {
  expect(verdict('Cercle de pairs : directrices de crèche', 'Confidentiel, une situation chacune.')).toBe(
    'circle',
  );
  expect(verdict('Cercle de lecture : directrices de crèche')).toBe('no');
});

it('a single date with a circle’s name and other words is only asked about', () => {
  expect(verdict('Mastermind tax call', undefined, 0)).not.toBe('circle');
  expect(verdict('Mastermind', undefined, 14)).toBe('circle');
});
