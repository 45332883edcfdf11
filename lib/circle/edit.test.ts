import { expect, test } from 'vitest';
import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { foldCircle } from './circle.ts';
import { createCircle } from './commands.ts';
import {
  archiveCircle,
  linkCircle,
  memberLeft,
  memberReturned,
  renameCircle,
  renameMember,
  setAgreement,
  setGuide,
  setRhythm,
} from './edit.ts';
import { foldMember } from './member.ts';

let at = HLC_START;
const facts: Fact[] = [];

function record(...drafts: Draft[]): string[] {
  return drafts.map((one) => {
    at = tick(at, 1_000);
    const prev = facts.at(-1)?.hash ?? '';
    const fact = seal(one, { author: 'a', seq: facts.length + 1, at, prev, salt: `salt-${facts.length}` });
    facts.push(fact);
    return fact.hash;
  });
}
const of = (entity: string, ...kinds: string[]) =>
  facts.filter((fact) => fact.entity === entity && kinds.includes(fact.kind)).map((fact) => fact.hash);
const circle = () =>
  foldCircle(
    'c',
    facts.filter((fact) => fact.entity === 'c'),
  );
const bo = () =>
  foldMember(
    'bo',
    facts.filter((fact) => fact.entity === 'bo'),
  );

record(
  ...createCircle(
    {
      id: 'c',
      name: 'Thursday',
      formatId: 'pmc',
      everyDays: 14,
      lengthMin: 90,
      agreement: ['peers'],
      links: [],
      members: [
        { id: 'amira', name: 'Amira', email: '', guide: null, isMe: true },
        { id: 'bo', name: 'Bo', email: 'BO@example.org', guide: null, isMe: false },
      ],
    },
    1_000,
    '2026-11-05',
  ),
);

test('a circle is renamed, re-timed and agreed anew, and the last word holds', () => {
  record(renameCircle('c', 'amira', '  Friday circle ', of('c', 'circle.named')));
  record(renameCircle('c', 'amira', 'Friday', of('c', 'circle.named')));
  record(
    setRhythm('c', 'amira', { formatId: 'pmc', everyDays: 21, lengthMin: 75 }, of('c', 'circle.rhythm')),
  );
  record(setAgreement('c', 'amira', ['onTime', 'Tea first'], of('c', 'circle.agreed')));
  expect(circle()).toMatchObject({
    name: 'Friday',
    everyDays: 21,
    lengthMin: 75,
    agreement: ['onTime', 'Tea first'],
  });
});

test('a link counts once however often it was made, and an archive can be opened again', () => {
  const link = {
    kind: 'call',
    host: 'meet',
    value: 'abc-defg-hij',
    url: 'https://meet.google.com/abc-defg-hij',
  } as const;
  record(linkCircle('c', 'amira', link), linkCircle('c', 'amira', link));
  expect(circle()?.codes).toEqual(['meet:abc-defg-hij']);
  record(archiveCircle('c', 'amira', true, of('c', 'circle.archived')));
  expect(circle()?.archived).toBe(true);
  record(archiveCircle('c', 'amira', false, of('c', 'circle.archived')));
  expect(circle()?.archived).toBe(false);
});

test('a member leaves and comes back on the same seat, under a new name, as a guide', () => {
  record(memberLeft('c', 'amira', 'bo', '2026-12-03', of('bo', 'member.left', 'member.returned')));
  expect(bo()).toMatchObject({ leftOn: '2026-12-03', seat: 1, joinedOn: '2026-11-05' });
  record(memberReturned('c', 'amira', 'bo', '2027-01-14', of('bo', 'member.left', 'member.returned')));
  record(renameMember('c', 'amira', { id: 'bo', name: 'Bo Olsen ', email: ' Bo@Home.example' }, []));
  record(setGuide('c', 'amira', 'bo', { meeting: 3 }, of('bo', 'member.guide')));
  expect(bo()).toMatchObject({
    leftOn: null,
    seat: 1,
    name: 'Bo Olsen',
    email: 'bo@home.example',
    guide: { meeting: 3 },
  });
});
