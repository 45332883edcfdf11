import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { foldContract } from '../contract/contract.ts';
import { draft, undoDraft } from './draft.ts';
import type { Fact, FactHash } from './fact.ts';
import { latest, readFacts, UNDONE } from './fold.ts';

const kinds = { 'x.said': v.object({ n: v.number() }) };
const said = (n: number) => draft('c', 'm', 'e', 'x.said', { n });
const undo = (...facts: FactHash[]) => undoDraft('c', 'm', 'e', facts);

/** Undoes the fact, undoes that, and so on. */
function undone(times: number): readonly Fact[] {
  const { write, facts } = device('d');
  write([said(1)], 1);
  for (let i = 0; i < times; i += 1) write([undo(facts.at(-1)?.hash ?? '')], i + 2);
  return facts;
}

describe('undo', () => {
  it('undone brings back, and undone again takes away, as often as somebody likes', () => {
    for (const times of [0, 1, 2, 3, 4, 5])
      expect(readFacts(kinds, undone(times)).facts).toHaveLength(times % 2 === 0 ? 1 : 0);
    expect(readFacts(kinds, undone(20_000)).facts).toHaveLength(1);
  });

  it('is settled once for each fact, also where many name the same', () => {
    const { write, facts } = device('d');
    write([said(1)], 1);
    let before = facts.map((fact) => fact.hash);
    // Each layer names all of the one before: settling it path by path would take 2 to the power of 60 looks.
    for (let layer = 0; layer < 60; layer += 1)
      before = write([undo(...before), undo(...before)], layer + 2).map((fact) => fact.hash);
    expect(readFacts(kinds, facts).facts).toHaveLength(1);
  });

  it('of a later version is not guessed at', () => {
    const { write, facts } = device('d');
    write([said(1)], 1);
    write([{ ...undo(facts[0]?.hash ?? ''), v: 2 }], 2);
    expect(readFacts(kinds, facts)).toMatchObject({ facts: [{ kind: 'x.said' }], newer: 1 });
  });

  it('of facts of another entity, or of none that is known, does nothing', () => {
    const { write } = device('d');
    const [one] = write([said(1)], 1);
    const other = write([draft('c', 'm', 'other', UNDONE, { facts: [one?.hash] }), undo('nowhere')], 2);
    const own = [one, other[1]].filter((fact) => fact !== undefined);
    expect(readFacts(kinds, own).facts).toHaveLength(1);
  });
});

it('two hundred thousand facts of one entity are folded and not given up', () => {
  const { write } = device('d');
  const [made] = write(
    [
      draft('c', 'm', 'k', 'contract.made', {
        circle: 'c',
        member: 'm',
        text: 'x',
        kind: 'action',
        meeting: null,
        at: 0,
        due: null,
        follows: null,
      }),
    ],
    0,
  );
  if (!made) throw new Error('nothing was written');
  // Folds do not look at hashes, so these may be short.
  const reports = Array.from({ length: 200_000 }, (_, i): Fact => {
    const body = { meeting: 'm1', outcome: 'partly', text: '', at: i, replaces: [] };
    return { ...made, kind: 'contract.reported', seq: i + 2, hash: `r${i}`, body };
  });
  expect(foldContract('k', [made, ...reports])?.reports).toMatchObject([{ outcome: 'partly', at: 0 }]);
  const settings = reports.map(({ hash }) => ({ hash, body: { replaces: [] } }));
  expect(latest(settings, () => 1)?.hash).toBe('r199999');
});
