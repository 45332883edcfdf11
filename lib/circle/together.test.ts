import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { undoDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { findMatches } from './find-matches.ts';
import { editTogether, foldTogether, MAX_ITEM, sayTogether, setGap, type TogetherPart } from './together.ts';

const item = (part: TogetherPart, over: Partial<Parameters<typeof sayTogether>[0]> = {}) =>
  sayTogether({ id: 'i', circleId: 'c', part, memberId: 'ada', text: '  We all\nmoved ', ...over }, 'bea', 1);

function one(first: Draft) {
  const log = device('d');
  log.write([first], 1);
  const row = () => {
    const folded = foldTogether('i', log.facts);
    if (!folded) throw new Error('lost');
    return folded;
  };
  return { ...log, row };
}

describe('what members tell on the circle’s page', () => {
  it('is a line, of a member, about something', () => {
    expect(one(item('common', { topic: 'family' })).row()).toMatchObject({
      text: 'We all moved',
      part: 'common',
      topic: 'family',
      memberId: 'ada',
      writtenBy: 'bea',
    });
    expect(one(item('common')).row().topic).toBe('other');
    expect(one(item('offer', { topic: 'family' })).row().topic).toBeNull();
    expect(one(item('seek', { text: 'x'.repeat(999) })).row().text).toHaveLength(MAX_ITEM);
  });

  it('says what its member’s own words say, whatever the order of arrival', () => {
    const { write, facts, row } = one(item('offer'));
    const before = row();
    write([editTogether(before, 'By Ada', 'ada', 2)], 2);
    write([editTogether(before, 'By Bea, later', 'bea', 9)], 9);
    expect(row().text).toBe('By Ada');
    expect(foldTogether('i', [...facts, ...facts].toReversed())).toEqual(row());
  });

  it('is gone when it is taken back', () => {
    const { write, facts } = one(item('seek'));
    write([undoDraft('c', 'ada', 'i', [facts[0]?.hash ?? ''])], 2);
    expect(foldTogether('i', facts)).toBeNull();
  });
});

describe('whom a circle lacks', () => {
  it('is parked, answered with a name, and open again', () => {
    const { write, row } = one(item('lack', { text: 'Somebody who sat on a panel' }));
    write([setGap(row(), 'parked', null, 'bea', 2)], 2);
    expect(row()).toMatchObject({ state: 'parked', name: null });
    write([setGap(row(), 'answered', ' Ruth from the  office ', 'chen', 3)], 3);
    expect(row()).toMatchObject({ state: 'answered', name: 'Ruth from the office' });
    write([setGap(row(), 'open', null, 'ada', 4)], 4);
    expect(row()).toMatchObject({ state: 'open', name: null });
  });

  it('is the only thing that can be parked', () => {
    const { write, row } = one(item('offer'));
    write([setGap(row(), 'parked', null, 'bea', 2)], 2);
    expect(row().state).toBe('open');
  });
});

describe('matches', () => {
  const rows = (list: readonly [TogetherPart, string, string][]) =>
    list.map(([part, memberId, text], i) => {
      const log = device('d');
      log.write([sayTogether({ id: `i${i}`, circleId: 'c', part, memberId, text }, memberId, i)], 1);
      const row = foldTogether(`i${i}`, log.facts);
      if (!row) throw new Error('lost');
      return row;
    });
  const found = (list: readonly [TogetherPart, string, string][], me = 'me') =>
    findMatches(rows(list), me).map(({ seek, offer }) => [seek.text, offer.text]);

  it('joins what another looks for with what I offer, and the other way round', () => {
    expect(
      found([
        ['offer', 'me', 'Reading grant drafts'],
        ['seek', 'ana', 'Somebody to read my grants'],
        ['seek', 'me', 'Négociation of a start-up package'],
        ['offer', 'ana', 'A negociation well practised'],
      ]),
    ).toEqual([
      ['Somebody to read my grants', 'Reading grant drafts'],
      ['Négociation of a start-up package', 'A negociation well practised'],
    ]);
  });

  it('is nothing between others, with myself, or by words that say nothing', () => {
    expect(
      found([
        ['offer', 'bea', 'Statistics'],
        ['seek', 'ana', 'Statistics'],
        ['offer', 'me', 'Help with teaching'],
        ['seek', 'me', 'Teaching'],
        ['seek', 'ana', 'Help with something'],
      ]),
    ).toEqual([]);
  });
});
