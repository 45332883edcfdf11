import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, insightSource } from '@/test/builders/insight-source';
import { livelyYear } from '@/test/builders/lively-year';
import { tablesFromExport } from '@/test/insight/from-export';
import { attendanceOf, type Band, bandOf, STEP } from './band.ts';
import { type CountFile, readCountFile, writeCountFile } from './count-file.ts';
import { asGiven, foldGiven, type Given, noteGiven, reportEntity } from './given.ts';
import { CELLS, countHalf, type HalfYear, halvesOver } from './half-year.ts';
import { addUp, MAX_FILES, type TakenFile, takeIn } from './office.ts';
import { countRows, LINES, onlyLines, together } from './report.ts';
import type { InsightSource } from './source.ts';

const KINDS = ['grant', 'paper'];
const NOW = Date.UTC(2026, 10, 22, 17);
const year = livelyYear({ seed: 7, now: NOW });
const source = insightSource(year.facts, year.id);
const look = { days: { from: null, to: '2026-11-22' }, now: NOW, dayOf: dayIn('Europe/Berlin') };
const halfOf = (from: InsightSource, key: string): HalfYear => countHalf(from, look, key, KINDS);
const REPORT = 'abcdefghijklmnop0123';
const ALL = [...LINES];

/** A half-year in which these are the numbers that nobody is to learn. */
const halfWith = (
  key: string,
  counts: Partial<Record<(typeof CELLS)[number], number>>,
  papers = 0,
): HalfYear => ({
  key,
  cells: Object.fromEntries(CELLS.map((cell) => [cell, bandOf(counts[cell] ?? 0)])) as HalfYear['cells'],
  milestones: { grant: bandOf(0), paper: bandOf(papers) },
});

/** Everything that could ever leave of some half-years: every choice of them, as rows, as a file, and added by an office. */
function allThatLeaves(halves: readonly HalfYear[], others: readonly TakenFile[] = []): string[] {
  const choices = halves.flatMap((_, from) =>
    halves.slice(from).map((_, more) => halves.slice(from, from + more + 1)),
  );
  return choices.flatMap((some) => {
    const given = some.map((half) => onlyLines(half, ALL));
    const file: CountFile = { report: REPORT, sentence: null, halves: given };
    const taken = takeIn(others, { name: 'a', file });
    return [
      JSON.stringify(countRows(together(given))),
      writeCountFile(file),
      JSON.stringify(taken.ok && countRows(addUp(taken.taken).counts)),
    ];
  });
}

describe('a small number', () => {
  const inBand = ({ from, to }: Band) => fc.integer({ min: from, max: to });

  it('cannot be told from the others of its range by anything that leaves, all taken together', () => {
    const counts = fc.record({
      made: fc.nat(30),
      reported: fc.nat(30),
      kept: fc.nat(30),
      meetings: fc.nat(16),
    });
    const two = counts.chain((one) =>
      fc.record({
        one: fc.constant(one),
        other: fc.record({
          made: inBand(bandOf(one.made)),
          reported: inBand(bandOf(one.reported)),
          kept: inBand(bandOf(one.kept)),
          meetings: inBand(bandOf(one.meetings)),
        }),
      }),
    );
    fc.assert(
      fc.property(two, two, fc.nat(4), (first, second, papers) => {
        const leaves = (which: 'one' | 'other', n: number) =>
          allThatLeaves([halfWith('2026-H1', first[which], n), halfWith('2026-H2', second[which])]);
        expect(leaves('other', papers)).toEqual(leaves('one', 0));
      }),
    );
  });

  it('is not found by whoever tries every pair of numbers against two reports, their sum and their difference', () => {
    const seen = new Map<string, { first: Set<number>; second: Set<number> }>();
    for (let first = 0; first < 15; first++)
      for (let second = 0; second < 15; second++) {
        const out = allThatLeaves([
          halfWith('2026-H1', { kept: first }),
          halfWith('2026-H2', { kept: second }),
        ]);
        const key = out.join('\n');
        const group = seen.get(key) ?? { first: new Set(), second: new Set() };
        group.first.add(first);
        group.second.add(second);
        seen.set(key, group);
      }
    for (const { first, second } of seen.values()) {
      expect(first.size).toBe(STEP);
      expect(second.size).toBe(STEP);
    }
  });

  it('is not what is left when the other circles of a sum are known exactly', () => {
    const others = [1, 2, 3].map((n): TakenFile => {
      const halves = [onlyLines(halfWith('2026-H1', { kept: 7 * n }), ALL)];
      return { name: `${n}`, file: { report: `${REPORT}${n}`, sentence: null, halves } };
    });
    const sums = [0, 1, 2, 3, 4].map((kept) => allThatLeaves([halfWith('2026-H1', { kept })], others).join());
    expect(new Set(sums).size).toBe(1);
  });

  it('is not told by part and whole either: those kept, told and made differ by ranges alone', () => {
    for (let made = 0; made < 12; made++)
      for (let kept = 0; kept <= made; kept++) {
        const { cells } = halfWith('2026-H1', { made, kept });
        const rests = [];
        for (let m = cells.made.from; m <= cells.made.to; m++)
          for (let k = cells.kept.from; k <= Math.min(m, cells.kept.to); k++) rests.push(m - k);
        expect(new Set(rests).size).toBeGreaterThanOrEqual(STEP);
      }
  });

  it('of a half-year stays what was told of it, though a correction carries it over the edge', () => {
    const before = halfWith('2026-H1', { kept: 4 });
    const after = halfWith('2026-H1', { kept: 5 });
    const given: Given = {
      id: 'x',
      circleId: 'c',
      form: 'csv',
      lines: ['kept'],
      sentence: null,
      halves: [before],
      at: 9,
    };
    const told = asGiven(after, [{ ...given, id: 'y', halves: [after], at: 10 }, given]);
    expect(told).toEqual({ half: before, since: 9 });
    expect(asGiven(halfWith('2026-H2', { kept: 5 }), [given]).since).toBeNull();
  });

  it('keeps a share to itself while the whole is small', () => {
    expect(attendanceOf(bandOf(3), bandOf(12))).toBeNull();
    expect(attendanceOf(bandOf(9), bandOf(71))).toEqual({ from: 87, to: 94 });
    expect(attendanceOf(bandOf(0), bandOf(40))).toEqual({ from: 90, to: 100 });
    expect(attendanceOf(bandOf(60), bandOf(60))?.from).toBe(0);
  });

  it('of absences is not told to whoever knows how many members met how often', () => {
    for (let away = 0; away < 30; away++) {
      const { cells } = halfWith('2026-H1', { seats: 70, away });
      const possible = Array.from({ length: 71 }, (_, n) => n).filter(
        (n) => bandOf(n).from === cells.away.from,
      );
      expect(possible).toHaveLength(STEP);
    }
  });
});

describe('what is counted', () => {
  it('is of half-years that are over: told twice, before and after a meeting, a running one would give it away', () => {
    expect(halvesOver(source, look, '2026-11-22')).toEqual(['2025-H2', '2026-H1']);
    expect(halvesOver(source, look, '2026-12-31')).toEqual(['2025-H2', '2026-H1']);
    expect(halvesOver(source, look, '2027-01-01')).toEqual(['2025-H2', '2026-H1', '2026-H2']);
  });

  it('holds the truth in its ranges, and every kind of milestone, whether there are any or not', () => {
    const { cells, milestones } = halfOf(source, '2026-H1');
    expect(cells.meetings).toEqual({ from: 10, to: 14 });
    // As another program counts them, month by month.
    const asked = { circle: year.id, span: 'all', now: NOW, zone: 'Europe/Berlin' } as const;
    const text = JSON.stringify({ format: 'circlekeeper', version: 1, facts: year.facts });
    const months = tablesFromExport(text, asked).states.filter(
      ([about]) => about >= '2026-01' && about <= '2026-06',
    );
    const made = months
      .flatMap(([, ...counts]) => counts)
      .reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(made).toBeGreaterThan(80);
    expect(cells.made).toEqual(bandOf(made));
    expect(milestones).toEqual({ grant: { from: 0, to: 4 }, paper: { from: 0, to: 4 } });
  });

  it('leaves my own log and everybody’s words at home', () => {
    const without = { ...source, contracts: source.contracts.filter(({ isPrivate }) => !isPrivate) };
    expect(source.contracts.length).toBeGreaterThan(without.contracts.length);
    const given = ['2025-H2', '2026-H1'].map((key) => onlyLines(halfOf(source, key), ALL));
    expect(['2025-H2', '2026-H1'].map((key) => onlyLines(halfOf(without, key), ALL))).toEqual(given);
    const text = writeCountFile({ report: REPORT, sentence: null, halves: given });
    for (const { id, text: words } of source.contracts.slice(0, 40)) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(words);
    }
    for (const { id, name } of source.members) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(name);
    }
    expect(text).not.toContain(year.id);
  });

  it('is only what the lines that were left in are made of', () => {
    const { cells, milestones } = onlyLines(halfOf(source, '2026-H1'), ['meetings', 'attendance']);
    expect(Object.keys(cells)).toEqual(['meetings', 'seats', 'away']);
    expect(milestones).toBeUndefined();
  });

  it('of milestones, those their member lets be told', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      kind: 'paper',
      on: '2026-03-01',
      consented: i < 6,
    }));
    expect(halfOf({ ...source, milestones: many }, '2026-H1').milestones.paper).toEqual({ from: 5, to: 9 });
  });
});

describe('a count file', () => {
  const half = onlyLines(halfOf(source, '2026-H1'), ALL);
  const file: CountFile = { report: REPORT, sentence: 'We meet, and we keep at it.', halves: [half] };

  it('comes back as it was written', () => {
    expect(readCountFile(writeCountFile(file))).toEqual({ ok: true, file });
    const bare = { ...file, sentence: null, halves: [{ key: '2026-H1', cells: {} }] };
    expect(readCountFile(writeCountFile(bare))).toEqual({ ok: true, file: bare });
  });

  it('is refused, and why is said, when it is something else, too new, or tells a number as it is', () => {
    const text = writeCountFile(file);
    const with_ = (more: object) => JSON.stringify({ ...JSON.parse(text), ...more });
    const reason = (one: string) => {
      const read = readCountFile(one);
      return read.ok ? 'ok' : read.reason;
    };
    expect(reason('hello')).toBe('not-json');
    expect(reason(text.slice(0, 300))).toBe('damaged');
    expect(reason('{"name":"package"}')).toBe('foreign');
    expect(reason('{"format":"circlekeeper","version":1,"facts":[]}')).toBe('backup');
    expect(reason('{"format":"circlekeeper-sealed","version":1}')).toBe('backup');
    expect(reason(with_({ version: 2 }))).toBe('newer-version');
    expect(reason(with_({ contracts: [] }))).toBe('damaged');
    expect(reason(with_({ halves: [half, half] }))).toBe('damaged');
    for (const kept of [
      { from: 3, to: 3 },
      { from: 0, to: 3 },
      { from: 1, to: 5 },
    ])
      expect(reason(with_({ halves: [{ key: '2026-H1', cells: { kept } }] }))).toBe('exact');
    expect(reason(' '.repeat(100_001))).toBe('too-big');
  });

  it('is taken once: the same again, or other numbers of the same half-year, are told apart and change nothing', () => {
    const first: TakenFile = { name: 'a.json', file };
    const taken = [first];
    expect(takeIn(taken, { name: 'b.json', file })).toEqual({ ok: false, reason: 'twice', like: 'a.json' });
    const changed = { ...file, halves: [{ ...half, cells: { made: bandOf(3) } }] };
    expect(takeIn(taken, { name: 'b.json', file: changed })).toMatchObject({ ok: false, reason: 'other' });
    const both = { ...file, halves: [half, { key: '2026-H2', cells: {} }] };
    expect(takeIn(taken, { name: 'b.json', file: both })).toMatchObject({ ok: false, reason: 'other' });
    const later = { ...file, halves: [{ key: '2026-H2', cells: { members: bandOf(6) } }] };
    expect(takeIn(taken, { name: 'b.json', file: later })).toMatchObject({ ok: true });
    const full = Array.from({ length: MAX_FILES }, (_, i) => ({
      name: `${i}`,
      file: { ...file, report: `${REPORT}${i}` },
    }));
    expect(takeIn(full, { name: 'x', file })).toMatchObject({ ok: false, reason: 'full' });
  });

  it('adds up to a range that holds the true sum, a circle’s members once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kept: fc.nat(40), members: fc.nat(12) }), { minLength: 1, maxLength: 20 }),
        (all) => {
          const taken = all.flatMap(({ kept, members }, i): TakenFile[] =>
            ['2026-H1', '2026-H2'].map((key) => ({
              name: key,
              file: {
                report: `${REPORT}${i}`,
                sentence: null,
                halves: [onlyLines(halfWith(key, { kept, members }), ALL)],
              },
            })),
          );
          const { circles, counts } = addUp(taken);
          const sum = (of: (one: (typeof all)[number]) => number) =>
            all.reduce((total, one) => total + of(one), 0);
          const holds = (band: Band | undefined, count: number) =>
            band && band.from <= count && count <= band.to;
          expect(circles).toBe(all.length);
          expect(holds(counts.cells.kept, 2 * sum(({ kept }) => kept))).toBe(true);
          expect(
            holds(
              counts.cells.members,
              sum(({ members }) => members),
            ),
          ).toBe(true);
        },
      ),
    );
  });
});

it('what was given out is remembered as it was told, in one’s own log', () => {
  const half = halfOf(source, '2026-H1');
  const one: Given = {
    id: 'r',
    circleId: 'c',
    form: 'print',
    lines: ['made'],
    sentence: 'So.',
    halves: [half],
    at: 5,
  };
  const note = noteGiven(one);
  expect(note.log).toBe('me');
  const fact = {
    ...note,
    author: 'a',
    seq: 1,
    at: '000000000001.0000',
    prev: '' as const,
    salt: 's',
    bodyHash: '',
    hash: 'h',
  };
  expect(foldGiven(reportEntity('r'), [fact])).toEqual(one);
});
