import { sayTogether } from '../../lib/circle/together.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { writeMyGoal } from '../../lib/goal/goal-commands.ts';
import { meetingIdFor } from '../../lib/meeting/meeting-id.ts';
import { consentTo, reachMilestone } from '../../lib/milestone/commands.ts';
import { MILESTONE_KINDS } from '../../lib/milestone/facts.ts';
import { writeTie } from '../../lib/network/tie.ts';
import { answerPulse, feelMeeting } from '../../lib/pulse/answer.ts';
import { device } from './logs.ts';
import type { LongCircle } from './ten-years.ts';

const YEAR = 365 * 86_400_000;

/** What gathers beside the meetings of a circle over the years: milestones, what members told each other, and one's own. */
export function besideCircle({ id: circleId, me }: LongCircle, years: number, now: number): readonly Fact[] {
  const log = device('beside');
  for (let year = 0; year < years; year++) {
    const at = now - (years - year) * YEAR;
    const day = new Date(at).toISOString().slice(0, 10);
    const until = new Date(at + YEAR / 2).toISOString().slice(0, 10);
    for (let nth = 0; nth < 8; nth++) {
      const id = `${year}-${nth}`;
      const kind = MILESTONE_KINDS[nth % MILESTONE_KINDS.length] ?? 'other';
      const words = { kind, title: `Milestone ${nth + 1} of year ${year + 1}`, on: day, credit: [] };
      const milestone = { ...words, id: `milestone-${id}`, circleId, memberId: me, meetingId: null };
      log.write(
        [reachMilestone(milestone, me, at), consentTo(milestone, me, nth % 2 ? 'outside' : 'circle', me, at)],
        at,
      );
      const part = (['common', 'offer', 'seek', 'lack'] as const)[nth % 4] ?? 'offer';
      log.write(
        [
          sayTogether(
            { id: `together-${id}`, circleId, memberId: me, part, text: `What there is, ${id}` },
            me,
            at,
          ),
        ],
        at,
      );
      const tie = {
        name: `Person ${id}`,
        email: '',
        support: [],
        closeness: null,
        category: null,
        standing: null,
      };
      log.write([writeTie(`tie-${id}`, { ...tie, metIn: null }, null, at)], at);
    }
    for (let nth = 0; nth < 4; nth++) {
      const [id, items] = [`pulse-${year}-${nth}`, [2, 6, 1, 5, 3, 7, 6]];
      log.write([answerPulse({ id, circleId, round: null, items }, null, at)], at);
      const goal = {
        text: `Goal ${nth}`,
        question: false,
        focus: null,
        stage: null,
        from: day,
        until,
      } as const;
      log.write([writeMyGoal(`goal-${year}-${nth}`, goal, null, at)], at);
    }
    for (let nth = 0; nth < 26; nth++) {
      const felt = { id: meetingIdFor(circleId, at + nth), circleId, step: 4, words: '' };
      log.write([feelMeeting(felt, null, at)], at);
    }
  }
  return log.facts;
}
