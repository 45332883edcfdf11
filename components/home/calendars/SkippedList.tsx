import type { Skipped, SkipReason } from '@/lib/calendar/ics/read-calendar';
import { t, tn } from '@/lib/platform/i18n';

const TEXTS = {
  broken: 'cal_skip_broken',
  'too-big': 'cal_skip_big',
  'no-start': 'cal_skip_start',
  'endless-rule': 'cal_skip_endless',
  unsupported: 'cal_skip_unsupported',
} as const satisfies Record<SkipReason, string>;

/** What of a calendar could not be read, or only in part: how many, why, and one of them by name. */
export function SkippedList({ why }: { readonly why: readonly Skipped[] }) {
  return (
    <ul className="calendar-skipped">
      {why.map(({ reason, count, example }) => (
        <li key={reason}>
          {tn(TEXTS[reason], count)}
          {example ? ` ${t('cal_skip_example', { title: example })}` : null}
        </li>
      ))}
    </ul>
  );
}
