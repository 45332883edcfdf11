import { t } from '@/lib/platform/i18n';
import type { SpeedStep } from '@/lib/speed/timetable';
import { partName, timeText } from './speed-words.ts';

export interface TimesListProps {
  readonly steps: readonly SpeedStep[];
  /** UTC ms. */
  readonly start: number;
  readonly rounds: number;
}

/** Every part with the time on the clock, a line for a round. */
export function TimesList({ steps, start, rounds }: TimesListProps) {
  let at = start;
  const lines = steps.flatMap((step) => {
    const begins = at;
    at += step.ms;
    if (step.kind === 'second' || step.kind === 'move') return [];
    if (step.kind !== 'first') return [{ id: step.id, at: begins, words: partName(step, rounds) }];
    const swap = timeText(begins + step.ms);
    return [{ id: step.id, at: begins, words: t('speed_line_round', { n: (step.round ?? 0) + 1, swap }) }];
  });
  return (
    <ol className="plain-list speed-times" aria-label={t('speed_times')}>
      {[...lines, { id: 'end', at, words: t('speed_part_end') }].map((line) => (
        <li key={line.id}>
          <span className="speed-time">{timeText(line.at)}</span> <span>{line.words}</span>
        </li>
      ))}
    </ol>
  );
}
