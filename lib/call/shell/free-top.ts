/** Whatever of the host's a member may want to press. */
const CONTROL = 'button,a[href],input,select,textarea,[role=button],[role=tab]';

/** Where the first place is, CSS px from the top: below what hosts put into their upper corners. */
const FIRST = 96;
const STEP = 56;
/** Distance of two samples, CSS px; controls smaller than this do not occur. */
const SAMPLE = 20;

/**
 * The first place down the window's right edge, CSS px from the top, where a box of that size covers no control of
 * the host. Hit tests only: cheap while layout is clean.
 */
export function freeTop(box: DOMRect, bottomBar: number, own: Element): number {
  const lowest = innerHeight - bottomBar - box.height - 8;
  for (let top = FIRST; top <= lowest; top += STEP) {
    if (isFree(top, box, own)) return top;
  }
  return Math.min(FIRST, lowest);
}

function isFree(top: number, { width, height }: DOMRect, own: Element): boolean {
  for (let x = innerWidth - width; x < innerWidth; x += SAMPLE) {
    for (let y = top; y < top + height; y += SAMPLE) {
      const below = document.elementsFromPoint(x, y).find((element) => element !== own);
      if (below?.closest(CONTROL)) return false;
    }
  }
  return true;
}
