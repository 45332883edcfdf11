import { t } from '@/lib/platform/i18n';
import type { CardShow } from '@/lib/platform/messages';
import css from './card.css?inline';

/** The one element of ours in the page. The calendar strips what it does not know from its lists, but not this. */
export const CARD_TAG = 'circlekeeper-event';

/**
 * Heights of the frame, CSS px. They are fixed, and what is longer scrolls: the page can measure its own boxes, and a
 * height that followed the content would tell it how much is in there, such as how many contracts are open.
 */
export const HEIGHTS = { circle: 248, offer: 188, folded: 46 } as const;

export interface Card {
  readonly element: HTMLElement;
  size(show: Exclude<CardShow, 'nothing'>, folded: boolean): void;
  /** The extension behind this page is gone: says so in the place of the frame. */
  outdate(): void;
}

/** Removes what an earlier instance of the extension left in the page. */
export function removeOrphans(): void {
  for (const orphan of document.querySelectorAll(CARD_TAG)) orphan.remove();
}

/**
 * Makes the card for one event: a frame of the extension in a closed shadow root. The frame's address says nothing but
 * the scheme, and asks the background itself which event it is for. Texts are read now: a dead extension has none.
 * @param frame address of the frame's page.
 * @param isDark whether the page around it is dark.
 */
export function createCard(frame: string, isDark: boolean): Card {
  const scheme = isDark ? 'dark' : 'light';
  const element = document.createElement(CARD_TAG);
  const root = element.attachShadow({ mode: 'closed' });
  // A content script's own style is not subject to the page's policy; the page's Trusted Types allow no markup.
  const style = document.createElement('style');
  style.textContent = css;
  const iframe = document.createElement('iframe');
  iframe.title = t('appName');
  iframe.src = `${frame}#${scheme}`;
  iframe.style.colorScheme = scheme;
  root.append(style, iframe);
  const updated = t('callUpdated');
  const reloads = t('callReload');
  return {
    element,
    size(show, folded) {
      iframe.style.height = `${folded ? HEIGHTS.folded : HEIGHTS[show]}px`;
    },
    outdate() {
      const words = document.createElement('p');
      words.textContent = updated;
      const reload = document.createElement('button');
      reload.textContent = reloads;
      reload.onclick = () => location.reload();
      const notice = document.createElement('div');
      notice.className = 'notice';
      notice.role = 'alert';
      notice.style.colorScheme = scheme;
      notice.append(words, reload);
      iframe.replaceWith(notice);
    },
  };
}

/** Whether people read light words on a dark ground here: calendars have a theme of their own, past the system's. */
export function isDarkAt(place: Element): boolean {
  const { color } = getComputedStyle(place);
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return color.startsWith('rgb')
    ? red * 0.3 + green * 0.59 + blue * 0.11 > 128
    : matchMedia('(prefers-color-scheme: dark)').matches;
}
