import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { undoDraft } from '../fact/draft.ts';
import type { Fact } from '../fact/fact.ts';
import { foldParking, MAX_PARKED, parkThought, settleParked } from './parking.ts';

const thought = { id: 'p1', circleId: 'c1', meetingId: 'm1', text: '  Who takes   the\nnext workshop? ' };
const fold = (facts: readonly Fact[]) => foldParking('p1', facts);
const parked = () => {
  const log = device('d');
  log.write([parkThought(thought, 'asha', 5)], 5);
  const row = fold(log.facts);
  if (!row) throw new Error('lost');
  return { ...log, row };
};

describe('a parked thought', () => {
  it('is one line, names who parked it, and comes back until something became of it', () => {
    const { row, facts, write } = parked();
    expect(row).toMatchObject({ text: 'Who takes the next workshop?', memberId: 'asha', open: 1, how: null });
    write([settleParked(row, { how: 'takenUp', meetingId: 'm2' }, 'bea', 9)], 9);
    expect(fold(facts)).toMatchObject({ open: 0, how: 'takenUp' });
  });

  it('comes back again when its settling is undone, and is gone when its parking is', () => {
    const { row, facts, write } = parked();
    const [settled] = write([settleParked(row, { how: 'dropped', meetingId: null }, 'bea', 9)], 9);
    write([undoDraft('c1', 'bea', 'p1', [settled?.hash ?? ''])], 10);
    expect(fold(facts)).toMatchObject({ open: 1, settledBy: [] });
    write([undoDraft('c1', 'asha', 'p1', [facts[0]?.hash ?? ''])], 11);
    expect(fold(facts)).toBeNull();
  });

  it('ends as the one who knew of the earlier end says, whatever the order of arrival', () => {
    const { row, facts, write } = parked();
    write([settleParked(row, { how: 'dropped', meetingId: null }, 'bea', 9)], 9);
    const dropped = fold(facts);
    if (!dropped) throw new Error('lost');
    write([settleParked(dropped, { how: 'contract', meetingId: 'm2', contractId: 'k1' }, 'chen', 3)], 3);
    expect(fold(facts)?.how).toBe('contract');
    expect(fold([...facts, ...facts].toReversed())).toEqual(fold(facts));
  });

  it('is cut to what a fact can hold, so that a pasted page is not lost for every reader', () => {
    const { facts, write } = device('d');
    write([parkThought({ ...thought, text: 'x'.repeat(5000) }, null, 1)], 1);
    expect(fold(facts)?.text).toHaveLength(MAX_PARKED);
  });
});
