import { browser } from 'wxt/browser';
import { PRACTICE_ADDRESS, stayIn } from './demonstration.ts';

const WIDTH = 400;
const HEIGHT = 780;

/** The address of the sidebar for one circle, for a window of its own. */
export const sidebarAddress = (circleId: string): string =>
  stayIn(`/sidebar.html?circle=${encodeURIComponent(circleId)}`);

/** Opens a circle's sidebar in a small window of its own, to stand beside a call or in the middle of a table. */
export async function openSidebarWindow(circleId: string): Promise<void> {
  await openWindow(sidebarAddress(circleId));
}

/** Opens a meeting of the invented circle to try, in a window as it would be. */
export const openPractice = (): Promise<void> => openWindow(PRACTICE_ADDRESS);

async function openWindow(address: string): Promise<void> {
  const url = new URL(address, location.href).href;
  await browser.windows.create({ url, type: 'popup', width: WIDTH, height: HEIGHT });
}

/** An address to join a call, or null for anything that is not plain https (a link may come from an imported file). */
export function joinAddress(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}
