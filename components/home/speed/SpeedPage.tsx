import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { SetUp } from './SetUp.tsx';
import { SpeedEventPage } from './SpeedEventPage.tsx';
import { SpeedEvents } from './SpeedEvents.tsx';
import { useSpeedEvents } from './use-speed.ts';
import '../../card/card.css';
import '../circles/circles.css';
import './speed.css';

export interface SpeedPageProps {
  /** `new`, `after:<id>` (a new one with that one's people), `edit:<id>`, an event's id, or null for all. */
  readonly eventId: string | null;
}

/** Speed mentoring on the home page: all events, one being set up, or one. Needs a ToastProvider above. */
export function SpeedPage({ eventId }: SpeedPageProps) {
  const events = useSpeedEvents();
  if (!events)
    return (
      <Page title={t('speed_title')}>
        <Skeleton lines={6} />
      </Page>
    );
  if (eventId === null) return <SpeedEvents events={events} />;
  if (eventId === 'new') return <SetUp events={events} from={null} before={null} />;
  const [what, id] = eventId.includes(':') ? eventId.split(':') : ['show', eventId];
  const event = events.find((one) => one.id === id);
  if (event && what === 'after') return <SetUp key={eventId} events={events} from={event} before={null} />;
  if (event && what === 'edit' && !event.course)
    return <SetUp key={eventId} events={events} from={null} before={event} />;
  if (event) return <SpeedEventPage key={event.id} event={event} events={events} />;
  return (
    <Page title={t('speed_title')}>
      <EmptyState
        icon="people"
        title={t('speed_missing')}
        step={
          <a className="button button-quiet" href={routeTo('speed')}>
            {t('speed_all')}
          </a>
        }
      >
        <p>{t('speed_missing_words')}</p>
      </EmptyState>
    </Page>
  );
}
