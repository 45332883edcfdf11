import { minutesText, phaseName } from '@/components/sidebar/phase-words';
import type { Format } from '@/lib/meeting/format';
import type { Preview } from '@/lib/meeting/formats/check-format';
import { t } from '@/lib/platform/i18n';
import '@/components/ring/time-bar.css';

/** A meeting's proportions: a piece for each phase, as wide as it is long; turns of work in colour. */
export function FormatBar({ format, preview }: { readonly format: Format; readonly preview: Preview }) {
  const ms = (id: string) => preview.phases.get(id) ?? 0;
  const words = format.phases.map((phase) =>
    t('formats_bar_piece', { name: phaseName(phase), minutes: minutesText(ms(phase.id)) }),
  );
  return (
    <div className="time-bar format-bar" role="img" aria-label={words.join(', ')}>
      {format.phases.map((phase) => (
        <span
          key={phase.id}
          data-kind={phase.kind}
          style={{ flexGrow: Math.max(0.1, ms(phase.id) / 60_000) }}
        />
      ))}
    </div>
  );
}
