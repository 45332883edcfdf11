import { useId } from 'react';
import { reasonText } from '@/lib/calendar/spot/reason-text';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import type { SpottedSeries } from '@/lib/store/calendar';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { routeTo } from '../route.ts';
import '../../card/card.css';

export interface SpottedArticleProps {
  readonly spotted: SpottedSeries;
  /** Names of circles by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The circle whose split series this may go on from. */
  readonly goesOn: string | null;
  /** The one to decide next. */
  readonly isNext: boolean;
  readonly onCircle: () => void;
  readonly onNot: () => void;
  readonly onBelongs: (circleId: string, name: string) => void;
  readonly onAskAgain: () => void;
}

/** A series that may be a circle: its title, why, and one question. */
export function SpottedArticle({
  spotted: { series, spotted, decision },
  names,
  goesOn,
  isNext,
  onCircle,
  onNot,
  onBelongs,
  onAskAgain,
}: SpottedArticleProps) {
  const id = useId();
  const nameOf = (circleId: string) => names.get(circleId) ?? t('cal_a_circle');
  const likely = goesOn ?? spotted.circleId;
  const circle = decision ?? (decision === undefined ? likely : undefined);
  const name = circle ? names.get(circle) : undefined;
  return (
    <article className="card" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <h3 id={id} className="card-title">
            {series.title || t('cal_untitled')}
          </h3>
          <p className="card-line">{whenText(series)}</p>
        </div>
        {decision === null ? <Badge icon="close">{t('cal_not')}</Badge> : null}
        {decision ? (
          <Badge icon="check" tone="accent">
            {t('cal_is')}
          </Badge>
        ) : null}
      </div>
      {decision === undefined && spotted.reasons.length > 0 ? (
        <ul className="calendar-reasons" aria-label={t('cal_why')}>
          {spotted.reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>{reasonText(reason, nameOf)}</li>
          ))}
        </ul>
      ) : null}
      {decision === undefined && circle && name ? (
        <p>{t(goesOn ? 'cal_still' : 'cal_same', { name })}</p>
      ) : null}
      <div className="card-actions">
        {decision === undefined ? (
          <>
            {circle && name ? (
              <Button once variant={isNext ? 'primary' : 'quiet'} onClick={() => onBelongs(circle, name)}>
                {t('cal_yes', { name })}
              </Button>
            ) : null}
            <Button
              once
              variant={isNext && !name ? 'primary' : 'quiet'}
              aria-describedby={id}
              onClick={onCircle}
            >
              {t('cal_is')}
            </Button>
            <Button once aria-describedby={id} onClick={onNot}>
              {t('cal_not')}
            </Button>
          </>
        ) : (
          <>
            {decision && name ? <a href={routeTo('circles', decision)}>{name}</a> : null}
            <Button variant="plain" aria-describedby={id} onClick={onAskAgain}>
              {t('cal_ask_again')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}

/** The next date of a series, or the last one. */
function whenText(series: SpottedSeries['series']): string {
  const held = series.occurrences.filter((one) => !one.cancelled);
  const now = clock.now();
  const next = held.find((one) => one.start + one.lengthMs > now);
  const shown = next ?? held.at(-1);
  if (!shown) return t('cal_no_date');
  const format = dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  const when = format.formatRange(shown.start, shown.start + shown.lengthMs);
  return t(next ? 'cal_next' : 'cal_last', { when });
}
