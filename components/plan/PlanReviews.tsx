import { type FormEvent, useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { writeReview } from '@/lib/goal/commands';
import type { DevelopmentPlan, PlanReview } from '@/lib/goal/development-plan';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { isoDay } from '@/lib/platform/iso-day';
import { PlanItemForm } from './PlanItemForm.tsx';
import { dayWords } from './plan-words.ts';

export interface PlanReviewsProps {
  readonly plan: DevelopmentPlan;
  readonly record: Recorder['record'];
}

/** Days to look at the plan again, and what one wrote then. */
export function PlanReviews({ plan, record }: PlanReviewsProps) {
  const [on, setOn] = useState('');
  const add = useOneAtATime(async (_event: FormEvent) => {
    if (on === '') return;
    const review = { id: newId(), on, doneOn: null, text: '' };
    if (await record([writeReview(plan.id, review, null, clock.now())], t('plan_review_added'))) setOn('');
  });
  return (
    <Section title={t('plan_reviews')}>
      <p className="quiet">{t('plan_reviews_hint')}</p>
      {plan.reviews.length > 0 ? (
        <ul className="plain-list plan-reviews">
          {plan.reviews.map((review) => (
            <li key={review.id}>
              <OneReview planId={plan.id} review={review} record={record} />
            </li>
          ))}
        </ul>
      ) : null}
      <form className="plan-form" onSubmit={add}>
        <TextField className="plan-by" type="date" label={t('plan_review_on')} value={on} onChange={setOn} />
        <div className="plan-acts">
          <Button type="submit" disabled={on === ''}>
            {t('plan_review_add')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function OneReview({
  planId,
  review,
  record,
}: {
  readonly planId: string;
  readonly review: PlanReview;
  readonly record: Recorder['record'];
}) {
  const [writing, setWriting] = useState(false);
  const now = clock.now();
  const date = dayWords(review.on, now);
  const write = async (next: PlanReview, said?: string, off = false) =>
    (await record([writeReview(planId, next, review, clock.now(), off)], said)) !== null;
  if (writing)
    return (
      <PlanItemForm
        label={t('plan_review_words', { date })}
        hint={t('plan_review_words_hint')}
        text={review.text}
        save={t('plan_review_save')}
        needsText={false}
        onSave={async (text) => {
          const done = await write({ ...review, text, doneOn: review.doneOn ?? isoDay(clock.now()) });
          if (done) setWriting(false);
          return done;
        }}
        onCancel={() => setWriting(false)}
      />
    );
  return (
    <div className="plan-review">
      <div>
        <p>
          <strong>{date}</strong>
          {review.doneOn ? <span className="plan-when"> · {t('plan_review_done')}</span> : null}
        </p>
        {review.text ? <p className="plan-text">{review.text}</p> : null}
      </div>
      <div className="plan-acts">
        <Button
          size="small"
          aria-label={t(review.doneOn ? 'plan_review_change_named' : 'plan_review_look_named', { date })}
          onClick={() => setWriting(true)}
        >
          {t(review.doneOn ? 'plan_change' : 'plan_review_look')}
        </Button>
        <Button
          size="small"
          variant="plain"
          aria-label={t('plan_review_remove_named', { date })}
          onClick={() => void write(review, t('plan_review_removed'), true)}
        >
          {t('plan_remove')}
        </Button>
      </div>
    </div>
  );
}
