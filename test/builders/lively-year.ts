import { addMember } from '../../lib/circle/commands.ts';
import { memberLeft, setPause } from '../../lib/circle/edit.ts';
import { makeContract, reportContract, sameContract } from '../../lib/contract/commands.ts';
import { type ContractRow, foldContract } from '../../lib/contract/contract.ts';
import { sharePrivate } from '../../lib/contract/private-copy.ts';
import { renegotiate } from '../../lib/contract/renegotiate.ts';
import { undoDraft } from '../../lib/fact/draft.ts';
import { type Fact, ME } from '../../lib/fact/fact.ts';
import { recordMeeting, type Slot, startMeeting } from '../../lib/meeting/commands.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { consentTo, editMilestone, reachMilestone } from '../../lib/milestone/commands.ts';
import { foldMilestone } from '../../lib/milestone/milestone.ts';
import { answerPulse, foldAnswer } from '../../lib/pulse/answer.ts';
import { holdMeeting } from './held-meeting.ts';
import { device } from './logs.ts';
import { longCircle } from './ten-years.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * A circle of a year in which everything happens that numbers could get wrong: meetings that were taken back, moved
 * together, forgotten, written down later; members who come and go; contracts written twice, corrected, put in other
 * words, private and then shared; pauses; milestones. The same for the same seed.
 */
export function livelyYear({ seed, now, meetings = 26 }: { seed: number; now: number; meetings?: number }): {
  id: string;
  me: string;
  facts: readonly Fact[];
} {
  const long = longCircle({ meetings, seed, now });
  const { id, me } = long;
  const second = device('second');
  const facts = (): Fact[] => [...long.facts, ...second.facts];
  const of = (entity: string) => facts().filter((fact) => fact.entity === entity && fact.log !== ME);
  const members = [
    ...new Set(long.facts.filter(({ kind }) => kind === 'member.added').map((one) => one.entity)),
  ];
  const held = [
    ...new Set(long.facts.filter(({ kind }) => kind === 'meeting.started').map((one) => one.entity)),
  ];
  const rows = held.flatMap((meeting) => foldMeeting(meeting, of(meeting)) ?? []);
  const say = (...drafts: Parameters<typeof second.write>[0]) => second.write(drafts, now - DAY_MS);
  const [, bo = '', chen = '', dana = '', , , , hana = ''] = members;
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const at = (n: number): number => rows.at(n)?.start ?? 0;

  // Two that never were, and the pause they fell into.
  for (const row of [rows.at(-6), rows.at(-7)])
    if (row)
      say(
        undoDraft(
          id,
          me,
          row.id,
          of(row.id).map(({ hash }) => hash),
        ),
      );
  say(setPause(id, me, { id: 'p', from: day(at(-7) - DAY_MS), to: day(at(-6) + 3 * DAY_MS) }, false, []));
  // One who left, one who came.
  say(memberLeft(id, me, hana, day(at(-9)), []));
  say(addMember(id, me, { id: 'm-ida', name: 'Ida Berg', email: '', guide: null }, 8, day(at(-10))));
  // A meeting that was written down later, with somebody who was no member any more; and one corrected by hand.
  const slot = (start: number, meetingId: string, adhoc = true): Slot => ({
    circleId: id,
    meetingId,
    originalStart: start,
    start,
    lengthMin: 90,
    adhoc,
  });
  const past = at(-4) + 5 * DAY_MS;
  const there = { start: past, end: past + 3_600_000, present: [me, bo, hana] };
  say(...recordMeeting({ slot: slot(past, 'by-hand'), row: null, by: me }, there));
  const third = rows.at(-3);
  if (third) {
    const { start } = third;
    const acting = { slot: slot(start, third.id, false), row: third, by: me };
    say(...recordMeeting(acting, { start, end: start + 5_000_000, present: [me, chen, dana] }));
  }
  // The same meeting begun on a second device, and one that nobody ended, with turns far from even.
  const doubled = at(-2) + 5 * MINUTE_MS;
  const { steps } = planMeeting({
    format: PMC,
    lengthMs: 90 * MINUTE_MS,
    present: [bo, chen],
    asked: new Map(),
  });
  const begin = (start: number, meetingId: string) =>
    second.write(
      startMeeting(
        { slot: slot(start, meetingId), row: null, by: bo },
        { at: start, endsAt: start + 90 * MINUTE_MS, format: PMC, plan: steps },
      ),
      start,
    );
  begin(doubled, 'doubled');
  begin(at(-5) + 2 * DAY_MS, 'forgotten');
  const uneven = { circleId: id, present: members.slice(0, 5), away: members.slice(5, 7) };
  holdMeeting(second, {
    ...uneven,
    meetingId: 'uneven',
    start: at(-8) + 6 * DAY_MS,
    late: { [chen]: 14, [dana]: 5 },
  });

  // Contracts.
  const made = long.facts.filter(({ kind, log }) => kind === 'contract.made' && log !== ME).slice(-60);
  const contract = (n: number): ContractRow | null => {
    const entity = made[n]?.entity ?? '';
    return foldContract(entity, of(entity));
  };
  const [twice, gone, later, again] = [contract(3), contract(9), contract(14), contract(20)];
  if (twice) {
    const { memberId, meetingId, text } = twice;
    const copy = { id: 'twin', circleId: id, memberId, meetingId, text, isPrivate: false };
    say(makeContract(copy, memberId, twice.madeAt + 60_000));
    say(sameContract({ ...twice, id: 'twin' }, twice.id, memberId));
  }
  if (gone)
    say(
      undoDraft(
        id,
        me,
        gone.id,
        of(gone.id).map(({ hash }) => hash),
      ),
    );
  for (const [i, outcome] of (['partly', 'notYet', 'kept'] as const).entries())
    if (later)
      second.write(
        [
          reportContract(
            contract(14) ?? later,
            { meetingId: null, outcome, text: '' },
            me,
            now - (9 - i) * DAY_MS,
          ),
        ],
        now - (9 - i) * DAY_MS,
      );
  if (again) {
    const successor = { id: 'other-words', text: 'Half of it', due: null, meetingId: null };
    say(...renegotiate(again, { meetingId: null, text: '' }, successor, me, now - 3 * DAY_MS));
  }
  say(
    makeContract(
      { id: 'between', circleId: id, memberId: bo, meetingId: null, text: 'Write', isPrivate: false },
      me,
      now - 40 * DAY_MS,
    ),
  );
  const secret = long.facts.findLast(({ kind, log }) => kind === 'contract.made' && log === ME);
  const secretRow =
    secret &&
    foldContract(
      secret.entity,
      facts().filter(({ entity }) => entity === secret.entity),
    );
  if (secretRow) say(...sharePrivate(secretRow, 'shared-copy', me, now - 2 * DAY_MS));

  // Milestones: this year and last, told outside or not, one put in other words.
  const kinds = ['promotion', 'grant', 'paper', 'paper', 'talk', 'paper'] as const;
  for (const [i, kind] of kinds.entries()) {
    const words = { kind, title: `Something ${i}`, on: day(now - (20 + 60 * i) * DAY_MS), credit: [] };
    const one = { ...words, id: `milestone-${i}`, circleId: id, memberId: members[i] ?? me, meetingId: null };
    say(reachMilestone(one, me, now));
    if (i % 2 === 0) say(consentTo(one, one.memberId, 'outside', me, now));
  }
  const row = foldMilestone('milestone-1', of('milestone-1'));
  if (row) say(editMilestone(row, { kind: 'award', title: 'A prize', on: row.on, credit: [] }, me, now));
  // My own answers, one of them given again.
  const answer = (key: string, items: readonly number[], on: number) =>
    second.write([answerPulse({ id: key, circleId: id, round: null, items }, null, on)], on);
  answer('q1', [3, 4, 2, 5, 3, 6, 4], at(-12));
  const [given] = answer('q2', [2, 5, 2, 5, 2, 6, 5], at(-6) + DAY_MS);
  const before = given && foldAnswer(given.entity, [given]);
  if (before) say(answerPulse({ ...before, items: [1, 6, 1, 6, 2, 7, 6] }, before, at(-6) + 2 * DAY_MS));
  return { id, me, facts: facts() };
}
