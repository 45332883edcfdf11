import type { CallBook } from './call-book';
import { circleOfCall } from './circle-of-call';
import { callsOf, type SessionArea, tabMemory } from './tab-memory';

/** What tells of a tab whether somebody is really there. */
export interface TabSigns {
  active: boolean;
  audible?: boolean | undefined;
}

/**
 * The circles in whose call the member is just now, or at its door, each with the tab. What a hidden tab last told may
 * be days old, so it counts only while it is in front of its window or can be heard.
 * @param tab looks a tab up; null when there is none of that id. @param now UTC ms.
 */
export async function circlesInCall(
  session: SessionArea,
  all: () => Promise<Record<string, unknown>>,
  book: Pick<CallBook, 'circleByCode' | 'circleNow'>,
  tab: (tabId: number) => Promise<TabSigns | null>,
  now: number,
): Promise<Map<string, number>> {
  const memory = tabMemory(session);
  const found = new Map<string, number>();
  for (const { tabId, call } of callsOf(await all())) {
    if (call.state !== 'inCall' && call.state !== 'lobby') continue;
    const signs = await tab(tabId);
    if (!signs?.active && !signs?.audible) continue;
    const sure = await circleOfCall(call, await memory.choice(tabId, call), book, now);
    if (sure) found.set(sure.circleId, tabId);
  }
  return found;
}
