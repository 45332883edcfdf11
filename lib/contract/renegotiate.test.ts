import { expect, test } from 'vitest';
import { type Draft, ME, seal } from '../fact/fact.ts';
import { makeContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { carriedOver, renegotiate } from './renegotiate.ts';

const facts = (drafts: readonly Draft[]) =>
  drafts.map((draft, i) =>
    seal(draft, { author: 'a', seq: i + 1, at: `00000000000${i}.0000`, prev: '', salt: 's' }),
  );

test.each([false, true])(
  'the old one closes and its successor stands in the same log (private: %s)',
  (isPrivate) => {
    const made = makeContract(
      { id: 'old', circleId: 'c', memberId: 'm', meetingId: 'm1', text: 'Write daily', isPrivate },
      'm',
      1,
    );
    const old = foldContract('old', facts([made]));
    expect(old).not.toBeNull();
    const drafts = renegotiate(
      old as ContractRow,
      { meetingId: null, text: 'Too much' },
      { id: 'new', text: ' Write on Mondays ', due: null, meetingId: null },
      'm',
      2,
    );
    expect(new Set(drafts.map((draft) => draft.log))).toEqual(new Set([made.log]));
    const [report, next] = drafts;
    expect(foldContract('old', facts(report ? [made, report] : []))).toMatchObject({
      open: 0,
      outcome: 'renegotiated',
    });
    expect(foldContract('new', facts(next ? [next] : []))).toMatchObject({
      text: 'Write on Mondays',
      follows: 'old',
      memberId: 'm',
      open: 1,
      isPrivate,
    });
  },
);

test('what stays goes over to the successor, each thing where it stood; the nudge was for the old day', () => {
  const contract = {
    id: 'old',
    circleId: 'c',
    memberId: 'm',
    meetingId: null,
    text: 'Write',
    isPrivate: false,
  };
  const old = foldContract('old', facts([makeContract(contract, 'm', 1)]));
  const beside = carriedOver({
    know: 'The page is out',
    ifThen: null,
    obstacle: null,
    goal: 'g',
    nudge: '2026-11-25T18:00',
    isShown: true,
  });
  const next = { id: 'new', text: 'Write less', due: null, meetingId: null, beside };
  const drafts = renegotiate(old as ContractRow, { meetingId: null, text: '' }, next, 'm', 2);
  expect(drafts.map((one) => [one.log, one.entity, one.kind])).toEqual([
    ['c', 'old', 'contract.reported'],
    ['c', 'new', 'contract.made'],
    ['c', 'new', 'contract.detailed'],
    [ME, 'aside-new', 'aside.written'],
  ]);
  expect(drafts.at(-1)?.body).toMatchObject({ goal: 'g', nudge: null, know: null });
});
