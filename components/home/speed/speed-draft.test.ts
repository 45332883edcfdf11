import { describe, expect, it } from 'vitest';
import { firstDraft, momentOf, problemsOf, roundsOf, type SpeedDraft, setUpOf } from './speed-draft.ts';

const ZONE = 'Europe/Berlin';
const NOW = Date.UTC(2026, 10, 19, 15, 7);
const draft = (change: Partial<SpeedDraft> = {}): SpeedDraft => ({
  ...firstDraft(NOW, ZONE, null),
  list: 'Ana\nBo\nChen\nDana\nEli\nFay\nGus\nHana\nIda',
  ...change,
});
const ids = () => {
  let count = 0;
  return () => `id${count++}`;
};

describe('setting up a speed event', () => {
  it('starts at the next quarter of an hour, where the member is', () => {
    expect(draft().start).toBe('2026-11-19T16:15');
    expect(momentOf(draft().start, ZONE)).toBe(Date.UTC(2026, 10, 19, 15, 15));
  });

  it('plans as many rounds as fit, and none after all have met', () => {
    expect(roundsOf(draft())).toBe(3);
    expect(roundsOf(draft({ lengthMin: 90 }))).toBe(6);
    expect(roundsOf(draft({ lengthMin: 90, list: 'Ana\nBo\nChen\nDana' }))).toBe(3);
    expect(roundsOf(draft({ rounds: 5 }))).toBe(5);
  });

  it('says what is missing, and makes nothing of it', () => {
    const bad = draft({ list: 'Ana\nBo', start: '', lengthMin: 20 });
    expect(problemsOf(bad, ZONE)).toEqual(['people', 'start', 'short']);
    expect(setUpOf(bad, null, ZONE, ids())).toBeNull();
  });

  it('drops from who knows whom those who are no longer on the list', () => {
    const made = setUpOf(
      draft({
        acquainted: [
          ['ana', 'Bo', 'Zoe'],
          ['Chen', 'Zoe'],
        ],
      }),
      null,
      ZONE,
      ids(),
    );
    expect(made?.acquainted).toEqual([['id0', 'id1']]);
  });

  it('takes minutes that were left empty for the usual ones', () => {
    const { minutes } = draft();
    const made = setUpOf(draft({ minutes: { ...minutes, half: undefined, intro: 0 } }), null, ZONE, ids());
    expect(made?.minutes).toMatchObject({ intro: 0, half: 5 });
  });
});
