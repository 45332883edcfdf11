import { browser } from 'wxt/browser';

const WIDTH = 400;
const HEIGHT = 780;

/** The address of the sidebar for one circle, for a window of its own. */
export const sidebarAddress = (circleId: string): string =>
  `/sidebar.html?circle=${encodeURIComponent(circleId)}`;

/** Opens a circle's sidebar in a small window of its own, to stand beside a call or in the middle of a table. */
export async function openSidebarWindow(circleId: string): Promise<void> {
  const url = new URL(sidebarAddress(circleId), location.href).href;
  await browser.windows.create({ url, type: 'popup', width: WIDTH, height: HEIGHT });
}

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

/** An address to join a call, or null for anything that is not plain https (a link may come from an imported file). */
export function joinAddress(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}
