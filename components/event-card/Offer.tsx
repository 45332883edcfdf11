import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { readCallLink } from '@/lib/calendar/call-link';
import { reasonText } from '@/lib/calendar/spot/reason-text';
import { spot } from '@/lib/calendar/spot/spot';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { send } from '@/lib/platform/messenger';
import { spotAgain } from '@/lib/store/calendar';
import { database, type SeriesRow } from '@/lib/store/database';
import { decide } from '@/lib/store/decisions';
import { knownCircles } from '@/lib/store/known-circles';
import { useRecord } from '../card/use-record.tsx';
import { draftOfSeries, draftsOf, isReady } from '../home/circles/circle-from-draft.ts';
import { routeTo } from '../home/route.ts';
import { Button } from '../ui/Button.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { EventHead, type Folding } from './EventHead.tsx';

export interface OfferProps extends Folding {
  /** Null once it was answered with no. */
  readonly series: SeriesRow | null;
  readonly title: string;
  /** Hears the title of what is not a circle; null when that was taken back. */
  readonly onNot: (title: string | null) => void;
}

/** An event that looks like a circle: one question, answered as on the home page and kept as the same decision. */
export function Offer({ series, title, onNot, ...folding }: OfferProps) {
  const db = database();
  const { record, attempt, problem } = useRecord();
  const busy = useRef(false);
  const place = useKeptFocus<HTMLElement>();
  const undo = useRef<(() => Promise<void>) | null>(null);
  const [isOpenEnded, setOpenEnded] = useState(false);
  const why = useLiveQuery(async () => {
    if (!series) return undefined;
    const known = await knownCircles(db);
    const { circleId, reasons } = spot(series, known);
    const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? t('cal_a_circle');
    const texts = reasons.map((reason) => reasonText(reason, nameOf));
    return { likely: known.find((one) => one.id === circleId) ?? null, texts };
  }, [series]);
  const likely = why?.likely;

  // A second press while the first is on its way to the disk must not make a second circle.
  const once = (act: (series: SeriesRow) => Promise<void>) => async () => {
    if (busy.current || !series) return;
    busy.current = true;
    try {
      await act(series);
    } finally {
      busy.current = false;
    }
  };
  const make = once(async (one) => {
    const draft = await draftOfSeries(one);
    if (!isReady(draft)) return setOpenEnded(true);
    const { drafts } = await draftsOf(db, draft, readCallLink([draft.call]), one, clock.now());
    if (!(await record(drafts))) return;
    // The card of a circle is higher.
    await send('event.again', null);
    await spotAgain(db).catch(() => undefined);
  });
  const belongs = once(async (one) => {
    if (!likely) return;
    if (await attempt(() => decide(db, one, likely.id))) await send('event.again', null);
  });
  const not = once(async (one) => {
    onNot(one.title || t('cal_untitled'));
    const done = await attempt(() => decide(db, one, null));
    if (done) undo.current = done.outcome;
    else onNot(null);
  });
  const takeBack = async () => {
    const { current } = undo;
    if (!current || (await attempt(current))) onNot(null);
  };

  return (
    <main className="event-card">
      <EventHead title={series ? t('event_looks') : t('cal_not')} line={title} {...folding} />
      {folding.isFolded ? null : (
        <>
          <section className="event-body" aria-label={t('cal_why')} tabIndex={why ? 0 : undefined}>
            {problem}
            <p role="status">{series ? (isOpenEnded ? t('event_more') : null) : t('event_not_said')}</p>
            {series && why ? (
              <ul className="event-reasons">
                {why.texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ) : null}
          </section>
          {/* All at once: a button that comes later would push another one under the finger. */}
          <footer className="event-foot" ref={place} tabIndex={-1} hidden={series !== null && !why}>
            {series ? (
              <>
                {isOpenEnded ? (
                  <a
                    className="button button-primary"
                    href={`/home.html${routeTo('calendars')}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t('event_more_step')}
                  </a>
                ) : likely ? (
                  <Button once variant="primary" onClick={() => void belongs()}>
                    {t('cal_yes', { name: likely.name })}
                  </Button>
                ) : null}
                {isOpenEnded ? null : (
                  <Button once variant={likely ? 'quiet' : 'primary'} onClick={() => void make()}>
                    {t('cal_is')}
                  </Button>
                )}
                <Button once onClick={() => void not()}>
                  {t('cal_not')}
                </Button>
              </>
            ) : (
              <Button icon="undo" onClick={() => void takeBack()}>
                {t('cal_undo')}
              </Button>
            )}
          </footer>
        </>
      )}
    </main>
  );
}
