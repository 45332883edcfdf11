import { browser } from 'wxt/browser';
import { clock } from './clock.ts';

/** As the clock first opens, CSS px: the ring, its words and three buttons. */
const SIZE = { width: 260, height: 340 } as const;
/** What a window's own frame takes beside that. */
const FRAME_HEIGHT = 40;

/** Not in TypeScript's DOM library yet; Chromium 116+, Firefox 151+. https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

const pictureInPicture = (): PictureInPicture | undefined =>
  (globalThis as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;

/**
 * Whether a clock that stays over all other windows can be had from here. Chromium gives one to a page that is the
 * topmost of its window only (156: "only allowed from a top-level browsing context"), so not to a frame in a call. And
 * never from the browser's side panel, which is no tab: asked there, all of Chromium 156 comes down (tried 2026-11-22).
 */
export async function canFloat(): Promise<boolean> {
  if (pictureInPicture() === undefined || window.top !== window) return false;
  return (await browser.tabs.getCurrent()) !== undefined;
}

/** What the page of the clock is told in its address. */
export interface ClockPlace {
  circleId: string;
  /** The id of the window that holds this one, when that is a clock itself; '' otherwise. */
  holder: string;
}

/** The place that an address gives; null when it is not the clock's. */
export function clockPlace(search: string): ClockPlace | null {
  const params = new URLSearchParams(search);
  const circleId = params.get('clock');
  return circleId ? { circleId, holder: params.get('holder') ?? '' } : null;
}

/** The address of the clock of a circle; it takes along by how much this context's clock was put right. */
export function clockAddress({ circleId, holder }: ClockPlace): string {
  const params = new URLSearchParams({ clock: circleId });
  if (holder) params.set('holder', holder);
  const ahead = clock.correction();
  if (ahead > 0) params.set('ahead', String(ahead));
  return `/sidebar.html?${params}`;
}

export type ClockOpened = 'floating' | 'window' | 'refused';

/**
 * Opens the clock: over all other windows where the browser allows it (to be called in a click: it must be asked within seconds), in
 * a small window of its own otherwise, unless only `'float'` is wanted. `closed` is called when a floating one is gone.
 */
export async function openClockWindow(
  place: ClockPlace,
  title: string,
  closed: () => void,
  how: 'float' | 'either' = 'either',
): Promise<ClockOpened> {
  if ((await canFloat()) && (await float(place, title, closed))) return 'floating';
  if (how === 'float') return 'refused';
  const url = new URL(clockAddress(place), location.href).href;
  try {
    const { width, height } = SIZE;
    await browser.windows.create({ url, type: 'popup', width, height: height + FRAME_HEIGHT });
    return 'window';
  } catch {
    return 'refused';
  }
}

async function float(place: ClockPlace, title: string, closed: () => void): Promise<boolean> {
  try {
    const opened = await pictureInPicture()?.requestWindow(SIZE);
    if (!opened) return false;
    const { document } = opened;
    document.title = title;
    document.documentElement.lang = window.document.documentElement.lang;
    document.documentElement.dir = window.document.documentElement.dir;
    // The page's own stylesheets are not there. The frame paints its paper itself, light or dark.
    document.documentElement.style.colorScheme = 'light dark';
    document.body.style.margin = '0';
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.src = new URL(clockAddress(place), location.href).href;
    frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
    frame.addEventListener('load', () => frame.focus());
    document.body.append(frame);
    opened.addEventListener('pagehide', closed);
    return true;
  } catch {
    // Refused: no click, a policy of the organisation, or a panel that cannot open any.
    return false;
  }
}
