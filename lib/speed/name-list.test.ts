import { describe, expect, it } from 'vitest';
import { nameKey, readNames } from './name-list.ts';

describe('a pasted list of names', () => {
  it('is read a name a line, without the numbers and bullets it came with', () => {
    expect(readNames('1. Ana Ruiz\r\n2) Bo\n- Chen  Wei\n\n•  "Dana"\n*\tEli,').names).toEqual([
      'Ana Ruiz',
      'Bo',
      'Chen Wei',
      'Dana',
      'Eli',
    ]);
  });

  it('keeps a comma within a name', () => {
    expect(readNames('Ruiz, Ana').names).toEqual(['Ruiz, Ana']);
  });

  it('takes two lines of one name for two people and says so', () => {
    expect(readNames('Ana\nana\nANA')).toMatchObject({
      names: ['Ana', 'ana (2)', 'ANA (3)'],
      twice: ['ana', 'ANA'],
    });
  });

  it('says how many there were too many', () => {
    const list = readNames(Array.from({ length: 104 }, (_, index) => `Person ${index}`).join('\n'));
    expect(list.names).toHaveLength(100);
    expect(list.tooMany).toBe(4);
  });

  it('knows a name again whatever its case, spaces and marks of composition', () => {
    expect(nameKey('  RENÉ  Dupont')).toBe(nameKey('Rene\u0301 dupont'));
  });
});
