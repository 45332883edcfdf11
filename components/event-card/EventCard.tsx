import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { onDemand } from '@/components/ui/on-demand';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { t } from '@/lib/platform/i18n';
import type { PageEvent } from '@/lib/platform/messages';
import { send } from '@/lib/platform/messenger';
import { database } from '@/lib/store/database';
import type { OpenFailure } from '@/lib/store/open';
import { CircleEvent } from './CircleEvent.tsx';
import { readEventCard } from './read-event-card.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/button.css';
import './event-card.css';

// Spotting carries words in five languages: only an event that is asked about needs them.
const Offer = onDemand(async () => (await import('./Offer.tsx')).Offer);

export interface EventCardProps {
  /** Why the database could not be opened; null when all is well. */
  readonly failure: OpenFailure | null;
  /** The event that is open in the page around this frame; null when it was closed meanwhile. */
  readonly event: PageEvent | null;
  readonly startsFolded: boolean;
}

/** The card in a calendar's page: one frame for one event, laid in by lib/calendar-page. */
export function EventCard({ failure, event, startsFolded }: EventCardProps) {
  if (failure) return <DataUnavailable reason={failure} />;
  if (!event) return <Nothing />;
  return (
    <ToastProvider>
      <Content event={event} startsFolded={startsFolded} />
    </ToastProvider>
  );
}

function Content({ event, startsFolded }: { readonly event: PageEvent; readonly startsFolded: boolean }) {
  const view = useLiveQuery(() => readEventCard(database(), event), [event]);
  const [isFolded, setFolded] = useState(startsFolded);
  // A no leaves the offer in sight with its Undo, though there is nothing more to ask.
  const [offered, setOffered] = useState<string | null>(null);
  if (!view) return null;
  const fold = async (folded: boolean) => {
    setFolded(folded);
    await send('event.fold', { folded });
  };
  const folding = { isFolded, onFold: (folded: boolean) => void fold(folded) };
  if (view.kind === 'circle') return <CircleEvent view={view} {...folding} />;
  const series = view.kind === 'offer' ? view.found.series : null;
  if (!series && offered === null) return <Nothing />;
  return <Offer series={series} title={series?.title ?? offered ?? ''} onNot={setOffered} {...folding} />;
}

/** What was there is gone: the circle was erased elsewhere, or the event closed. */
function Nothing() {
  return (
    <main className="event-card">
      <h1 className="visually-hidden">{t('appName')}</h1>
      <p className="event-quiet">{t('event_nothing')}</p>
    </main>
  );
}
