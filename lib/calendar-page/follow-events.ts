import type { PageContext } from '@/lib/platform/page-context';
import type { CalendarPageAdapter, OpenEvent } from './adapter';

/** How often the page is looked at, ms. */
const LOOK_MS = 1_000;
/** After a press: when details mostly are there, and when slow ones are, ms. */
const SOON_MS = [80, 300, 700];

/**
 * Tells `opened` about every change of the event that is open. Looks once a second while the page is visible, and
 * shortly after a press, since events are opened by pressing something; an observer of the whole page would run at
 * every change of a busy calendar. The open details alone are observed: a pop-up that goes on to another event in place
 * is seen before it is painted. `looked` runs after each look that found the same event still open.
 */
export function followEvents(
  ctx: PageContext,
  adapter: CalendarPageAdapter,
  opened: (event: OpenEvent | null) => void,
  looked: (event: OpenEvent) => void,
): void {
  const { signal } = ctx;
  let pressed: string | null = null;
  let now: OpenEvent | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const observer = new MutationObserver(look);

  function look(): void {
    if (!ctx.isValid) return;
    const next = adapter.read(document, pressed);
    const before = now;
    if (next?.place !== before?.place) observe(next);
    now = next;
    const isSame =
      before?.event.eventId === next?.event.eventId && before?.event.calendarId === next?.event.calendarId;
    if (!isSame) opened(next);
    else if (next) looked(next);
  }

  function observe(next: OpenEvent | null): void {
    observer.disconnect();
    for (const element of next?.watched ?? []) {
      observer.observe(element, { subtree: true, childList: true, attributeFilter: [adapter.changes] });
    }
  }

  function press({ target }: Event): void {
    if (!(target instanceof Element)) return;
    const meant = adapter.pressed(target);
    if (meant !== undefined && meant !== pressed) {
      pressed = meant;
      // What is still open belongs to the event before.
      if (now) opened(null);
      now = null;
    }
    for (const ms of SOON_MS) setTimeout(look, ms);
  }

  function follow(): void {
    clearInterval(timer);
    if (document.hidden || signal.aborted) return;
    timer = setInterval(look, LOOK_MS);
    look();
  }

  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
  });
  const options = { capture: true, signal };
  addEventListener('click', press, options);
  addEventListener('dblclick', press, options);
  addEventListener('keydown', (event) => /^(Enter| )$/.test(event.key) && press(event), options);
  document.addEventListener('visibilitychange', follow, { signal });
  follow();
}
