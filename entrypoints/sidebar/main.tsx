import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { Sidebar } from '@/components/sidebar/Sidebar';
import { followClock } from '@/lib/platform/clock';
import { enrichAfterChanges } from '@/lib/platform/enrich-changes';
import { locale } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  document.documentElement.lang = locale();
  const [failure] = await Promise.all([openDatabase(database()), followClock(browser.storage)]);
  if (!failure) enrichAfterChanges(database());
  const circleId = new URLSearchParams(location.search).get('circle');
  createRoot(root).render(
    failure ? (
      <DataUnavailable reason={failure} />
    ) : (
      <Sidebar circleId={circleId} inPage={window.top !== window} />
    ),
  );
}

const root = document.getElementById('root');
if (root) void start(root);
