import { Icon } from '@/components/ui/Icon';
import type { ContractRow } from '@/lib/contract/contract';
import type { Goal } from '@/lib/goal/goal';
import { clock } from '@/lib/platform/clock';
import { tn } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { GoalMenu } from './GoalMenu.tsx';
import { goalLineWords } from './goal-words.ts';
import '../../card/card.css';
import './goals.css';

/** A goal in the list: its words lead to its page. */
export function GoalCard({
  goal,
  contracts,
  circles,
}: {
  readonly goal: Goal;
  /** Those that serve it. */
  readonly contracts: readonly ContractRow[];
  /** Those that are here: one that was erased sees nothing any more. */
  readonly circles: readonly CircleView[];
}) {
  const shared = circles.filter(({ circle }) => goal.sharedIn[circle.id] !== undefined).length;
  const kept = contracts.filter((one) => one.outcome === 'kept').length;
  return (
    <article className="card goal-card" aria-label={goal.text.slice(0, 120)}>
      <div className="goal-head">
        <div>
          <h3 className="goal-text">
            <a href={routeTo('goals', goal.id)}>{goal.text}</a>
          </h3>
          <p className="goal-when">
            {goal.state === 'reached' ? <Icon name="check" /> : null}
            {goalLineWords(goal, clock.now())}
          </p>
          {contracts.length > 0 ? (
            <p className="goal-when">
              {tn('goals_contracts', contracts.length)}
              {kept > 0 ? ` · ${tn('goals_kept', kept)}` : ''}
            </p>
          ) : null}
          {shared > 0 ? (
            <p className="goal-when">
              <Icon name="people" />
              {tn('goals_shared_in', shared)}
            </p>
          ) : null}
        </div>
        <GoalMenu goal={goal} />
      </div>
    </article>
  );
}
