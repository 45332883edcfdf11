import { describe, expect, test } from 'vitest';
import { type Aside, NO_ASIDE } from './aside.ts';
import type { ContractRow } from './contract.ts';
import type { Outcome } from './facts.ts';
import { FEWEST_IN_ALL, myPatterns } from './patterns.ts';

const DAY = 86_400_000;
let next = 0;
const row = (outcome: Outcome | null, change: Partial<ContractRow> = {}): ContractRow => {
  next += 1;
  return {
    id: `k${next}`,
    isPrivate: false,
    circleId: 'c',
    memberId: 'me',
    meetingId: null,
    text: 'Send the page of aims that I promised to write to all of them',
    kind: 'action',
    due: null,
    madeAt: 0,
    follows: null,
    open: 0,
    outcome,
    reports: outcome ? [{ meetingId: null, outcome, text: '', at: 12 * DAY, fact: `f${next}` }] : [],
    reportedIn: [],
    history: [],
    wordingFacts: [],
    sameAs: [],
    writtenBy: null,
    byScribe: false,
    newer: 0,
    ...change,
  };
};
const many = (count: number, outcome: Outcome | null, change: Partial<ContractRow> = {}) =>
  Array.from({ length: count }, () => row(outcome, change));
const patterns = (rows: readonly ContractRow[], asides: Readonly<Record<string, Aside>> = {}) =>
  myPatterns(rows, (id) => asides[id]);

describe('my patterns', () => {
  test('claim nothing before there are enough, whatever stands in them', () => {
    const few = many(FEWEST_IN_ALL - 1, 'kept', { due: '2026-11-27' });
    expect(patterns(few)).toEqual({
      all: null,
      traits: [],
      circles: [],
      took: null,
      told: FEWEST_IN_ALL - 1,
    });
    // Nor does a trait that only a few have, or lack.
    const found = patterns([...many(9, 'kept'), ...many(4, 'kept', { due: '2026-11-27' })]);
    expect(found.traits).toEqual([]);
    const most = patterns([...many(9, 'kept', { due: '2026-11-27' }), ...many(4, 'notYet')]);
    expect(most.traits).toEqual([{ trait: 'day', with: { kept: 9, of: 9 }, without: null }]);
  });

  test('tell of contracts with a day beside those without, also where the day stands in the words', () => {
    const found = patterns([
      ...many(5, 'kept', { due: '2026-11-27' }),
      ...many(3, 'kept', { text: 'Send all of the aims page that I owe to Ruth by Friday' }),
      ...many(2, 'partly', { due: '2026-11-27' }),
      ...many(4, 'kept'),
      ...many(5, 'notYet'),
    ]);
    expect(found.traits).toEqual([{ trait: 'day', with: { kept: 8, of: 10 }, without: { kept: 4, of: 9 } }]);
    expect(found.all).toEqual({ kept: 12, of: 19 });
  });

  test('leave out what nobody reported, what was released, and what was renegotiated', () => {
    const rest = [...many(20, null), ...many(20, 'released'), ...many(20, 'renegotiated')];
    expect(patterns(rest).told).toBe(0);
    expect(patterns([...rest, ...many(8, 'kept')]).all).toEqual({ kept: 8, of: 8 });
  });

  test('see what stands beside a contract, in the circle’s log or in my own', () => {
    const shown = many(3, 'kept', { details: { know: 'It is out', ifThen: null, obstacle: null } });
    const own = many(3, 'partly');
    const asides = Object.fromEntries(own.map((one) => [one.id, { ...NO_ASIDE, know: 'It is in' }]));
    const found = patterns([...shown, ...own, ...many(5, 'notYet')], asides);
    expect(found.traits).toEqual([{ trait: 'know', with: { kept: 3, of: 6 }, without: { kept: 0, of: 5 } }]);
  });

  test('compare circles where there are two with enough, and say how long half of those kept took', () => {
    const found = patterns([
      ...many(5, 'kept'),
      ...many(6, 'partly', { circleId: 'd' }),
      ...many(2, 'kept', { circleId: 'e' }),
    ]);
    expect(found.circles).toEqual([
      { circleId: 'd', kept: 0, of: 6 },
      { circleId: 'c', kept: 5, of: 5 },
    ]);
    expect(found.took).toEqual({ middle: 12, of: 7 });
    const standing = patterns(many(9, 'kept', { kind: 'standing', open: 1 }));
    expect(standing.took).toBeNull();
    // All of them are standing ones: that tells nothing.
    expect(standing.traits).toEqual([]);
  });
});
