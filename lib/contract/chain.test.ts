import { expect, test } from 'vitest';
import { chainOf } from './chain.ts';
import type { ContractRow } from './contract.ts';

const row = (id: string, follows: string | null): ContractRow => ({
  id,
  isPrivate: false,
  circleId: 'c',
  memberId: 'm',
  meetingId: null,
  text: id,
  kind: 'action',
  due: null,
  madeAt: 0,
  follows,
  open: 1,
  outcome: null,
  reports: [],
  reportedIn: [],
  history: [],
  wordingFacts: [],
  sameAs: [],
  writtenBy: null,
  byScribe: false,
  newer: 0,
});
const chain = (rows: readonly ContractRow[], id: string): string[] => {
  const start = rows.find((one) => one.id === id);
  return start
    ? chainOf(
        start,
        (one) => rows.find((other) => other.id === one),
        (one) => rows.filter((other) => other.follows === one),
      ).map((one) => one.id)
    : [];
};

test('a chain is told from its beginning to its end, wherever one asks', () => {
  const rows = [row('c', 'b'), row('a', null), row('b', 'a')];
  for (const id of ['a', 'b', 'c']) expect(chain(rows, id)).toEqual(['a', 'b', 'c']);
});

test('ends where a contract is missing, and does not go round for ever', () => {
  expect(chain([row('b', 'gone')], 'b')).toEqual(['b']);
  expect(chain([row('a', 'b'), row('b', 'a')], 'a')).toEqual(['b', 'a']);
});
