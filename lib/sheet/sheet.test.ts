import { describe, expect, it } from 'vitest';
import { guessColumns, hasHead } from './columns.ts';
import { dateOf, readDates } from './sheet-dates.ts';
import { outcomeOf } from './sheet-outcomes.ts';

describe('the columns of a table somebody else made', () => {
  it.each([
    [['Date', 'Who', 'Commitment', 'Done?', 'Notes'], { made: 0, member: 1, text: 2, outcome: 3, report: 4 }],
    [['Name', 'Vertrag', 'Bis wann', 'Ergebnis'], { member: 0, text: 1, due: 2, outcome: 3 }],
    [
      ['Réunion', 'Membre', 'Engagement', 'Statut', 'Commentaire'],
      { made: 0, member: 1, text: 2, outcome: 3, report: 4 },
    ],
    [['Fecha', 'Quién', 'Compromiso', 'Cumplido'], { made: 0, member: 1, text: 2, outcome: 3 }],
    [['Data', 'Nome', 'Compromisso', 'Prazo', 'Feito'], { made: 0, member: 1, text: 2, due: 3, outcome: 4 }],
    [
      [
        'Circle',
        'Member',
        'Contract',
        'Kind',
        'Made on',
        'By',
        'Outcome',
        'Reported on',
        'Report',
        'Earlier reports',
        'Only me',
      ],
      { member: 1, text: 2, made: 4, due: 5, outcome: 6, reported: 7, report: 8 },
    ],
    [
      ['Meeting date', 'Participant name', 'Action / commitment', 'Kept or not'],
      { made: 0, member: 1, text: 2, outcome: 3 },
    ],
  ])('are known by their heads: %j', (head, columns) => {
    expect(hasHead(head)).toBe(true);
    expect(guessColumns(head, [], [])).toEqual(columns);
  });

  it('are known by what stands in them where nobody wrote a head', () => {
    const lines = [
      ['3.2.2025', 'Dana', 'Send the aims page to Chen', 'ja'],
      ['3.2.2025', 'Chen', 'Ask the dean about the lab', 'teilweise'],
      ['17.2.2025', 'Dana', 'Rest on Sunday', 'noch nicht'],
    ];
    expect(hasHead(lines[0] ?? [])).toBe(false);
    expect(guessColumns(null, lines, ['Dana Levi', 'Chen Wu'])).toEqual({
      made: 0,
      member: 1,
      text: 2,
      outcome: 3,
    });
  });

  it('are left open where nothing tells', () => {
    expect(guessColumns(null, [['a', 'b']], [])).toEqual({});
    expect(guessColumns(['', ''], [], [])).toEqual({});
  });
});

describe('dates as people write them', () => {
  it.each([
    ['2025-02-03', 'mdy', '2025-02-03'],
    ['2025/2/3', 'dmy', '2025-02-03'],
    ['3.2.2025', 'dmy', '2025-02-03'],
    ['03. 02. 25', 'dmy', '2025-02-03'],
    ['2/3/2025', 'mdy', '2025-02-03'],
    ['2/3/2025', 'dmy', '2025-03-02'],
    ['Feb 3, 2025', 'dmy', '2025-02-03'],
    ['3 February 2025', 'mdy', '2025-02-03'],
    ['3-Feb-25', 'mdy', '2025-02-03'],
    ['3. März 2025', 'dmy', '2025-03-03'],
    ['1er février 2025', 'dmy', '2025-02-01'],
    ['3 de marzo de 2025', 'dmy', '2025-03-03'],
    ['3 de março de 2025', 'dmy', '2025-03-03'],
    ['2025-02-03 16:30', 'dmy', '2025-02-03'],
    ['2025-02-03T16:30:00Z', 'dmy', '2025-02-03'],
    ['31/12/99', 'dmy', '1999-12-31'],
  ] as const)('%s (%s) is %s', (cell, order, iso) => {
    expect(dateOf(cell, order)).toBe(iso);
  });

  it.each(['', 'soon', '31.2.2025', '2025-13-01', '45000', '1/2', 'Feb'])('“%s” is no day', (cell) => {
    expect(dateOf(cell, 'dmy')).toBeNull();
  });

  it('are day first or month first by any one that can only be one of them, and by dots', () => {
    expect(readDates(['1/2/2025', '13/2/2025']).order).toBe('dmy');
    expect(readDates(['1/2/2025', '2/13/2025']).order).toBe('mdy');
    expect(readDates(['1.2.2025']).order).toBe('dmy');
    expect(readDates(['2025-02-01', '']).order).toBe('ymd');
    // Then a person has to say it.
    expect(readDates(['1/2/2025', '3/4/2025']).order).toBeNull();
    expect(readDates(['13/2/2025', '2/13/2025']).order).toBeNull();
    expect(readDates(['1/2/2025', 'next week']).read).toBe(0.5);
  });
});

describe('how it went, as people write it', () => {
  it.each([
    ['Kept', 'kept'],
    ['✓', 'kept'],
    ['Erledigt!', 'kept'],
    ['Sí', 'kept'],
    ['Partially', 'partly'],
    ['in progress', 'partly'],
    ['Não', 'notYet'],
    ['Nicht erledigt', 'notYet'],
    ['dropped', 'released'],
    ['Verschoben', 'renegotiated'],
    ['', null],
    ['Not reported', null],
    ['mostly, see notes', undefined],
  ] as const)('“%s” is %s', (cell, outcome) => {
    expect(outcomeOf(cell)).toBe(outcome);
  });
});
