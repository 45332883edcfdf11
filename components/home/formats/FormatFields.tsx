import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import type { Format } from '@/lib/meeting/format';
import { MAX_PEOPLE } from '@/lib/meeting/format';
import { MAX_LENGTH, MIN_LENGTH } from '@/lib/meeting/formats/check-format';
import { t } from '@/lib/platform/i18n';
import { rhythmWords } from '../circles/dates.ts';
import { RHYTHMS } from '../circles/rhythms.ts';
import { formatAbout } from './format-name.ts';

export interface FormatFieldsProps {
  readonly format: Format;
  readonly onChange: (format: Format, what: string) => void;
}

/** What a format is called, for whom it is, how long and how often. */
export function FormatFields({ format, onChange }: FormatFieldsProps) {
  const { people } = format;
  const rhythms = RHYTHMS.includes(format.everyDays) ? RHYTHMS : [format.everyDays, ...RHYTHMS];
  const setPeople = (which: 'from' | 'to', n: number | undefined) => {
    if (n === undefined || !Number.isInteger(n) || n < 1 || n > MAX_PEOPLE) return;
    onChange({ ...format, people: { from: people?.from ?? n, to: people?.to ?? n, [which]: n } }, which);
  };
  return (
    <div className="format-fields">
      <TextField
        className="format-wide"
        label={t('formats_name')}
        maxLength={100}
        value={format.name ?? ''}
        onChange={(name) => onChange({ ...format, name }, 'name')}
        problem={format.name?.trim() ? undefined : t('formats_problem_name')}
      />
      <TextArea
        className="format-wide"
        label={t('formats_about')}
        maxLength={500}
        rows={2}
        value={format.about ?? ''}
        placeholder={formatAbout({ ...format, about: '' })}
        onChange={(about) => onChange({ ...format, about }, 'about')}
      />
      <NumberField
        label={t('formats_length')}
        unit={t('circles_minutes')}
        min={MIN_LENGTH}
        max={MAX_LENGTH}
        step="any"
        value={format.lengthMin === 0 ? undefined : format.lengthMin}
        onChange={(lengthMin) => onChange({ ...format, lengthMin: lengthMin ?? 0 }, 'length')}
        problem={
          format.lengthMin >= MIN_LENGTH && format.lengthMin <= MAX_LENGTH
            ? undefined
            : t('formats_problem_length')
        }
      />
      <Select
        label={t('circles_rhythm')}
        value={String(format.everyDays)}
        onChange={(days) => onChange({ ...format, everyDays: Number(days) }, '')}
        options={rhythms.map((days) => ({ value: String(days), label: rhythmWords(days) }))}
      />
      <NumberField
        label={t('formats_from')}
        min={1}
        max={MAX_PEOPLE}
        value={people?.from}
        onChange={(n) => setPeople('from', n)}
        problem={people && people.from > people.to ? t('formats_problem_people') : undefined}
      />
      <NumberField
        label={t('formats_to')}
        min={1}
        max={MAX_PEOPLE}
        value={people?.to}
        onChange={(n) => setPeople('to', n)}
      />
    </div>
  );
}
