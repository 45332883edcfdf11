import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { Broken } from '@/components/home/Broken';
import { ClockPage } from '@/components/sidebar/ClockPage';
import { Sidebar } from '@/components/sidebar/Sidebar';
import { followClock, inheritCorrection } from '@/lib/platform/clock';
import { clockPlace } from '@/lib/platform/clock-window';
import { isDemonstration } from '@/lib/platform/demonstration';
import { enrichAfterChanges } from '@/lib/platform/enrich-changes';
import { freshLogOnce } from '@/lib/platform/fresh-log-once';
import { keepWithLock } from '@/lib/platform/lock-page';
import { loadTexts } from '@/lib/platform/texts';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  const [failure] = await Promise.all([openDatabase(database()), followClock(browser.storage), loadTexts()]);
  keepWithLock(database());
  if (!failure) void freshLogOnce();
  const params = new URLSearchParams(location.search);
  let circleId = params.get('circle');
  if (!failure && isDemonstration()) {
    const { beginDemo } = await import('@/components/home/demo/begin-demo');
    await beginDemo(database());
    circleId ??= (await database().circles.toCollection().first())?.id ?? null;
  } else if (!failure) enrichAfterChanges(database());
  const place = clockPlace(location.search);
  inheritCorrection(location.search, sessionStorage, window);
  createRoot(root).render(
    failure ? (
      <DataUnavailable reason={failure} />
    ) : place ? (
      <ClockPage place={place} />
    ) : (
      <Broken>
        <Sidebar circleId={circleId} inPage={window.top !== window} />
      </Broken>
    ),
  );
}

const root = document.getElementById('root');
if (root) void start(root);
