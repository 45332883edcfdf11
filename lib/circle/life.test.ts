import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import type { Draft } from '../fact/fact.ts';
import { foldCircle } from './circle.ts';
import { createCircle } from './commands.ts';
import { closeCircle, setPause } from './edit.ts';
import { foldMember } from './member.ts';
import type { ComingMeeting } from './roles-to-come.ts';
import { rolesToCome } from './roles-to-come.ts';

const people = ['ada', 'bo', 'cy', 'di'];
let log = device('a');
const write = (drafts: readonly Draft[]) => log.write(drafts, 1_000).map((fact) => fact.hash);
const circle = () =>
  foldCircle(
    'c',
    log.facts.filter((fact) => fact.entity === 'c'),
  );
const of = (kind: string) => log.facts.filter((fact) => fact.kind === kind).map((fact) => fact.hash);

beforeEach(() => {
  log = device('a');
  const members = people.map((id) => ({ id, name: id, email: '', guide: null, isMe: id === 'ada' }));
  const base = {
    id: 'c',
    name: 'C',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links: [],
  };
  write(createCircle({ ...base, members }, 1_000, '2026-01-05'));
});

describe('a pause', () => {
  const summer = { id: 's', from: '2026-07-13', to: '2026-08-31' };
  const pause = (dates: typeof summer, off = false) =>
    write([setPause('c', 'ada', dates, off, of('circle.pause'))]);

  it('is there from its first word, takes other dates under its id, and goes when it is taken back', () => {
    expect(circle()?.pauses).toBeUndefined();
    pause(summer);
    expect(circle()?.pauses).toEqual([summer]);
    pause({ ...summer, to: '2026-08-16' });
    expect(circle()?.pauses).toEqual([{ ...summer, to: '2026-08-16' }]);
    pause(summer, true);
    expect(circle()?.pauses).toBeUndefined();
  });

  it('stands beside others, the earliest first, and one that ends before it begins is none', () => {
    const winter = { id: 'w', from: '2026-12-21', to: '2027-01-03' };
    pause(winter);
    pause(summer);
    pause({ id: 'x', from: '2026-05-02', to: '2026-05-01' });
    expect(circle()?.pauses).toEqual([summer, winter]);
  });
});

it('a circle that was closed can go on after all', () => {
  write([closeCircle('c', 'ada', '2026-12-03', [])]);
  expect(circle()?.closedOn).toBe('2026-12-03');
  write([closeCircle('c', 'ada', null, of('circle.closed'))]);
  expect(circle()?.closedOn).toBeUndefined();
});

it('whoever was to facilitate a skipped date does so at the next one: nobody loses or gains a turn', () => {
  const members = people.flatMap(
    (id) =>
      foldMember(
        id,
        log.facts.filter((fact) => fact.entity === id),
      ) ?? [],
  );
  const date = (number: number, on: string): ComingMeeting => ({ row: null, number, on });
  const before = rolesToCome(
    members,
    [],
    [date(1, '2026-02-05'), date(2, '2026-02-19'), date(3, '2026-03-05')],
  );
  // The first date is skipped: it is no meeting, so the two that are left are the first and the second.
  const after = rolesToCome(members, [], [date(1, '2026-02-19'), date(2, '2026-03-05')]);
  expect(after.map(({ roles }) => roles)).toEqual(before.slice(0, 2).map(({ roles }) => roles));
});
