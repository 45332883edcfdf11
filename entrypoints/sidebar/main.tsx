import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { Broken } from '@/components/home/Broken';
import { ClockPage } from '@/components/sidebar/ClockPage';
import { Sidebar } from '@/components/sidebar/Sidebar';
import { followClock, inheritCorrection } from '@/lib/platform/clock';
import { clockPlace } from '@/lib/platform/clock-window';
import { isDemonstration, isPractice } from '@/lib/platform/demonstration';
import { enrichAfterChanges } from '@/lib/platform/enrich-changes';
import { keepWithLock } from '@/lib/platform/lock-page';
import { sidebarAddress } from '@/lib/platform/sidebar-window';
import { loadTexts } from '@/lib/platform/texts';
import { database } from '@/lib/store/database';
import { recordLeft } from '@/lib/store/left-behind';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  const [failure] = await Promise.all([openDatabase(database()), followClock(browser.storage), loadTexts()]);
  await keepWithLock(database());
  const params = new URLSearchParams(location.search);
  let circleId = params.get('circle');
  if (!failure && isDemonstration()) {
    const { beginDemo, beginPractice } = await import('@/components/home/demo/begin-demo');
    if (!isPractice()) {
      await beginDemo(database());
      circleId ??= (await database().circles.toCollection().first())?.id ?? null;
    } else if (!circleId && !clockPlace(location.search)) {
      circleId = await beginPractice(database());
      // Loaded again, the page goes on with it.
      history.replaceState(null, '', sidebarAddress(circleId));
    }
  } else if (!failure) enrichAfterChanges(database());
  if (!failure) void recordLeft(database());
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
