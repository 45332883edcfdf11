import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { undoDraft } from '../fact/draft.ts';
import { ME } from '../fact/fact.ts';
import { foldPassed, type Gathering, guestEntity, offerGuests, passGuest } from './guests.ts';

const person = (name: string, email = `${name.toLowerCase()}@example.org`) => ({ name, email });
const held = (title: string, last: number, ...people: Gathering['people'][number][]): Gathering => ({
  title,
  last,
  people,
});

describe('guests of past meetings', () => {
  it('are offered once each, by the latest meeting, and nobody who is known', () => {
    const gatherings = [
      held('Spring circle', 10, person('Ann'), person('Bo'), person('Me')),
      held('Autumn circle', 20, person('Ann', 'ANN@example.org'), person('Cy'), person('Dana')),
    ];
    const known = [person('Me'), { name: 'Cyrus', email: 'cy@example.org' }, { name: 'dana ', email: '' }];
    expect(offerGuests(gatherings, known, [])).toEqual([
      { name: 'Ann', email: 'ann@example.org', title: 'Autumn circle', last: 20 },
      { name: 'Bo', email: 'bo@example.org', title: 'Spring circle', last: 10 },
    ]);
  });

  it('are not offered without a name, and by name where the calendar gives no address', () => {
    const offers = offerGuests(
      [held('x', 1, person('', 'a@b.org'), person('Eve', ''), person('eve ', ''))],
      [],
      [],
    );
    expect(offers.map(({ name }) => name)).toEqual(['Eve']);
  });

  it('who were passed over are not offered again, nor are they written down', () => {
    const { facts, write } = device('a');
    write([passGuest('g', person('Ann'), 'salt', 5)], 5);
    expect(JSON.stringify(facts)).not.toMatch(/ann/i);
    expect(facts.map(({ log, entity }) => [log, entity])).toEqual([[ME, guestEntity('g')]]);
    const passed = foldPassed(facts);
    expect(passed).not.toBeNull();
    const all = [held('x', 1, { name: 'Ann B', email: 'ANN@example.org' }, person('Bo'))];
    expect(offerGuests(all, [], passed ? [passed] : []).map(({ name }) => name)).toEqual(['Bo']);
    write(
      [
        undoDraft(
          ME,
          null,
          guestEntity('g'),
          facts.map(({ hash }) => hash),
        ),
      ],
      6,
    );
    expect(foldPassed(facts)).toBeNull();
  });
});
