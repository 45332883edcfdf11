import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { eventBlock } from '@/components/home/circles/event-text';
import { eventBackground } from '@/lib/calendar-page/background';
import { askAgain } from '@/lib/call/ask-again';
import { callBackground } from '@/lib/call/background';
import { awake, syncByAlarm, wakeAt } from '@/lib/platform/account-alarms';
import { accountWorld } from '@/lib/platform/account-world';
import { showBadge } from '@/lib/platform/badge';
import { clock, followClock } from '@/lib/platform/clock';
import { mayReadAddress, refreshFeedsByAlarm } from '@/lib/platform/feeds';
import { dateFormat } from '@/lib/platform/intl';
import { followLock } from '@/lib/platform/lock-background';
import { accountAnswers, backgroundAnswers, enrichAnswers, eventAnswers } from '@/lib/platform/messages';
import { answer, send, sendToTab } from '@/lib/platform/messenger';
import { keepPageScripts } from '@/lib/platform/page-scripts';
import { remindByAlarm } from '@/lib/platform/reminder-alarms';
import { giveServiceBack } from '@/lib/platform/services';
import { followChosenLanguage, loadTexts } from '@/lib/platform/texts';
import { welcomeOnInstall } from '@/lib/platform/welcome';
import { accountBackground } from '@/lib/store/account-background';
import { callBook } from '@/lib/store/call-book';
import { database } from '@/lib/store/database';
import { eventBook } from '@/lib/store/event-book';
import { recordLeft } from '@/lib/store/left-behind';
import { provideSealing } from '@/lib/store/lock/gate';
import { sealing } from '@/lib/store/lock/sealing';
import { openDatabase } from '@/lib/store/open';
import { refreshFeeds } from '@/lib/store/refresh-feeds';

export default defineBackground({
  type: 'module',
  main: () => {
    // A worker of this kind loads nothing late.
    provideSealing(sealing);
    // A database that does not open is said by the screens; the call page then just finds no circle.
    const ready = Promise.all([followClock(browser.storage), openDatabase(database()), loadTexts()]);
    followChosenLanguage();
    welcomeOnInstall();

    const call = callBackground({
      book: callBook(database()),
      session: browser.storage.session,
      now: () => clock.now(),
      weekday: (at) => dateFormat({ weekday: 'long' }).format(at),
      activeTab: async (windowId) => (await browser.tabs.query({ active: true, windowId }))[0]?.id ?? null,
      page: {
        collapse: (tabId) => sendToTab(tabId, 'page.collapse', null),
        close: (tabId) => sendToTab(tabId, 'page.close', null),
        names: (tabId) => sendToTab(tabId, 'page.names', null),
      },
      changed: (tabId) => void send('sidebar.changed', { tabId }),
    });
    answer(backgroundAnswers, call.handlers, ready);

    const events = eventBackground({
      book: eventBook(database()),
      session: browser.storage.session,
      page: {
        fold: (tabId, folded) => sendToTab(tabId, 'card.fold', { folded }),
        show: (tabId, show) => sendToTab(tabId, 'card.show', { show }),
      },
    });
    answer(eventAnswers, events.handlers, ready);
    keepPageScripts();

    const watch = { awake, wakeAt: (at: number | null) => wakeAt(at, clock.now()), unused: giveServiceBack };
    const accounts = accountBackground(database(), accountWorld(fetch), watch, eventBlock);
    answer({ ...accountAnswers, ...enrichAnswers }, accounts.handlers, ready);
    syncByAlarm(accounts.sync, ready);
    const readFeeds = () => refreshFeeds(database(), { fetch, allowed: mayReadAddress });
    refreshFeedsByAlarm(readFeeds, ready);
    const remindAgain = remindByAlarm(database(), ready);
    followLock(database(), () => {
      remindAgain();
      void browser.storage.session
        .get(null)
        .then((all) => askAgain(all, (tabId) => sendToTab(tabId, 'page.again', null)));
      void Promise.all([accounts.sync(), readFeeds(), showBadge(database())]);
    });
    void showBadge(database());
    browser.tabs.onRemoved.addListener(
      (tabId) => void Promise.all([call.forget(tabId), events.forget(tabId), recordLeft(database())]),
    );
  },
});
