import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { EmptyState } from '@/components/ui/EmptyState';
import { onDemand } from '@/components/ui/on-demand';
import { Skeleton } from '@/components/ui/Skeleton';
import { DEMO_ADDRESS, isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';
import { routeTo, type Step } from '../route.ts';
import { JoinDialog } from '../share/JoinDialog.tsx';
import { CircleDetail } from './CircleDetail.tsx';
import { CircleOverview } from './CircleOverview.tsx';
import { CloseCircle } from './life/CloseCircle.tsx';
import { LeaveCircle } from './life/LeaveCircle.tsx';
import { NewCircle } from './NewCircle.tsx';
import { useCircles } from './use-circles.ts';
import { useNextMeetings } from './use-next-meeting.ts';
import { useNow } from './use-now.ts';
import './circles.css';
import './life/life.css';

const YearPage = onDemand(
  async () => (await import('../take-out/YearPage.tsx')).YearPage,
  <Skeleton lines={5} />,
);
// It draws curves, which nothing else here does.
const PulsePage = onDemand(
  async () => (await import('../pulse/PulsePage.tsx')).PulsePage,
  <Skeleton lines={5} />,
);
const MilestonesPage = onDemand(
  async () => (await import('./milestones/MilestonesPage.tsx')).MilestonesPage,
  <Skeleton lines={5} />,
);
const ReportPage = onDemand(
  async () => (await import('../insights/report/ReportPage.tsx')).ReportPage,
  <Skeleton lines={5} />,
);

export interface CirclesPageProps {
  /** From `#/circles/<id>`: that circle's own page; null for all of them. */
  readonly circleId: string | null;
  /** Leaving it, closing it, its milestones …: each a page of its own. */
  readonly step?: Step | undefined;
}

/** The home page's section Circles: all of them, or one. Needs a ToastProvider above; brings its own heading level 1. */
export function CirclesPage({ circleId, step }: CirclesPageProps) {
  const circles = useCircles();
  const now = useNow();
  if (circleId === null) return <AllCircles circles={circles} />;
  const one = circles?.find(({ circle }) => circle.id === circleId);
  if (one && step === 'leave') return <LeaveCircle key={circleId} view={one} now={now} />;
  if (one && step === 'close') return <CloseCircle key={circleId} view={one} now={now} />;
  if (one && step === 'year') return <YearPage key={circleId} view={one} />;
  if (one && step === 'pulse') return <PulsePage key={circleId} view={one} now={now} />;
  if (one && step === 'milestones') return <MilestonesPage key={circleId} view={one} />;
  if (one && step === 'report') return <ReportPage key={circleId} view={one} now={now} />;
  if (one && circles) return <CircleDetail key={circleId} view={one} circles={circles} />;
  return (
    <Page title={t('circles_title')}>
      {circles ? (
        <EmptyState
          icon="people"
          title={t('circles_missing_title')}
          step={
            <a className="button button-quiet" href={routeTo('circles')}>
              {t('circles_all')}
            </a>
          }
        >
          <p>{t('circles_missing_words')}</p>
        </EmptyState>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function AllCircles({ circles }: { readonly circles: ReturnType<typeof useCircles> }) {
  const [making, setMaking] = useState(false);
  const [joining, setJoining] = useState(false);
  const now = useNow();
  const next = useNextMeetings(now);
  const done = (id: string | null) => {
    setMaking(false);
    if (id) location.hash = routeTo('circles', id);
  };
  const dialog = making ? (
    <NewCircle onDone={done} />
  ) : joining ? (
    <JoinDialog onClose={() => setJoining(false)} />
  ) : null;
  const join = isDemonstration() ? null : (
    <Button icon="people" onClick={() => setJoining(true)}>
      {t('share_join')}
    </Button>
  );
  const newCircle = (variant: 'primary' | 'quiet') => (
    <Button variant={variant} icon="plus" onClick={() => setMaking(true)}>
      {t('circles_new')}
    </Button>
  );
  if (!circles)
    return (
      <Page title={t('circles_title')} lead={t('circles_lead')}>
        <Skeleton lines={6} />
      </Page>
    );
  const used = circles.filter(({ circle }) => !circle.archived);
  const archived = circles.filter(({ circle }) => circle.archived);
  const cards = (views: typeof circles) => (
    <div className="circles">
      {views.map((view) => (
        <CircleOverview
          key={view.circle.id}
          view={view}
          next={next?.find((one) => one.circleId === view.circle.id)}
          known={next !== undefined}
          now={now}
        />
      ))}
    </div>
  );
  return (
    <Page
      title={t('circles_title')}
      lead={t('circles_lead')}
      aside={
        circles.length > 0 ? (
          <>
            {join}
            {newCircle('quiet')}
          </>
        ) : undefined
      }
    >
      {circles.length === 0 ? (
        <EmptyState
          icon="people"
          title={t('circles_empty_title')}
          step={
            <>
              <a className="button button-primary" href={routeTo('calendars')}>
                {t('circles_empty_calendar')}
              </a>
              {newCircle('quiet')}
              {join}
              <a className="button button-quiet" href={DEMO_ADDRESS}>
                {t('demo_see')}
              </a>
            </>
          }
        >
          <p>{t('circles_empty_words')}</p>
        </EmptyState>
      ) : null}
      {used.length > 0 ? cards(used) : null}
      {archived.length > 0 ? (
        <Disclosure title={t('circles_archived')} startsOpen={used.length === 0}>
          {cards(archived)}
        </Disclosure>
      ) : null}
      <p className="circles-other">
        <a href={routeTo('speed')}>{t('speed_link')}</a>
      </p>
      {dialog}
    </Page>
  );
}
