import { useState } from 'react';
import { minutesText } from '@/components/sidebar/phase-words';
import { Button } from '@/components/ui/Button';
import type { Format } from '@/lib/meeting/format';
import { previewFormat } from '@/lib/meeting/formats/check-format';
import { t, tn } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { rhythmWords } from '../circles/dates.ts';
import { routeTo } from '../route.ts';
import { FormatBar } from './FormatBar.tsx';
import { formatAbout, formatName } from './format-name.ts';
import { UseForCircle } from './UseForCircle.tsx';

export interface FormatCardProps {
  readonly format: Format;
  readonly isMine: boolean;
  /** It can only be copied: it is not kept here, so no circle could go on with it. */
  readonly isOffer?: boolean;
  readonly onCopy: () => void;
}

/** How many it is for: "4 to 8", or the one number. */
export function peopleWords({ people }: Format): string {
  if (!people) return t('formats_people_any');
  const number = numberFormat();
  return people.from === people.to
    ? t('formats_people_just', { n: number.format(people.from) })
    : t('formats_people', { from: number.format(people.from), to: number.format(people.to) });
}

/** The number of members a format is shown with: in the middle of those it is meant for. */
export const usualPeople = ({ people }: Format): number =>
  people ? Math.floor((people.from + people.to) / 2) : 6;

/** A format at a glance: its proportions, for whom it is, and what can be done with it. */
export function FormatCard({ format, isMine, isOffer = false, onCopy }: FormatCardProps) {
  const [using, setUsing] = useState(false);
  const name = formatName(format.id, [format]);
  const preview = previewFormat(format, usualPeople(format));
  return (
    <article className="card format-card" aria-label={name}>
      <h3 className="format-title">{name}</h3>
      <FormatBar format={format} preview={preview} />
      <p className="format-line">
        {[
          minutesText(format.lengthMin * 60_000),
          peopleWords(format),
          rhythmWords(format.everyDays),
          ...(format.sessions ? [tn('formats_sessions', format.sessions.length)] : []),
        ].join(' · ')}
      </p>
      <p>{formatAbout(format)}</p>
      {preview.turnMs > 0 ? (
        <p className="quiet">
          {tn('formats_turn_for', usualPeople(format), { turn: minutesText(preview.turnMs) })}
        </p>
      ) : null}
      <div className="format-acts">
        {isOffer ? null : (
          <Button aria-label={t('formats_use_named', { name })} onClick={() => setUsing(true)}>
            {t('formats_use')}
          </Button>
        )}
        {isMine ? (
          <a
            className="button button-quiet"
            href={routeTo('formats', format.id)}
            aria-label={t('formats_edit_named', { name })}
          >
            {t('formats_edit')}
          </a>
        ) : (
          <Button aria-label={t('formats_copy_named', { name })} onClick={onCopy}>
            {t('formats_copy')}
          </Button>
        )}
      </div>
      {using ? <UseForCircle format={format} onClose={() => setUsing(false)} /> : null}
    </article>
  );
}
