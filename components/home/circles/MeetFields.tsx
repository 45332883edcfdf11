import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import { FORMAT_IDS } from '@/lib/calendar/spot/propose';
import { type Format, formatOf, isKnownFormat } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { formatName } from '../formats/format-name.ts';
import { routeTo } from '../route.ts';
import { MAX_LENGTH, MIN_LENGTH } from './circle-draft.ts';
import { rhythmWords } from './dates.ts';
import { RHYTHMS } from './rhythms.ts';

export interface Meeting {
  readonly formatId: string;
  readonly everyDays: number;
  readonly lengthMin: number | undefined;
}

/** How a circle meets: format, rhythm and length. */
export function MeetFields<M extends Meeting>({
  value,
  onChange,
  own,
  asked,
}: {
  readonly value: M;
  readonly onChange: (change: Partial<Meeting>) => void;
  /** Formats people made: the circle's, and mine. */
  readonly own: readonly Format[];
  /** Whether to say what is wrong already. */
  readonly asked: boolean;
}) {
  const { formatId, everyDays, lengthMin } = value;
  // What the calendar said is offered too, where it is none of the usual ones.
  const rhythms = RHYTHMS.includes(everyDays) ? RHYTHMS : [everyDays, ...RHYTHMS];
  const known: readonly string[] = [
    ...FORMAT_IDS.filter((id) => id !== 'speed'),
    ...own.map((format) => format.id),
  ];
  const formats = known.includes(formatId) ? known : [formatId, ...known];
  // Rhythm and length that are still the old format's go over to those of the new one; others were meant.
  const choose = (id: string) => {
    const before = formatOf(formatId, own);
    const isUsual = before.everyDays === everyDays && before.lengthMin === lengthMin;
    const next = formatOf(id, own);
    onChange({
      formatId: id,
      ...(isUsual ? { everyDays: next.everyDays, lengthMin: next.lengthMin } : {}),
    });
  };
  const usual = formatOf(formatId, own).lengthMin;
  const fits = lengthMin !== undefined && lengthMin >= MIN_LENGTH && lengthMin <= MAX_LENGTH;
  return (
    <div className="meet-fields">
      <Select
        className="meet-format"
        label={t('circles_format')}
        hint={t('newCircle_format_line')}
        value={formatId}
        onChange={choose}
        options={formats.map((id) => {
          const isReady = isKnownFormat(id, own);
          const name = formatName(id, own);
          return {
            value: id,
            label: isReady ? name : t('format_later', { format: name }),
            disabled: !isReady && id !== formatId,
          };
        })}
      />
      <Select
        label={t('circles_rhythm')}
        value={String(everyDays)}
        onChange={(days) => onChange({ everyDays: Number(days) })}
        options={rhythms.map((days) => ({ value: String(days), label: rhythmWords(days) }))}
      />
      <NumberField
        label={t('circles_length')}
        unit={t('circles_minutes')}
        min={MIN_LENGTH}
        max={MAX_LENGTH}
        step="any"
        value={lengthMin}
        onChange={(minutes) => onChange({ lengthMin: minutes })}
        problem={asked && !fits ? t('circles_length_problem') : undefined}
      />
      <p className="quiet meet-other">
        {formatId === 'three-weekly' && lengthMin !== usual
          ? `${t('newCircle_three_weekly', { minutes: usual })} `
          : null}
        {t('newCircle_speed')} <a href={routeTo('speed')}>{t('speed_link')}</a>
      </p>
    </div>
  );
}
