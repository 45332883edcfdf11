import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { foldMember } from '../circle/member.ts';
import { foldContract } from '../contract/contract.ts';
import type { Draft } from '../fact/fact.ts';
import type { Columns } from './columns.ts';
import { type Person, readSheet, type SheetHow, type SheetInto, sheetDrafts } from './sheet-contracts.ts';

const COLUMNS: Columns = { made: 0, member: 1, text: 2, outcome: 3, report: 4, due: 5, reported: 6 };
const how: SheetHow = {
  columns: COLUMNS,
  order: 'dmy',
  outcomes: new Map([['so so', 'partly']]),
  before: 1,
  today: '2026-11-22',
};
const LINES = [
  ['3.2.2025', 'Dana', 'Send the aims page', 'ja', 'sent on Friday', '10.2.2025', '17.2.2025'],
  ['', 'Chen', 'Ask the dean', 'so so', '', 'end of March', ''],
  ['', '', '', '', '', '', ''],
  ['17.2.2025', 'Dana', '', 'ja'],
  ['17.2.2025', '', 'Whose is this?'],
  ['soon', 'Dana', 'When was this?'],
  ['17.2.2027', 'Dana', 'Written too early'],
  ['17.2.2025', 'Dana', 'x'.repeat(2001)],
  ['17.2.2025', 'Zoe', 'Rest on Sunday', 'who knows', 'it rained'],
];
const read = readSheet(LINES, how);
const DAY = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const people = new Map<string, Person>([
  ['dana', { kind: 'member', id: 'm-dana' }],
  ['chen', { kind: 'leave' }],
  ['zoe', { kind: 'new', id: 'm-zoe', isFormer: true }],
]);
const into: SheetInto = {
  circleId: 'c',
  me: 'm-dana',
  members: [],
  people,
  meetingOn: (day) => (day === '2025-02-17' ? 'meeting-17' : null),
  here: new Set(),
  noon,
};

describe('a table somebody kept before', () => {
  it('gives a contract a line; an empty day is that of the line above; nothing that was written gets lost', () => {
    expect(read.contracts).toEqual([
      {
        line: 2,
        name: 'Dana',
        text: 'Send the aims page',
        made: '2025-02-03',
        due: '2025-02-10',
        outcome: 'kept',
        report: 'sent on Friday',
        reported: '2025-02-17',
      },
      {
        line: 3,
        name: 'Chen',
        text: 'Ask the dean (end of March)',
        made: '2025-02-03',
        due: null,
        outcome: 'partly',
        report: 'so so',
        reported: '2025-02-03',
      },
      {
        line: 10,
        name: 'Zoe',
        text: 'Rest on Sunday',
        made: '2025-02-17',
        due: null,
        outcome: null,
        report: 'who knows: it rained',
        reported: '2025-02-17',
      },
    ]);
    expect(read.names).toEqual(['Dana', 'Chen', 'Zoe']);
    expect(read.unknown).toEqual(['so so', 'who knows']);
  });

  it('says of each line it leaves out why; empty lines are nothing', () => {
    expect(read.left).toEqual([
      { line: 5, why: 'noText' },
      { line: 6, why: 'noName' },
      { line: 7, why: 'noDate' },
      { line: 8, why: 'future' },
      { line: 9, why: 'tooLong' },
    ]);
  });

  it('never believes a report from before its contract or from tomorrow', () => {
    const line = (reported: string) =>
      readSheet([['3.2.2025', 'Dana', 'A', 'ja', '', '', reported]], how).contracts[0]?.reported;
    expect([line('1.1.2025'), line('1.1.2030'), line('4.2.2025')]).toEqual([
      '2025-02-03',
      '2025-02-03',
      '2025-02-04',
    ]);
  });

  const fold = (drafts: readonly Draft[]) => {
    const { facts, write } = device('a');
    write(drafts, 20_000 * DAY);
    return {
      contracts: [...new Set(facts.map(({ entity }) => entity))].flatMap(
        (id) =>
          foldContract(
            id,
            facts.filter(({ entity }) => entity === id),
          ) ?? [],
      ),
      zoe: foldMember(
        'm-zoe',
        facts.filter(({ entity }) => entity === 'm-zoe'),
      ),
    };
  };

  it('becomes contracts of their members, reported where they were, at the meetings there were', () => {
    const { drafts, made, here } = sheetDrafts(read.contracts, into);
    expect([made, here]).toEqual([2, 0]);
    const { contracts, zoe } = fold(drafts);
    expect(contracts).toMatchObject([
      {
        memberId: 'm-dana',
        text: 'Send the aims page',
        madeAt: noon('2025-02-03'),
        meetingId: null,
        due: '2025-02-10',
        outcome: 'kept',
        reports: [{ meetingId: 'meeting-17', text: 'sent on Friday', at: noon('2025-02-17') }],
      },
      {
        memberId: 'm-zoe',
        meetingId: 'meeting-17',
        outcome: null,
        reports: [{ text: 'who knows: it rained' }],
      },
    ]);
    expect(zoe).toMatchObject({ name: 'Zoe', joinedOn: '2025-02-17', leftOn: '2025-02-17' });
  });

  it('adds nothing when it is brought in a second time, and keeps two lines that say the same', () => {
    const twice = [...read.contracts.slice(0, 1), ...read.contracts.slice(0, 1)];
    const first = sheetDrafts(twice, into);
    const ids = new Set(first.drafts.map(({ entity }) => entity));
    expect(ids.size).toBe(2);
    expect(sheetDrafts(twice, { ...into, here: ids })).toEqual({ drafts: [], made: 0, here: 2 });
  });

  it('adds nobody whose lines are all here or left out', () => {
    const none = new Map(people).set('dana', { kind: 'leave' }).set('zoe', { kind: 'leave' });
    expect(sheetDrafts(read.contracts, { ...into, people: none }).drafts).toEqual([]);
  });
});
