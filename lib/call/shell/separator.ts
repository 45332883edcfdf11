import { t } from '@/lib/platform/i18n';
import { make } from './dom';

export const MIN_WIDTH = 280;
export const MAX_WIDTH = 560;
/** Distance of the panel from the window's right edge, CSS px. */
const MARGIN = 8;
/** How far one press of an arrow key moves the edge, CSS px. */
const STEP = 16;

export interface Separator {
  readonly element: HTMLElement;
  /** Wishes for `width` (CSS px), by default again for the last one; shows it as far as the window allows. */
  set(width?: number): void;
  /** Handles a key pressed on it; true when it meant something. */
  key(key: string): boolean;
}

/**
 * The left edge of `panel`: moved by pointer or by arrow keys, Home and End. Arrows move the edge, so the left one
 * widens the panel. `settled` hears the width to remember, CSS px.
 */
export function separator(panel: HTMLElement, settled: (width: number) => void): Separator {
  let width = MIN_WIDTH;
  const possible = (wished: number) => Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, wished));
  // Room for the fold button at the panel's side, also in a window of 320 px.
  const widest = () => possible(innerWidth - 40);
  const element = make('hr', {
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': t('callWidth'),
    'aria-valuemin': `${MIN_WIDTH}`,
  });

  const shown = () => Math.min(width, widest());

  function set(next = width): void {
    width = Math.round(possible(next));
    element.ariaValueMax = `${widest()}`;
    element.ariaValueNow = `${shown()}`;
    panel.style.width = `${shown()}px`;
  }

  element.onpointerdown = (event) => element.setPointerCapture(event.pointerId);
  element.onpointermove = (event) => {
    if (element.hasPointerCapture(event.pointerId)) set(innerWidth - MARGIN - event.clientX);
  };
  element.onlostpointercapture = () => settled(width);

  return {
    element,
    set,
    key(key) {
      const next = {
        ArrowLeft: shown() + STEP,
        ArrowRight: shown() - STEP,
        Home: MIN_WIDTH,
        End: widest(),
      }[key];
      if (next === undefined) return false;
      set(next);
      settled(width);
      return true;
    },
  };
}
