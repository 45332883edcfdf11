import { expect, it } from 'vitest';
import { thursdayCircle } from '@/test/builders/thursday';
import { foldContract } from '../contract/contract.ts';
import { foldMeeting } from '../meeting/meeting.ts';
import { lookBack } from './look-back.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 16, 9);

it('counts what was promised by what became of it: every contract once, private ones not at all', () => {
  const entities = Map.groupBy(thursdayCircle(NOW).facts, (fact) => fact.entity);
  const held = [...entities].flatMap(([id, facts]) =>
    id.startsWith('past-') ? (foldMeeting(id, facts) ?? []) : [],
  );
  const contracts = [...entities].flatMap(([id, facts]) =>
    id.startsWith('k-') ? (foldContract(id, facts) ?? []) : [],
  );
  const back = lookBack(held, contracts);
  // Two meetings' contracts were reported: kept, kept, partly, kept, released, not yet; the last six were not.
  expect(back).toEqual({
    meetings: 3,
    first: NOW - 42 * DAY,
    last: NOW - 14 * DAY,
    made: 18,
    kept: 6,
    partly: 2,
    changed: 2,
    open: 8,
  });
  expect(
    lookBack(
      held,
      contracts.map((one) => ({ ...one, isPrivate: true })),
    ).made,
  ).toBe(0);
  const [first, ...rest] = contracts;
  if (!first) throw new Error('no contract');
  const twice = { ...first, id: 'again', sameAs: [first.id] };
  expect(lookBack(held, [first, ...rest, twice]).made).toBe(18);
  expect(lookBack([], [])).toMatchObject({ meetings: 0, first: null, last: null, made: 0 });
});
