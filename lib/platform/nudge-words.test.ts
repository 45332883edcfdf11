import { expect, test } from 'vitest';
import type { ContractRow } from '../contract/contract.ts';
import { nudgeWords } from './nudge-words.ts';

const contracts = [{ text: 'Tell the dean no' }, { text: 'See the doctor' }] as unknown as ContractRow[];
const spoken = (kind: 'contract' | 'circle') => ({
  nudge: { kind, circleId: 'c', id: 'x', at: 0, until: 1 },
  contracts: kind === 'contract' ? contracts.slice(0, 1) : contracts,
  circleName: 'Thursday circle',
});

test.each(['contract', 'circle'] as const)(
  'a nudge (%s) says nothing anybody wrote: it stands on locked and shared screens',
  (kind) => {
    const { title, message } = nudgeWords(spoken(kind), false);
    expect(`${title} ${message}`).not.toMatch(/dean|doctor|Thursday/);
    expect(message).not.toBe('');
  },
);

test('whoever wants their own words there gets them, cut to what a notification shows', () => {
  expect(nudgeWords(spoken('circle'), true)).toEqual({
    title: 'Thursday circle: a nudge you asked for',
    message: 'Tell the dean no · See the doctor',
  });
  const long = { ...spoken('contract'), contracts: [{ text: 'a'.repeat(900) } as ContractRow] };
  expect(nudgeWords(long, true).message).toHaveLength(200);
});
