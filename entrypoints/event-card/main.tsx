import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { EventCard } from '@/components/event-card/EventCard';
import { followClock } from '@/lib/platform/clock';
import { keepWithLock } from '@/lib/platform/lock-page';
import { send } from '@/lib/platform/messenger';
import { remindAfterNudges } from '@/lib/platform/reminder-alarms';
import { CARD, readSetting } from '@/lib/platform/settings';
import { loadTexts } from '@/lib/platform/texts';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  // The calendar's own theme, which may not be the system's.
  document.documentElement.dataset.theme = location.hash === '#dark' ? 'dark' : 'light';
  const [failure, context, { folded }] = await Promise.all([
    openDatabase(database()),
    send('event.context', null),
    readSetting('card', CARD),
    followClock(browser.storage),
    loadTexts(),
  ]);
  await keepWithLock(database());
  if (!failure) remindAfterNudges(database());
  const event = context.ok ? context.event : null;
  createRoot(root).render(<EventCard failure={failure} event={event} startsFolded={folded} />);
}

const root = document.getElementById('root');
if (root) void start(root);
