import { describe, expect, it } from 'vitest';
import { matchNames } from './match-names.ts';

const members = ['Asha Sen', 'Dana Levi', 'Dana Cole', 'Zoë Ångström', '王小明'].map((name) => ({
  id: name,
  name,
}));
const match = (...names: string[]) => matchNames(members, names);

describe('names that stand in a call', () => {
  it('are members’ whatever the order of words, case and accents', () => {
    expect(match('Levi, Dana', 'zoe angstrom', '王小明')).toEqual({
      here: ['Dana Levi', 'Zoë Ångström', '王小明'],
      others: [],
    });
  });

  it('may be shorter or longer, where only one member can be meant', () => {
    expect(match('Asha', 'Zoë Maria Ångström')).toEqual({ here: ['Asha Sen', 'Zoë Ångström'], others: [] });
  });

  it('are nobody’s where two members could be meant, or two names are for one', () => {
    expect(match('Dana')).toEqual({ here: [], others: ['Dana'] });
    expect(match('Asha', 'Asha B. Sen')).toEqual({ here: [], others: ['Asha', 'Asha B. Sen'] });
  });

  it('leave a short name to the one who is left once the other is known', () => {
    expect(match('Dana', 'Dana Cole').here).toEqual(['Dana Levi', 'Dana Cole']);
  });

  it('are nobody’s when nobody is called so, or nothing can be read in them', () => {
    expect(match('Noa Stern', '…', '')).toEqual({ here: [], others: ['Noa Stern', '…', ''] });
  });
});
