import { expect, test } from 'vitest';
import type { MemberRow } from '@/lib/circle/member';
import { membersOn } from './members-on.ts';

const member = (id: string, joinedOn: string, leftOn: string | null): MemberRow => ({
  id,
  circleId: 'c',
  name: id,
  email: '',
  seat: 0,
  guide: null,
  joinedOn,
  leftOn,
  agreedTo: [],
  newer: 0,
});

test('a meeting had those who were members on its day, whoever came or went since', () => {
  const members = [
    member('from the start', '2026-01-01', null),
    member('left before', '2026-01-01', '2026-03-01'),
    member('left that day', '2026-01-01', '2026-04-02'),
    member('joined later', '2026-05-01', null),
  ];
  expect(membersOn(members, Temporal.PlainDate.from('2026-04-02'))).toEqual([
    'from the start',
    'left that day',
  ]);
});
