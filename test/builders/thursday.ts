import { createCircle } from '../../lib/circle/commands.ts';
import { makeContract, reportContract } from '../../lib/contract/commands.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { recordMeeting } from '../../lib/meeting/commands.ts';
import { device } from './logs.ts';

const DAY = 86_400_000;
export const THURSDAY = 'thursday-circle';
const NAMES = ['Asha Sen', 'Bea Ortiz', 'Chen Wu', 'Dana Levi', 'Emeka Kalu', 'Fatima Noor'];
const WORDS = [
  'Send the aims page to two readers by Tuesday',
  'Say no to one committee',
  'Block two mornings for the resubmission',
  'Ask Ruth about the department’s open post',
  'Write the first page of the discussion, badly',
  'Leave the lab at six on two days',
];

/** A circle of six that met three times, every two weeks, the last time two weeks before `now`; Chen is me. */
export function thursdayCircle(now: number, series: readonly string[] = []): { facts: Fact[]; me: string } {
  const { facts, write } = device('rig');
  const member = (i: number) => `m-${NAMES[i]?.split(' ')[0]?.toLowerCase()}`;
  const me = member(2);
  const start = now - 42 * DAY;
  const on = new Date(start).toISOString().slice(0, 10);
  write(
    createCircle(
      {
        id: THURSDAY,
        name: 'Thursday circle',
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: ['confidentiality', 'everyoneGetsTime'],
        links: [
          { kind: 'call', host: 'meet', value: 'pmc-ring-two', url: 'https://meet.google.com/pmc-ring-two' },
          ...series.map((value) => ({ kind: 'series' as const, value })),
        ],
        members: NAMES.map((name, i) => ({
          id: member(i),
          name,
          email: `${name.toLowerCase().replace(' ', '.')}@example.edu`,
          guide: null,
          isMe: i === 2,
        })),
      },
      start,
      on,
    ),
    start,
  );
  for (let n = 0; n < 3; n += 1) {
    const at = start + n * 14 * DAY;
    const meetingId = `past-${n}`;
    const slot = { circleId: THURSDAY, meetingId, originalStart: at, start: at, lengthMin: 90, adhoc: false };
    const end = at + 90 * 60_000;
    write(
      recordMeeting({ slot, row: null, by: me }, { start: at, end, present: NAMES.map((_, i) => member(i)) }),
      end,
    );
    for (const [i, text] of WORDS.entries()) {
      const id = `k-${n}-${i}`;
      const made = write(
        [
          makeContract(
            { id, circleId: THURSDAY, memberId: member(i), meetingId, text, isPrivate: false },
            me,
            end,
          ),
        ],
        end,
      );
      const row = foldContract(id, made);
      const outcome =
        (['kept', 'kept', 'partly', 'kept', 'released', 'notYet'] as const)[(i + n) % 6] ?? 'kept';
      if (row && n < 2)
        write(
          [reportContract(row, { meetingId: `past-${n + 1}`, outcome, text: '' }, me, at + 14 * DAY)],
          at + 14 * DAY,
        );
    }
  }
  return { facts, me };
}
