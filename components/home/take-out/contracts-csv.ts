import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ContractRow } from '@/lib/contract/contract';

/** The words of the table, in the reader's language. */
export interface CsvWords {
  readonly head: Readonly<Record<Column, string>>;
  readonly kind: Readonly<Record<ContractRow['kind'], string>>;
  readonly outcome: Readonly<Record<NonNullable<ContractRow['outcome']> | 'none', string>>;
  readonly yes: string;
  readonly no: string;
}

/** What stands in each column, from left to right. */
export const COLUMNS = [
  'circle',
  'member',
  'text',
  'kind',
  'made',
  'due',
  'outcome',
  'reported',
  'report',
  'earlier',
  'private',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface CsvNames {
  /** The name of a contract's circle. */
  readonly circle: (contract: ContractRow) => string;
  readonly member: (contract: ContractRow) => string;
  /** The day of a moment (UTC ms) where the reader is, as an ISO date. */
  readonly day: (ms: number) => string;
}

/**
 * Contracts as a table that a spreadsheet opens: one line a contract, dates as ISO dates, a byte order mark so that
 * Excel reads the letters right. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function contractsCsv(contracts: readonly ContractRow[], names: CsvNames, words: CsvWords): string {
  const lines = contracts.map((contract) => {
    const told = contract.reports.findLast((report) => report.outcome !== null) ?? contract.reports.at(-1);
    const earlier = contract.reports.filter((report) => report !== told);
    const cells: Record<Column, string> = {
      circle: names.circle(contract),
      member: names.member(contract),
      text: contract.text,
      kind: words.kind[contract.kind],
      made: names.day(contract.madeAt),
      due: contract.due ?? '',
      outcome: words.outcome[contract.outcome ?? 'none'],
      reported: told ? names.day(told.at) : '',
      report: told?.text ?? '',
      earlier: earlier
        .map(({ at, outcome, text }) =>
          [names.day(at), outcome && words.outcome[outcome], text].filter(Boolean).join(' · '),
        )
        .join('\n'),
      private: contract.isPrivate ? words.yes : words.no,
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return stringify([COLUMNS.map((column) => words.head[column]), ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
