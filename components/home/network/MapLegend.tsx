import { CLOSENESS } from '@/lib/network/facts';
import { t } from '@/lib/platform/i18n';
import { CLOSE_KEYS } from './tie-words.ts';

/** What shapes and fillings mean; decoration beside names that say it all. */
export function MapLegend({ hasDue }: { readonly hasDue: boolean }) {
  return (
    <ul className="plain-list map-legend" aria-label={t('network_legend')}>
      {CLOSENESS.map((closeness) => (
        <li key={closeness}>
          <Mark className={`tie-${closeness}`} />
          {t(CLOSE_KEYS[closeness])}
        </li>
      ))}
      <li>
        <Mark className="tie-unsaid" />
        {t('tie_unsaid')}
      </li>
      <li>
        <Mark className="tie-friendly" square />
        {t('network_choose_near')}
      </li>
      {hasDue ? (
        <li>
          <Mark className="tie-friendly" due />
          {t('network_legend_due')}
        </li>
      ) : null}
    </ul>
  );
}

function Mark({
  className,
  square = false,
  due = false,
}: {
  readonly className: string;
  readonly square?: boolean;
  readonly due?: boolean;
}) {
  return (
    <svg className={`tie-dot ${className}`} width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
      {square ? (
        <rect className="dot-shape" x="-6" y="-6" width="12" height="12" rx="3" />
      ) : (
        <circle className="dot-shape" r="6.5" />
      )}
      {due ? <circle className="dot-due" cx="4.6" cy="-4.6" r="3" /> : null}
    </svg>
  );
}
