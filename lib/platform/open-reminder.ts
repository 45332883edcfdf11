import { browser } from 'wxt/browser';
import type { Database } from '../store/database.ts';
import { comingMeeting } from '../store/reminders.ts';
import { hideReminder, TIE_REMINDER } from './notifications.ts';
import { readReminderId } from './reminder-id.ts';
import { joinAddress, openSidebarWindow } from './sidebar-window.ts';

/**
 * What a click on a notification opens. The early one: the circle's page, with its contracts. The other: the call, in
 * the tab where it is open already if there is one; without a call the sidebar in a window of its own.
 * @param inCall circles in whose call the member is, with the tab.
 */
export async function openReminder(
  db: Database,
  id: string,
  inCall: ReadonlyMap<string, number>,
): Promise<void> {
  if (id === TIE_REMINDER) {
    await openTab(browser.runtime.getURL('/home.html#/network'));
    await browser.notifications.clear(id);
    return;
  }
  const reminder = readReminderId(id);
  if (!reminder) return;
  const { circleId, meetingId, kind } = reminder;
  switch (kind) {
    case 'early':
      await openTab(browser.runtime.getURL(`/home.html#/circles/${encodeURIComponent(circleId)}`));
      break;
    case 'soon': {
      const tabId = inCall.get(circleId);
      // The calendar may have given the meeting another call since.
      const meeting = tabId === undefined ? await comingMeeting(db, circleId, meetingId, db.now()) : null;
      const address = joinAddress(meeting?.call?.url);
      if (tabId !== undefined) await goTo(await browser.tabs.update(tabId, { active: true }));
      else if (address) await openTab(address);
      else await openSidebarWindow(circleId);
      break;
    }
    default:
      kind satisfies never;
  }
  await hideReminder(reminder);
}

/** Opens a page in a tab and brings its window to the front. */
export async function openTab(url: string): Promise<void> {
  // A browser that runs without a window has none for a tab either.
  const isWindow = (await browser.windows.getAll({ windowTypes: ['normal'] })).length > 0;
  if (isWindow) await goTo(await browser.tabs.create({ url }));
  else await browser.windows.create({ url, focused: true });
}

/** The click was on something outside of the browser, so its window may be behind others. */
async function goTo(tab: { windowId?: number | undefined } | undefined): Promise<void> {
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
