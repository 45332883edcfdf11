import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/ui/EmptyState';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { circleInsight } from '@/lib/insight/circle-insight';
import type { InsightSource } from '@/lib/insight/source';
import { daysOf, SPANS, type Span } from '@/lib/insight/span';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { type CircleView, useCircles } from '../circles/use-circles.ts';
import { useNow } from '../circles/use-now.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { CircleCharts } from './CircleCharts.tsx';
import { useInsightSource } from './use-insight.ts';
import './insights.css';

const SPAN_WORDS = { year: 'ins_span_year', last12: 'ins_span_last12', all: 'ins_span_all' } as const;

/** A meeting that nobody ended is over some hours later: looking every ten minutes is often enough. */
const REFRESH_MS = 10 * 60_000;

/** The home page's section Insights: a circle in numbers, for its members. @param circleId from the address, or null. */
export function InsightsPage({ circleId }: { readonly circleId: string | null }) {
  const circles = useCircles();
  const chosen = circles?.find(({ circle }) => circle.id === circleId) ?? circles?.[0];
  return (
    <Page title={t('ins_title')} lead={t('ins_lead')}>
      {!circles ? (
        <Skeleton lines={6} />
      ) : chosen ? (
        <OneCircle key={chosen.circle.id} view={chosen} circles={circles} />
      ) : (
        <EmptyState
          icon="chart"
          title={t('ins_none_title')}
          step={
            <a className="button button-primary" href={routeTo('circles')}>
              {t('popup_empty_step')}
            </a>
          }
        >
          <p>{t('ins_none_words')}</p>
        </EmptyState>
      )}
      <p className="insights-other">
        <a href={routeTo('office')}>{t('ins_office_link')}</a>
      </p>
    </Page>
  );
}

function OneCircle({
  view,
  circles,
}: {
  readonly view: CircleView;
  readonly circles: readonly CircleView[];
}) {
  const { circle } = view;
  const [span, setSpan] = useState<Span>('last12');
  const source = useInsightSource(circle.id);
  return (
    <>
      <div className="insights-choice">
        {circles.length > 1 ? (
          <Select
            label={t('ins_circle')}
            value={circle.id}
            onChange={(id) => {
              location.hash = routeTo('insights', id);
            }}
            options={circles.map((one) => ({ value: one.circle.id, label: one.circle.name }))}
          />
        ) : (
          <p className="insights-circle">{circle.name}</p>
        )}
        <RadioGroup
          label={t('ins_span')}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: t(SPAN_WORDS[value]) }))}
        />
      </div>
      <p className="insights-print">
        {circle.name} · {t(SPAN_WORDS[span])}
      </p>
      {source ? <Numbers source={source} span={span} /> : <Skeleton lines={8} />}
      <p className="insights-other">
        <a href={routeTo('circles', circle.id, 'report')}>{t('ins_report_link')}</a>
      </p>
    </>
  );
}

function Numbers({ source, span }: { readonly source: InsightSource; readonly span: Span }) {
  const now = Math.floor(useNow() / REFRESH_MS) * REFRESH_MS;
  const insight = useMemo(
    () => circleInsight(source, { days: daysOf(span, isoDay(now)), now, dayOf: isoDay }),
    [source, span, now],
  );
  if (insight.meetings === 0 && insight.columns.length === 0)
    return (
      <EmptyState icon="chart" title={t(span === 'all' ? 'ins_empty_title' : 'ins_empty_span_title')}>
        <p>{t(span === 'all' ? 'ins_empty_words' : 'ins_empty_span_words')}</p>
      </EmptyState>
    );
  return <CircleCharts insight={insight} everyDays={source.circle.everyDays} now={now} />;
}
