import { EmptyState } from '@/components/ui/EmptyState';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import type { SpeedEvent } from '@/lib/speed/event';
import { viewSpeed } from '@/lib/speed/view';
import { momentText } from '../moment-text.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { eventTitle } from './speed-words.ts';

const STATES = {
  before: 'speed_state_before',
  running: 'speed_state_running',
  ended: 'speed_state_ended',
} as const;

/** All speed events there are, and the way to a new one. */
export function SpeedEvents({ events }: { readonly events: readonly SpeedEvent[] }) {
  const toNew = (look: 'primary' | 'quiet') => (
    <a className={`button button-${look}`} href={routeTo('speed', 'new')}>
      {t('speed_new')}
    </a>
  );
  return (
    <Page
      title={t('speed_title')}
      lead={t('speed_lead')}
      aside={events.length > 0 ? toNew('primary') : undefined}
    >
      {events.length === 0 ? (
        <EmptyState icon="clock" title={t('speed_empty')} step={toNew('primary')}>
          <p>{t('speed_empty_words')}</p>
        </EmptyState>
      ) : (
        <ul className="plain-list speed-events" aria-label={t('speed_title')}>
          {events.map((event) => (
            <li key={event.id} className="card">
              <div>
                <h2 className="card-title">
                  <a href={routeTo('speed', event.id)}>{eventTitle(event)}</a>
                </h2>
                <p className="card-line">
                  {momentText(event.start)} · {tn('speed_n_people', event.people.length)} ·{' '}
                  {t(STATES[viewSpeed(event, clock.now()).phase])}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
