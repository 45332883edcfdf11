import { useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { BeginPlan } from '../plan/BeginPlan.tsx';
import { planLine } from '../plan/plan-words.ts';
import { planFor, usePlans } from '../plan/use-plans.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useStage } from './stage.ts';

// A circle that writes no plans need not load it.
const PlanEditor = onDemand(
  async () => (await import('../plan/PlanEditor.tsx')).PlanEditor,
  <Skeleton lines={3} />,
);

/**
 * My development plan in the phase that asks for it, to be written beside the call. `open`: it is time to write; while
 * plans are told of it is folded, so that one looks at the others first.
 */
export function PlanHere({ open, now }: { readonly open: boolean; readonly now: number }) {
  const { room } = useStage();
  const plans = usePlans();
  const [begun, setBegun] = useState(false);
  if (!plans) return null;
  const plan = planFor(plans, room.circle.id);
  return (
    <Section title={t('plan_mine')}>
      <p className="calm-line">{t('plan_private')}</p>
      {plan ? (
        <Disclosure key={open ? 'open' : 'folded'} title={planLine(plan, now)} startsOpen={open || begun}>
          <PlanEditor plan={plan} />
        </Disclosure>
      ) : (
        <div>
          <BeginPlan inCircle={room.circle.id} onBegun={() => setBegun(true)} />
        </div>
      )}
    </Section>
  );
}
