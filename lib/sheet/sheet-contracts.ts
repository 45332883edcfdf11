import { addMember } from '../circle/commands.ts';
import { copyId } from '../circle/copy-id.ts';
import { memberLeft } from '../circle/edit.ts';
import { type MemberRow, nextSeat } from '../circle/member.ts';
import { makeContract, reportContract } from '../contract/commands.ts';
import { MAX_TEXT, type Outcome } from '../contract/facts.ts';
import type { Draft } from '../fact/fact.ts';
import type { Columns, Field } from './columns.ts';
import { foldWords } from './fold-words.ts';
import { type DateOrder, dateOf } from './sheet-dates.ts';
import { outcomeOf } from './sheet-outcomes.ts';

/** A line as a contract. Days are ISO dates. */
export interface SheetContract {
  /** Its place in the file, from 1, the head included. */
  readonly line: number;
  /** As it stands in the file; '' where there is no column of names. */
  readonly name: string;
  readonly text: string;
  readonly made: string;
  readonly due: string | null;
  readonly outcome: Outcome | null;
  readonly report: string;
  /** The day it was told; null where nothing was. */
  readonly reported: string | null;
}

/** Why a line gives no contract. */
export type LeftOut = 'noText' | 'noName' | 'noDate' | 'future' | 'tooLong';

export interface SheetRead {
  readonly contracts: readonly SheetContract[];
  readonly left: readonly { readonly line: number; readonly why: LeftOut }[];
  /** Names in the order they come. */
  readonly names: readonly string[];
  /** Words for how it went that are not known, each once. */
  readonly unknown: readonly string[];
}

export interface SheetHow {
  readonly columns: Columns;
  readonly order: DateOrder;
  /** What a person said unknown words mean; by the folded words. */
  readonly outcomes: ReadonlyMap<string, Outcome | null>;
  /** How many lines stand before the first of these. */
  readonly before: number;
  /** ISO date. */
  readonly today: string;
}

/**
 * Reads the lines of a table. An empty day is that of the line above, as in tables with one day for a whole meeting.
 * Nothing that was written gets lost: a day that is none stays in the text, unknown words for the outcome go into the report.
 */
export function readSheet(lines: readonly (readonly string[])[], how: SheetHow): SheetRead {
  const { columns, order, outcomes, before, today } = how;
  const contracts: SheetContract[] = [];
  const left: { line: number; why: LeftOut }[] = [];
  const names = new Map<string, string>();
  const unknown = new Map<string, string>();
  let above: string | null = null;
  for (const [at, cells] of lines.entries()) {
    const line = before + at + 1;
    const cell = (field: Field): string => {
      const column = columns[field];
      return column === undefined ? '' : (cells[column] ?? '').trim();
    };
    if (cells.every((one) => one.trim() === '')) continue;
    const day: string | null =
      columns.made === undefined ? today : cell('made') === '' ? above : dateOf(cell('made'), order);
    above = day;
    const due = cell('due') === '' ? null : dateOf(cell('due'), order);
    const text = [cell('text'), due === null && cell('due') !== '' && `(${cell('due')})`]
      .filter(Boolean)
      .join(' ');
    const name = cell('member');
    const wrong = whyNot(cell('text'), columns.member === undefined ? null : name, day, today);
    if (wrong || day === null) {
      left.push({ line, why: wrong ?? 'noDate' });
      continue;
    }
    if (name !== '' && !names.has(foldWords(name))) names.set(foldWords(name), name);
    const word = cell('outcome');
    const said = outcomeOf(word);
    if (said === undefined) unknown.set(foldWords(word), word);
    const outcome = said === undefined ? (outcomes.get(foldWords(word)) ?? null) : said;
    const report = [said === undefined && word, cell('report')].filter(Boolean).join(': ');
    if (text.length > MAX_TEXT || report.length > MAX_TEXT) {
      left.push({ line, why: 'tooLong' });
      continue;
    }
    const told = dateOf(cell('reported'), order);
    const isTold = outcome !== null || report !== '';
    contracts.push({
      line,
      name,
      text,
      made: day,
      due,
      outcome,
      report,
      reported: isTold ? (told !== null && told <= today && told >= day ? told : day) : null,
    });
  }
  return { contracts, left, names: [...names.values()], unknown: [...unknown.values()] };
}

/** Why a line gives no contract; null when it does. @param name null where there is no column of names. */
function whyNot(text: string, name: string | null, day: string | null, today: string): LeftOut | null {
  if (text === '') return 'noText';
  if (name === '') return 'noName';
  if (day === null) return 'noDate';
  return day > today ? 'future' : null;
}

/** Who somebody in the table is: a member by id, somebody new who is or was one, or nobody to bring in. */
export type Person =
  | { readonly kind: 'member'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly isFormer: boolean }
  | { readonly kind: 'leave' };

export interface SheetInto {
  readonly circleId: string;
  /** Who I am in it; contracts of a table without names are mine. */
  readonly me: string | null;
  readonly members: readonly MemberRow[];
  /** By the folded name. */
  readonly people: ReadonlyMap<string, Person>;
  /** A meeting of the circle on a day, where there is one. */
  readonly meetingOn: (isoDay: string) => string | null;
  /** Ids of contracts that are here: they are left as they are. */
  readonly here: ReadonlySet<string>;
  /** Noon of a day where one is, UTC ms. */
  readonly noon: (isoDay: string) => number;
}

/**
 * What is recorded for the lines of a table. Ids are made from what a line says, so that bringing the same table in a second
 * time adds nothing.
 * @returns the drafts, how many contracts they make, and how many were here already.
 */
export function sheetDrafts(
  contracts: readonly SheetContract[],
  into: SheetInto,
): { drafts: Draft[]; made: number; here: number } {
  const { circleId, me, members, people, meetingOn, noon } = into;
  const drafts: Draft[] = [];
  const seen = new Map<string, number>();
  const joined = new Set<string>();
  const days = new Map<string, string[]>();
  let [made, here] = [0, 0];
  let seat = nextSeat(members);
  for (const contract of contracts) {
    const person: Person | undefined =
      contract.name === ''
        ? me === null
          ? undefined
          : { kind: 'member', id: me }
        : people.get(foldWords(contract.name));
    if (!person || person.kind === 'leave') continue;
    const key = `${foldWords(contract.name)}\n${contract.made}\n${contract.text}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const id = copyId(circleId, `sheet\n${key}\n${nth}`);
    if (into.here.has(id)) {
      here += 1;
      continue;
    }
    if (person.kind === 'new') {
      days.set(person.id, [
        ...(days.get(person.id) ?? []),
        contract.made,
        contract.reported ?? contract.made,
      ]);
      joined.add(person.id);
    }
    made += 1;
    const at = noon(contract.made);
    const { text, due } = contract;
    const meetingId = meetingOn(contract.made);
    drafts.push(
      makeContract({ id, circleId, memberId: person.id, meetingId, text, due, isPrivate: false }, me, at),
    );
    if (contract.reported !== null) {
      const { outcome, report, reported } = contract;
      const told = {
        meetingId: reported === contract.made ? null : meetingOn(reported),
        outcome,
        text: report,
      };
      drafts.push(reportContract({ id, circleId, isPrivate: false, reports: [] }, told, me, noon(reported)));
    }
  }
  const newOnes: Draft[] = [];
  for (const [name, person] of people) {
    if (person.kind !== 'new' || !joined.has(person.id)) continue;
    const all = (days.get(person.id) ?? []).toSorted();
    const written = contracts.find((one) => foldWords(one.name) === name)?.name ?? name;
    newOnes.push(
      addMember(circleId, me, { id: person.id, name: written, email: '', guide: null }, seat, all[0] ?? ''),
    );
    if (person.isFormer) newOnes.push(memberLeft(circleId, me, person.id, all.at(-1) ?? '', []));
    seat += 1;
  }
  return { drafts: [...newOnes, ...drafts], made, here };
}
