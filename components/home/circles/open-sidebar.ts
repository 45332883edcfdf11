import { browser } from 'wxt/browser';

export { PRACTICE_ADDRESS } from '@/lib/platform/demonstration';
export { joinAddress, openPractice, openSidebarWindow, sidebarAddress } from '@/lib/platform/sidebar-window';

interface Panels {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const panels = (): Panels => (browser as unknown as Panels | undefined) ?? {};

/** Whether this browser has a side panel of its own. */
export const hasSidePanel = (): boolean => {
  const { sidePanel, sidebarAction } = panels();
  return sidePanel !== undefined || sidebarAction !== undefined;
};

/**
 * Opens the browser's side panel. Must be the first thing a press does: the browser refuses after any wait
 * (Chrome's rule for `sidePanel.open`), so the window's id is asked for beforehand.
 */
export function openSidePanel(windowId: number | undefined): void {
  const { sidePanel, sidebarAction } = panels();
  const opened =
    sidePanel && windowId !== undefined
      ? sidePanel.open({ windowId })
      : (sidebarAction?.open() ?? Promise.resolve());
  // Refused where the member has switched panels off; the window of its own is beside it.
  opened.catch(() => undefined);
}
