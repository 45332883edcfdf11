import { expect, test } from 'vitest';
import type { ContractRow } from './contract.ts';
import { beginsMeeting, chooseContracts, type LogChoice } from './log-view.ts';

const contract = (id: string, change: Partial<ContractRow> = {}): ContractRow => ({
  id,
  isPrivate: false,
  circleId: 'c',
  memberId: 'amira',
  meetingId: 'm1',
  text: `Contract ${id}`,
  kind: 'action',
  due: null,
  madeAt: 100,
  follows: null,
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
  ...change,
});

const all = [
  contract('old-open', { madeAt: 10 }),
  contract('kept', { madeAt: 300, open: 0, outcome: 'kept', meetingId: 'm2' }),
  contract('bo', { madeAt: 200, memberId: 'bo' }),
  contract('other', { madeAt: 150, circleId: 'd', meetingId: 'm3' }),
  contract('between', { madeAt: 250, meetingId: null }),
];
const starts = new Map([
  ['m1', 100],
  ['m2', 290],
  ['m3', 140],
]);
const choice: LogChoice = { members: null, circleId: null, query: '', order: 'open', kept: new Set() };
const ids = (change: Partial<LogChoice>) =>
  chooseContracts(all, { ...choice, ...change }, starts).map((one) => one.id);

test('open ones come first, whatever their age, then the latest', () => {
  expect(ids({})).toEqual(['between', 'bo', 'other', 'old-open', 'kept']);
});

test('mine, one circle, and words narrow it down together', () => {
  expect(ids({ members: new Set(['bo']) })).toEqual(['bo']);
  expect(ids({ circleId: 'd' })).toEqual(['other']);
  expect(ids({ query: 'contract KEPT' })).toEqual(['kept']);
  expect(ids({ members: new Set(), query: 'kept' })).toEqual([]);
});

test('where somebody writes stays, once and in its place, whatever else is chosen', () => {
  const kept = new Set(['other']);
  expect(ids({ kept })).toEqual(['between', 'bo', 'other', 'old-open', 'kept']);
  expect(ids({ circleId: 'c', kept })).toEqual(['between', 'bo', 'other', 'old-open', 'kept']);
  expect(ids({ query: 'contract kept', kept })).toEqual(['other', 'kept']);
  expect(ids({ members: new Set(['bo']), order: 'meeting', kept })).toEqual(['other', 'bo']);
});

test('by meeting: the latest meeting first, its contracts together in the order they were made', () => {
  expect(ids({ order: 'meeting' })).toEqual(['kept', 'between', 'other', 'old-open', 'bo']);
});

test('a heading stands where another meeting begins, and where another circle does', () => {
  const [a, b] = [contract('a'), contract('b')];
  expect(beginsMeeting(a, undefined)).toBe(true);
  expect(beginsMeeting(b, a)).toBe(false);
  expect(beginsMeeting(contract('c', { meetingId: null }), a)).toBe(true);
  expect(beginsMeeting(contract('d', { circleId: 'd' }), a)).toBe(true);
});
