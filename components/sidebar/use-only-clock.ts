import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { joinClocks } from '@/lib/platform/clock-channel';
import { type ClockPlace, canFloat, openClockWindow } from '@/lib/platform/clock-window';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';

/** Closes the window that this page is in, or is a frame of. */
export async function closeOwnWindow(): Promise<void> {
  if (window.top !== window) {
    window.top?.close();
    return;
  }
  // Firefox lets a page close only what a script of it has opened.
  const tab = await browser.tabs?.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

export interface OnlyClock {
  /** This window holds one that stays on top, and shows no clock of its own. */
  readonly holds: boolean;
  /** Puts the clock over all other windows; null where that cannot be had, or this one is there already. */
  readonly raise: (() => void) | null;
}

/** For the page with the clock: there is one at most, and sidebars know of it. */
export function useOnlyClock({ circleId, holder }: ClockPlace): OnlyClock {
  const [id] = useState(newId);
  const [holds, setHolds] = useState(false);
  const raised = useRef(false);
  const [may, setMay] = useState(false);
  useEffect(() => void canFloat().then(setMay), []);
  useEffect(() => {
    const channel = joinClocks((news) => {
      if (news.kind === 'who') channel.tell({ kind: 'here', id });
      else if (news.kind === 'close') void closeOwnWindow();
      else if (news.kind === 'opened' && news.holder !== id && news.id !== holder) void closeOwnWindow();
    });
    channel.tell({ kind: 'opened', id, holder });
    // The one that holds another goes with it, and the other says so.
    const gone = () => channel.tell({ kind: 'gone', id });
    addEventListener('pagehide', gone);
    return () => {
      removeEventListener('pagehide', gone);
      channel.close();
    };
  }, [id, holder]);
  const raise = useCallback(() => {
    if (raised.current) return;
    raised.current = true;
    void openClockWindow(
      { circleId, holder: id },
      t('clock_title'),
      () => void closeOwnWindow(),
      'float',
    ).then((opened) => {
      raised.current = opened === 'floating';
      setHolds(opened === 'floating');
      if (opened !== 'floating') setMay(false);
      if (opened === 'floating') void minimize();
    });
  }, [circleId, id]);
  return { holds, raise: may && !holds ? raise : null };
}

/** Out of the way: closing it would close what it holds. */
async function minimize(): Promise<void> {
  const own = await browser.windows.getCurrent();
  if (own.id !== undefined && own.type === 'popup')
    await browser.windows.update(own.id, { state: 'minimized' });
}
