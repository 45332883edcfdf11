import { BeginPlan } from '@/components/plan/BeginPlan';
import { planLine } from '@/components/plan/plan-words';
import { planFor, usePlans } from '@/components/plan/use-plans';
import { Section } from '@/components/ui/Section';
import { asksForPlan } from '@/lib/meeting/asks-for-plan';
import { formatOf } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { routeTo } from '../../route.ts';
import type { CircleView } from '../use-circles.ts';

/** My own development plan, where the circle's meetings are about one; nobody else sees it. */
export function PlanSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle } = view;
  const plans = usePlans();
  if (!plans) return null;
  const plan = planFor(plans, circle.id);
  if (!asksForPlan(formatOf(circle.formatId, circle.formats)) && plan?.inCircle !== circle.id) return null;
  return (
    <Section title={t('plan_mine')}>
      <p>{plan ? planLine(plan, now) : t('plan_mine_none')}</p>
      <p className="quiet">{t('plan_private')}</p>
      <div className="next-ways">
        {plan ? (
          <a className="button button-quiet" href={routeTo('plan', plan.id)}>
            {t('plan_open_plan')}
          </a>
        ) : (
          <BeginPlan
            inCircle={circle.id}
            onBegun={(id) => {
              location.hash = routeTo('plan', id);
            }}
          />
        )}
      </div>
    </Section>
  );
}
