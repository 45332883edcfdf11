import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { Home } from '@/components/home/Home';
import { preloadPage } from '@/components/home/pages';
import { followClock } from '@/lib/platform/clock';
import { isDemonstration } from '@/lib/platform/demonstration';
import { enrichAfterChanges } from '@/lib/platform/enrich-changes';
import { keepWithLock } from '@/lib/platform/lock-page';
import { remindAfterChanges } from '@/lib/platform/reminder-alarms';
import { loadTexts } from '@/lib/platform/texts';
import { database } from '@/lib/store/database';
import { recordLeft } from '@/lib/store/left-behind';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  const [failure] = await Promise.all([
    openDatabase(database()),
    followClock(browser.storage),
    loadTexts(),
    preloadPage(),
  ]);
  await keepWithLock(database());
  if (!failure && isDemonstration()) {
    const { beginDemo } = await import('@/components/home/demo/begin-demo');
    await beginDemo(database());
  } else if (!failure) {
    remindAfterChanges(database());
    enrichAfterChanges(database());
  }
  if (!failure) void recordLeft(database());
  createRoot(root).render(failure ? <DataUnavailable reason={failure} /> : <Home />);
}

const root = document.getElementById('root');
if (root) void start(root);
