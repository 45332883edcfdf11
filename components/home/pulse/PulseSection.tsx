import { Section } from '@/components/ui/Section';
import { t } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';

/** The way to the pulse from a circle's page. */
export function PulseSection({ view }: { readonly view: CircleView }) {
  return (
    <Section title={t('pulse_title')}>
      <p>{t('pulse_line')}</p>
      <div className="next-ways">
        <a className="button button-quiet" href={routeTo('circles', view.circle.id, 'pulse')}>
          {t('pulse_open')}
        </a>
      </div>
    </Section>
  );
}
