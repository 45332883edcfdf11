import { describe, expect, it } from 'vitest';
import { makeContract, reportContract } from '@/lib/contract/commands';
import { type ContractRow, foldContract } from '@/lib/contract/contract';
import { device } from '@/test/builders/logs';
import { type MeetingText, meetingMarkdown } from './meeting-markdown.ts';

function contract(id: string, text: string, told?: { outcome: 'kept'; text: string }): ContractRow {
  const { facts, write } = device('a');
  const made = { id, circleId: 'c', memberId: 'Dana', meetingId: 'before', text, isPrivate: false };
  write([makeContract({ ...made, due: '2026-02-01' }, 'Dana', 1)], 1);
  const row = () => {
    const folded = foldContract(id, facts);
    if (!folded) throw new Error('no contract');
    return folded;
  };
  if (told) write([reportContract(row(), { meetingId: 'm', ...told }, 'Dana', 2)], 2);
  return row();
}

const meeting: MeetingText = {
  circle: 'Thursday circle',
  meetingId: 'm',
  when: 'Thursday, November 19, 2026',
  present: ['Dana Levi', 'Chen Wu'],
  away: ['Bea'],
  made: [contract('k1', 'Send chapter 3')],
  reported: [contract('k2', 'Ask the dean', { outcome: 'kept', text: 'Asked.\nShe said yes.' })],
  nameOf: (id) => id,
  date: (iso) => iso,
  note: 'Breathe',
};

describe('a meeting as Markdown', () => {
  it('says who was there, what was told, what was promised, and one’s own note', () => {
    expect(meetingMarkdown(meeting)).toBe(
      [
        '# Thursday circle  \nThursday, November 19, 2026',
        'Here: Dana Levi, Chen Wu  \nAway: Bea',
        '## What was told',
        '- **Dana**: Ask the dean (Kept)  \n  Asked.  \n  She said yes.',
        '## New contracts',
        '- **Dana**: Send chapter 3, by 2026-02-01',
        '## My note',
        'Breathe\n',
      ].join('\n\n'),
    );
  });

  it('leaves out what there is nothing of', () => {
    const bare = { ...meeting, away: [], made: [], reported: [], note: null };
    expect(meetingMarkdown(bare)).toBe(
      '# Thursday circle  \nThursday, November 19, 2026\n\nHere: Dana Levi, Chen Wu\n',
    );
  });

  it('lets nobody’s words become a heading, a link, a list or a page of their own', () => {
    const text = '# Not *mine* <img src=x> [a](b)\n- one\n1. two';
    const words = meetingMarkdown({ ...meeting, reported: [], note: null, made: [contract('k', text)] });
    expect(words).toContain('\\# Not \\*mine\\* \\<img src=x\\> \\[a\\](b)  \n  \\- one  \n  1\\. two');
  });
});
