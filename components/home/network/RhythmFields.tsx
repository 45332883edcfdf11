import { useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import type { RhythmUnit } from '@/lib/network/facts';
import { type Rhythm, setRhythm, type TieRow } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';

/** What a rhythm starts as: often enough to stay in touch, seldom enough to keep. */
const FIRST = { weeks: 6, months: 3 } as const satisfies Record<RhythmUnit, number>;
const MOST = 60;

/** How often I want to be in touch; kept as soon as it is chosen. */
export function RhythmFields({
  tie,
  today,
  record,
}: {
  readonly tie: TieRow;
  /** ISO date. */
  readonly today: string;
  readonly record: Recorder['record'];
}) {
  const [unit, setUnit] = useState<RhythmUnit | ''>(tie.rhythm?.unit ?? '');
  const [every, setEvery] = useState<number | undefined>(tie.rhythm?.every);
  const keep = (rhythm: Rhythm | null) => {
    if (rhythm?.every === tie.rhythm?.every && rhythm?.unit === tie.rhythm?.unit) return;
    void record([setRhythm(tie, rhythm, today, clock.now())]);
  };
  const isFit = (count: number | undefined): count is number =>
    count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST;
  return (
    <fieldset className="rhythm" aria-label={t('network_rhythm')}>
      <Select<RhythmUnit | ''>
        label={t('network_rhythm')}
        value={unit}
        options={[
          { value: '', label: t('network_rhythm_none') },
          { value: 'weeks', label: t('network_rhythm_weeks') },
          { value: 'months', label: t('network_rhythm_months') },
        ]}
        onChange={(next) => {
          setUnit(next);
          const count = next === '' ? undefined : FIRST[next];
          setEvery(count);
          keep(next === '' || count === undefined ? null : { every: count, unit: next });
        }}
      />
      {unit === '' ? null : (
        <NumberField
          label={unit === 'weeks' ? t('network_rhythm_count_weeks') : t('network_rhythm_count_months')}
          min={1}
          max={MOST}
          value={every}
          problem={isFit(every) ? undefined : t('network_rhythm_wrong', { most: MOST })}
          onChange={(count) => {
            setEvery(count);
            if (isFit(count)) keep({ every: count, unit });
          }}
        />
      )}
    </fieldset>
  );
}
