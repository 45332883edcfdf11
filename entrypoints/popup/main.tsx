import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { readCircles } from '@/components/home/circles/use-circles';
import type { UnsentContract } from '@/components/home/contracts/NewContract';
import { earlyKeys } from '@/components/popup/early-keys';
import { Popup } from '@/components/popup/Popup';
import { followClock } from '@/lib/platform/clock';
import { keepWithLock } from '@/lib/platform/lock-page';
import { remindAfterNudges } from '@/lib/platform/reminder-alarms';
import { POPUP, readSetting } from '@/lib/platform/settings';
import { loadTexts } from '@/lib/platform/texts';
import { readUnsent } from '@/lib/platform/unsent';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';

async function start(root: HTMLElement): Promise<void> {
  const stopKeys = earlyKeys(document);
  const [failure, popup, unsent] = await Promise.all([
    openDatabase(database()),
    readSetting('popup', POPUP),
    readUnsent<UnsentContract>(),
    followClock(browser.storage),
    loadTexts(),
  ]);
  await keepWithLock(database());
  if (!failure) remindAfterNudges(database());
  const circles = failure ? [] : await readCircles();
  const content = { failure, circles, lastCircle: popup.circleId, unsent };
  // In one go: no letter falls between the last early key and the field.
  flushSync(() => createRoot(root).render(<Popup {...content} typed={stopKeys()} />));
}

const root = document.getElementById('root');
if (root) void start(root);
