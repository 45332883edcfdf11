import { BeginPlan } from '@/components/plan/BeginPlan';
import { ErasePlan } from '@/components/plan/ErasePlan';
import { PlanEditor } from '@/components/plan/PlanEditor';
import { planLine } from '@/components/plan/plan-words';
import { usePlans } from '@/components/plan/use-plans';
import { EmptyState } from '@/components/ui/EmptyState';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import '../circles/circles.css';

/** The home page's place for my written development plan: the latest one, or the one asked for. */
export function PlanPage({ planId }: { readonly planId: string | null }) {
  const plans = usePlans();
  if (!plans)
    return (
      <Page title={t('plan_title')}>
        <Skeleton lines={6} />
      </Page>
    );
  const plan = plans.find((one) => one.id === planId) ?? plans[0];
  const others = plans.filter((one) => one !== plan);
  const now = clock.now();
  const show = (id: string) => {
    location.hash = routeTo('plan', id);
  };
  return (
    <Page title={t('plan_title')} lead={t('plan_lead')}>
      {plan ? (
        <>
          <p className="plan-private">
            <Icon name="lock" />
            {t('plan_private')}
          </p>
          <p className="quiet">
            {t('plan_begun_on', { date: dateWords(dayOf(plan.begunAt), now) })} · {planLine(plan, now)}
          </p>
          <PlanEditor key={plan.id} plan={plan} />
          {others.length > 0 ? (
            <Section title={t('plan_others')}>
              <ul className="plain-list">
                {others.map((one) => (
                  <li key={one.id}>
                    <a href={routeTo('plan', one.id)}>
                      {t('plan_of', { date: dateWords(dayOf(one.begunAt), now) })}
                    </a>{' '}
                    <span className="quiet">{planLine(one, now)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <div className="plan-acts">
            <BeginPlan inCircle={null} again onBegun={show} />
            <ErasePlan key={plan.id} plan={plan} />
          </div>
        </>
      ) : (
        <EmptyState
          icon="note"
          title={t('plan_none_title')}
          step={<BeginPlan inCircle={null} onBegun={show} />}
        >
          <p>{t('plan_none_words')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
