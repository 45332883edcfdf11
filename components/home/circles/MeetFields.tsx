import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import { FORMAT_IDS, type FormatId } from '@/lib/calendar/spot/propose';
import { isKnownFormat } from '@/lib/meeting/format';
import { type MessageKey, t } from '@/lib/platform/i18n';
import { MAX_LENGTH, MIN_LENGTH } from './circle-draft.ts';
import { rhythmWords } from './dates.ts';

const FORMAT_WORDS: Readonly<Record<FormatId, MessageKey>> = {
  pmc: 'format_pmc',
  'every-other-thursday': 'format_every_other_thursday',
  'three-weekly': 'format_three_weekly',
  'c-change': 'format_c_change',
  'action-learning-set': 'format_action_learning_set',
  troika: 'format_troika',
  dyad: 'format_dyad',
  'writing-group': 'format_writing_group',
  speed: 'format_speed',
};

/** A format by name; one that only a newer version knows by its id. */
export function formatName(id: string): string {
  const known = FORMAT_IDS.find((one) => one === id);
  return known ? t(FORMAT_WORDS[known]) : id;
}

const RHYTHMS = [7, 14, 21, 28, 30, 91, 0];

export interface Meeting {
  readonly formatId: string;
  readonly everyDays: number;
  readonly lengthMin: number | undefined;
}

/** How a circle meets: format, rhythm and length. */
export function MeetFields<M extends Meeting>({
  value,
  onChange,
  asked,
}: {
  readonly value: M;
  readonly onChange: (change: Partial<Meeting>) => void;
  /** Whether to say what is wrong already. */
  readonly asked: boolean;
}) {
  const { formatId, everyDays, lengthMin } = value;
  // What the calendar said is offered too, where it is none of the usual ones.
  const rhythms = RHYTHMS.includes(everyDays) ? RHYTHMS : [everyDays, ...RHYTHMS];
  const formats: readonly string[] = FORMAT_IDS.some((id) => id === formatId)
    ? FORMAT_IDS
    : [formatId, ...FORMAT_IDS];
  const fits = lengthMin !== undefined && lengthMin >= MIN_LENGTH && lengthMin <= MAX_LENGTH;
  return (
    <div className="meet-fields">
      <Select
        className="meet-format"
        label={t('circles_format')}
        hint={t('newCircle_format_line')}
        value={formatId}
        onChange={(id) => onChange({ formatId: id })}
        options={formats.map((id) => {
          const isReady = isKnownFormat(id);
          const name = formatName(id);
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
    </div>
  );
}
