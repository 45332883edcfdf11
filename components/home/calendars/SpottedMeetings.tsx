import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { readCallLink } from '@/lib/calendar/call-link';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { type SpottedSeries, spotAgain, spottedSeries } from '@/lib/store/calendar';
import { database, type SeriesRow } from '@/lib/store/database';
import { askAgain, continuations, decide } from '@/lib/store/decisions';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { onDemand } from '../../ui/on-demand.tsx';
import { Section } from '../../ui/Section.tsx';
import { useToast } from '../../ui/ToastProvider.tsx';
import { draftOfSeries, draftsOf, isReady } from '../circles/circle-from-draft.ts';
import { TeamsOffer } from '../TeamsOffer.tsx';
import { FindSeries } from './FindSeries.tsx';
import { MadeNotice } from './MadeNotice.tsx';
import { SomeOf } from './SomeOf.tsx';
import { SpottedArticle } from './SpottedArticle.tsx';

const NewCircle = onDemand(async () => (await import('../circles/NewCircle.tsx')).NewCircle);

/** What was found in the calendars, asked about once: is this a circle? */
export function SpottedMeetings() {
  const db = database();
  const toast = useToast();
  const { record: store, attempt, problem } = useRecord();
  const [making, setMaking] = useState<SeriesRow | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const found = useLiveQuery(async () => {
    const [series, circles, split] = await Promise.all([
      spottedSeries(db),
      db.circles.toArray(),
      continuations(db),
    ]);
    return {
      series,
      names: new Map(circles.map((circle) => [circle.id, circle.name])),
      goesOn: new Map(split.map((one) => [one.series.key, one.circleId])),
    };
  }, [db]);
  // Most series tell all that a circle needs; only what they leave open is asked for first.
  const make = useOneAtATime(async (series: SeriesRow) => {
    const draft = await draftOfSeries(series);
    if (!isReady(draft)) return setMaking(series);
    const { id, drafts } = await draftsOf(db, draft, readCallLink([draft.call]), series, clock.now());
    if (!(await store(drafts, t('cal_made_said', { name: draft.name })))) return;
    setMade(id);
    void spotAgain(db).catch(() => undefined);
  });
  if (!found) return null;

  const record = async (series: SeriesRow, circleId: string | null, said: string) => {
    const done = await attempt(() => decide(db, series, circleId));
    if (!done) return;
    toast({
      text: said,
      action: { label: t('cal_undo'), onAction: () => void attempt(done.outcome) },
    });
  };
  const asked = async (circleId: string | null) => {
    const series = making;
    setMaking(null);
    if (!series || circleId === null) return;
    if (await attempt(() => decide(db, series, circleId))) setMade(circleId);
  };
  const ask = async ({ series, decision }: SpottedSeries) => {
    // Where a circle loses its dates by it, there is a way back.
    const said = decision ? t('circles_link_removed') : undefined;
    if (await store(await askAgain(db, series.key), said)) void spotAgain(db).catch(() => undefined);
  };
  const open = found.series.filter((one) => one.decision === undefined);
  const sure = open.filter((one) => one.spotted.verdict === 'circle' || found.goesOn.has(one.series.key));
  const perhaps = open.filter((one) => !sure.includes(one));
  const decided = found.series.filter((one) => one.decision !== undefined);
  const next = sure[0] ?? perhaps[0];

  const article = (one: SpottedSeries) => (
    <SpottedArticle
      key={one.series.key}
      spotted={one}
      names={found.names}
      goesOn={found.goesOn.get(one.series.key) ?? null}
      isNext={one === next}
      onCircle={() => void make(one.series)}
      onNot={() => void record(one.series, null, t('cal_not_said', { title: one.series.title }))}
      onBelongs={(circleId, name) =>
        void record(one.series, circleId, t('cal_belongs_said', { title: one.series.title, name }))
      }
      onAskAgain={() => void ask(one)}
    />
  );
  return (
    <Section title={t('cal_spotted')} aside={open.length > 0 ? tn('cal_open', open.length) : undefined}>
      <p className="calendar-hint">{t(open.length > 0 ? 'cal_spotted_lead' : 'cal_spotted_none')}</p>
      {problem}
      {made === null ? null : (
        <>
          <MadeNotice circleId={made} onClose={() => setMade(null)} />
          <TeamsOffer key={made} circleId={made} />
        </>
      )}
      <SomeOf all={sure}>{article}</SomeOf>
      {perhaps.length > 0 ? (
        <Disclosure title={tn('cal_perhaps', perhaps.length)} startsOpen={sure.length === 0}>
          <SomeOf all={perhaps}>{article}</SomeOf>
        </Disclosure>
      ) : null}
      {decided.length > 0 ? (
        <Disclosure title={tn('cal_decided', decided.length)}>
          <SomeOf all={decided}>{article}</SomeOf>
        </Disclosure>
      ) : null}
      <FindSeries onChoose={(series) => void make(series)} />
      {making ? <NewCircle series={making} onDone={(circleId) => void asked(circleId)} /> : null}
    </Section>
  );
}
