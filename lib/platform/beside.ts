import { browser } from 'wxt/browser';
import { send } from './messenger.ts';

/** The tab whose call this page showed last: a panel stays with it while one without a call is in front. */
let before: number | null = null;

/** The window a side panel stands in; null in a page that is a tab, or in one: those the browser tells of by itself. */
async function panelWindow(): Promise<number | null> {
  if (await browser.tabs.getCurrent()) return null;
  return (await browser.windows.getCurrent()).id ?? null;
}

/** Asks the background which call this page stands beside. */
export async function askContext() {
  const windowId = await panelWindow().catch(() => null);
  const reply = await send('sidebar.context', windowId === null ? null : { windowId, before });
  if (reply.ok && reply.host !== null) before = reply.tabId;
  return reply;
}

/** Calls back when another tab comes to the front; a panel may stand beside another call then. @returns how to stop. */
export function onTabInFront(listener: () => void): () => void {
  // Firefox gives a frame in a page of others no such thing (ESR 153); it stands beside that page for good.
  const front = (browser.tabs as typeof browser.tabs | undefined)?.onActivated;
  front?.addListener(listener);
  return () => front?.removeListener(listener);
}
