import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeContract, reportContract } from '@/lib/contract/commands';
import { type ContractRow, foldContract } from '@/lib/contract/contract';
import { device } from '@/test/builders/logs';
import { COLUMNS, type CsvWords, contractsCsv } from './contracts-csv.ts';

const WORDS: CsvWords = {
  head: {
    circle: 'Circle',
    member: 'Member',
    text: 'Contract',
    kind: 'Kind',
    made: 'Made on',
    due: 'By',
    outcome: 'Outcome',
    reported: 'Reported on',
    report: 'Report',
    earlier: 'Earlier reports',
    private: 'Only me',
  },
  kind: { action: 'Action', standing: 'Standing' },
  outcome: {
    kept: 'Kept',
    partly: 'Partly',
    notYet: 'Not yet',
    released: 'Released',
    renegotiated: 'Renegotiated',
    none: 'Not reported',
  },
  yes: 'yes',
  no: 'no',
};
const DAY = 86_400_000;
const names = {
  circle: () => 'Thursday; "our" circle',
  member: ({ memberId }: ContractRow) => memberId,
  day: (ms: number) => new Date(ms).toISOString().slice(0, 10),
};

function contract(text: string, reports: readonly [number, 'kept' | 'partly', string][] = []): ContractRow {
  const { facts, write } = device('a');
  const row = () => {
    const folded = foldContract('k', facts);
    if (!folded) throw new Error('no contract');
    return folded;
  };
  const made = { id: 'k', circleId: 'c', memberId: 'Dana', meetingId: null, text, isPrivate: false };
  write([makeContract({ ...made, due: '2026-02-01' }, 'Dana', DAY)], DAY);
  for (const [day, outcome, words] of reports)
    write(
      [reportContract(row(), { meetingId: `m${day}`, outcome, text: words }, 'Dana', day * DAY)],
      day * DAY,
    );
  return row();
}

const read = (csv: string): string[][] => parse(csv, { bom: true });

describe('contracts as a table', () => {
  it('has one line a contract, with its last report apart from the earlier ones', () => {
    const csv = contractsCsv(
      [
        contract('Send chapter 3', [
          [15, 'partly', 'half of it'],
          [29, 'kept', 'sent'],
        ]),
      ],
      names,
      WORDS,
    );
    const [head, line] = read(csv);
    expect(head).toEqual(COLUMNS.map((column) => WORDS.head[column]));
    expect(line).toEqual([
      'Thursday; "our" circle',
      'Dana',
      'Send chapter 3',
      'Action',
      '1970-01-02',
      '2026-02-01',
      'Kept',
      '1970-01-30',
      'sent',
      '1970-01-16 · Partly · half of it',
      'no',
    ]);
  });

  it('begins with a byte order mark, without which Excel breaks every accent', () => {
    expect(contractsCsv([], names, WORDS).startsWith('\ufeffCircle,')).toBe(true);
  });

  it('says of a contract nobody told about that it was not reported', () => {
    expect(read(contractsCsv([contract('Rest')], names, WORDS))[1]?.slice(6, 9)).toEqual([
      'Not reported',
      '',
      '',
    ]);
  });

  it('lets no text run as a formula, whatever a member wrote', () => {
    for (const text of ['=HYPERLINK("http://x","y")', '+1', '-1+2', '@SUM(A1)'])
      expect(read(contractsCsv([contract(text)], names, WORDS))[1]?.[2]).toBe(`'${text}`);
  });

  it('keeps lines, quotes and separators inside one cell', () => {
    const text = 'First;\n"second", third';
    expect(read(contractsCsv([contract(text)], names, WORDS))[1]?.[2]).toBe(text);
  });
});
