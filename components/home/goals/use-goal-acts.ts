import { type Recorder, useRecord } from '@/components/card/use-record';
import type { GoalState } from '@/lib/goal/facts';
import type { Goal } from '@/lib/goal/goal';
import { type GoalWords, standGoal, writeMyGoal } from '@/lib/goal/goal-commands';
import { clock } from '@/lib/platform/clock';
import { newId } from '@/lib/platform/id';
import { isoDay } from '@/lib/platform/iso-day';
import { database } from '@/lib/store/database';
import { followShares } from '@/lib/store/goals';

export interface GoalActs extends Pick<Recorder, 'problem' | 'record'> {
  /** Writes a new goal (null), or one in other words; what is shared of it follows. Resolves to whether it was kept. */
  write(goal: Goal | null, words: GoalWords, said: string): Promise<boolean>;
  /** How it stands from today, with a word about it; `until` carries it on. */
  stand(goal: Goal, state: GoalState, said: string, text?: string, until?: string | null): Promise<boolean>;
}

/** What one does to one's goals. */
export function useGoalActs(): GoalActs {
  const { record, problem } = useRecord();
  return {
    record,
    problem,
    write: async (goal, words, said) => {
      const drafts = [writeMyGoal(goal?.id ?? newId(), words, goal, clock.now())];
      if (goal) {
        const next: Goal = { ...goal, ...words, text: words.text.trim() };
        drafts.push(...(await followShares(database(), next)));
      }
      return (await record(drafts, said)) !== null;
    },
    stand: async (goal, state, said, text = '', until = null) => {
      const on = isoDay(clock.now());
      const drafts = [standGoal(goal, { state, on, text, until }, clock.now())];
      const next: Goal = { ...goal, state, stateOn: on, until: until ?? goal.until };
      drafts.push(...(await followShares(database(), next)));
      return (await record(drafts, said)) !== null;
    },
  };
}
