/** How long a button must have been in sight before a press on it counts, ms: nobody reads a question in less. */
export const SETTLED_MS = 300;
/** How often the browser looks whether something lies over it, ms; the least it allows. */
const DELAY_MS = 100;

/** What TypeScript's tables do not have yet (https://www.w3.org/TR/intersection-observer/#dom-intersectionobserver-trackvisibility). */
interface Watch extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
interface Seen extends IntersectionObserverEntry {
  /** Nothing over it, no see-through, no distortion, up to the top page. Firefox (153) does not know. */
  readonly isVisible?: boolean;
}

/** Whether a button is in sight, and since when, in the page's own ms; null: nobody has looked yet. */
export type InSight = { readonly isSeen: boolean; readonly since: number } | null;

/**
 * Whether a press counts: one by keyboard or an assistive tool always, one by a pointer on what has been in sight for a
 * while. `unseen`: it is covered. `early`: neither for long; a double click, say.
 */
export function judgePress(
  sight: InSight,
  press: { readonly detail: number; readonly timeStamp: number },
): 'counts' | 'early' | 'unseen' {
  if (press.detail === 0) return 'counts';
  if (!sight || press.timeStamp - sight.since < SETTLED_MS) return 'early';
  return sight.isSeen ? 'counts' : 'unseen';
}

/** Whether we are a frame in somebody else's page, which may lay things over us or make us see-through. */
export function isInOthersPage(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}

/** Watches an element, and tells what is new about its being in sight. @returns how to stop. */
export function watchSight(element: Element, tell: (sight: InSight) => void): () => void {
  let before: boolean | undefined;
  const how: Watch = { threshold: [0, 1], trackVisibility: true, delay: DELAY_MS };
  const observer = new IntersectionObserver((all) => {
    const last: Seen | undefined = all.at(-1);
    if (!last) return;
    const isSeen = last.isVisible ?? last.isIntersecting;
    if (before !== isSeen) tell({ isSeen, since: last.time });
    before = isSeen;
  }, how);
  observer.observe(element);
  return () => observer.disconnect();
}
