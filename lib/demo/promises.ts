import { reportContract } from '../contract/commands.ts';
import { type ContractRow, foldContract } from '../contract/contract.ts';
import type { Outcome } from '../contract/facts.ts';
import { renegotiate } from '../contract/renegotiate.ts';
import { NOTHING_BESIDE, writeContract } from '../contract/write-contract.ts';
import type { Journal } from './journal.ts';
import { type PersonKey, PROMISES, WHO } from './story.ts';
import { linesOf, partsOf, type Words } from './words.ts';

export interface Promised {
  readonly text: string;
  /** How it was told at the next meeting, and at the one after, …; none: nobody asked yet. */
  readonly told: readonly { readonly outcome: Outcome; readonly text: string }[];
  /** Days from the meeting to the day it is for; null: none. */
  readonly days: number | null;
  readonly standing: boolean;
  /** Only I see it. */
  readonly onlyMe: boolean;
  /** Which of the goals it serves, from 0; null: none. */
  readonly goal: number | null;
}

const OUTCOME: Readonly<Record<string, Outcome>> = {
  k: 'kept',
  p: 'partly',
  n: 'notYet',
  r: 'released',
  g: 'renegotiated',
};

/** One promise of the story with its words; what has no line of its own was said without words. */
function promised(code: string, line = ''): Promised {
  const [, days, standing, onlyMe, goal, outcomes = ''] = /^(\d*)(\*?)(!?)(?:#(\d))?(\w*)$/.exec(code) ?? [];
  const [text = '', ...told] = partsOf(line);
  return {
    text,
    told: [...outcomes].map((one, index) => ({ outcome: OUTCOME[one] ?? 'kept', text: told[index] ?? '' })),
    days: days ? Number(days) : null,
    standing: standing !== '',
    onlyMe: onlyMe !== '',
    goal: goal === undefined ? null : Number(goal),
  };
}

/** What each promises in this language, one after the other. */
export function promisesIn(words: Words): ReadonlyMap<PersonKey, readonly Promised[]> {
  return new Map(
    WHO.map((who) => {
      const lines = linesOf(words.promises[who]);
      return [who, PROMISES[who].split(' ').map((code, index) => promised(code, lines[index]))];
    }),
  );
}

interface Who {
  readonly key: PersonKey;
  readonly id: string;
}

interface At {
  readonly me: string;
  readonly meetingId: string;
  /** UTC ms. */
  readonly at: number;
}

/** Who promised what, and how far it has been told. */
export interface Ledger {
  report(present: readonly Who[], at: At): void;
  promise(present: readonly Who[], at: At & { readonly day: (ms: number) => string }): void;
}

interface Open {
  readonly id: string;
  readonly promised: Promised;
  told: number;
}

const DAY_MS = 24 * 60 * 60_000;
const ENOUGH = 1;

/** The contracts of the story: told about at each meeting their member comes to, until they close. */
export function openLedger(
  journal: Journal,
  circleId: string,
  goalIds: readonly string[],
  newId: () => string,
  words: Words,
): Ledger {
  const promises = promisesIn(words);
  const next = new Map<string, number>();
  const open = new Map<string, Open[]>();
  const rowOf = (id: string): ContractRow => {
    const row = foldContract(id, journal.of(id));
    if (!row) throw new Error('a contract that was never made');
    return row;
  };
  const take = (key: PersonKey): Promised | undefined => {
    const at = next.get(key) ?? 0;
    next.set(key, at + 1);
    return promises.get(key)?.[at];
  };
  return {
    report(present, { me, meetingId, at }) {
      for (const { key } of present) {
        const left: Open[] = [];
        for (const one of open.get(key) ?? []) {
          const said = one.promised.told[one.told];
          if (!said) {
            left.push(one);
            continue;
          }
          one.told += 1;
          const told = { meetingId, ...said };
          const successor = said.outcome === 'renegotiated' ? take(key) : undefined;
          if (successor) {
            const id = newId();
            const words = { id, text: successor.text, due: null, meetingId };
            journal.write(renegotiate(rowOf(one.id), told, words, me, at), at);
            left.push({ id, promised: successor, told: 0 });
            continue;
          }
          journal.write([reportContract(rowOf(one.id), told, me, at)], at);
          if (rowOf(one.id).open === 1) left.push(one);
        }
        open.set(key, left);
      }
    },
    promise(present, { me, meetingId, at, day }) {
      for (const { key, id: memberId } of present) {
        const now = open.get(key) ?? [];
        if (now.filter(({ promised }) => !promised.standing).length >= ENOUGH) continue;
        const promised = take(key);
        if (!promised) continue;
        const id = newId();
        const due = promised.days === null ? null : day(at + promised.days * DAY_MS);
        const { text, standing, onlyMe } = promised;
        const kind = standing ? ('standing' as const) : ('action' as const);
        const isPrivate = onlyMe && memberId === me;
        const contract = { id, circleId, memberId, meetingId, text, kind, due, isPrivate };
        const goal = promised.goal === null ? null : (goalIds[promised.goal] ?? null);
        journal.write(writeContract(contract, { ...NOTHING_BESIDE, goal }, me, at), at);
        open.set(key, [...now, { id, promised, told: 0 }]);
      }
    },
  };
}
