import { browser } from 'wxt/browser';
import { type CardShow, calendarPageAnswers } from '@/lib/platform/messages';
import { answer, send } from '@/lib/platform/messenger';
import { endContext, type PageContext } from '@/lib/platform/page-context';
import { CARD, readSetting, writeSetting } from '@/lib/platform/settings';
import type { CalendarPageAdapter, OpenEvent } from './adapter';
import { type Card, createCard, isDarkAt, removeOrphans } from './card';
import { followEvents } from './follow-events';

/** The name of this script's life in its page. */
export const CALENDAR_SCRIPT = 'calendar';

/** A page that keeps taking the card out does not want it there: then it has its peace until the next event. */
const MOST_RETURNS = 5;

/**
 * Stands in a calendar's page: sees which event is open, asks the background whether there is a card for it, and lays
 * the card's frame in. What the event is to the member never reaches this page.
 */
export function calendarPage(ctx: PageContext, adapter: CalendarPageAdapter): void {
  removeOrphans();
  let open: OpenEvent | null = null;
  let show: CardShow = 'nothing';
  let card: Card | null = null;
  let folded = false;
  let returns = 0;
  let question = 0;

  function drop(): void {
    card?.element.remove();
    card = null;
  }

  /** The card that stands for the event, in its place; a card of an earlier event never stays. */
  function draw(): void {
    if (!open || show === 'nothing') {
      drop();
      return;
    }
    if (!card) {
      card = createCard(browser.runtime.getURL('/event-card.html'), isDarkAt(open.place));
      returns = 0;
    }
    card.size(show, folded);
    if (card.element.parentNode === open.place || returns > MOST_RETURNS) return;
    returns += 1;
    if (open.at === 'start') open.place.prepend(card.element);
    else open.place.append(card.element);
  }

  async function opened(next: OpenEvent | null): Promise<void> {
    // Before the page is painted again: nobody sees one circle's card on another event.
    drop();
    show = 'nothing';
    open = next;
    const current = ++question;
    const [reply, setting] = await Promise.all([
      send('event.seen', { event: next?.event ?? null }),
      readSetting('card', CARD),
    ]);
    if (current !== question || ctx.signal.aborted || !reply.ok) return;
    show = reply.show;
    folded = setting.folded;
    draw();
  }

  const stopAnswering = answer(calendarPageAnswers, {
    'card.fold': (body) => {
      folded = body.folded;
      void writeSetting('card', { folded });
      draw();
      return { ok: true };
    },
    'card.show': (body) => {
      show = body.show;
      draw();
      return { ok: true };
    },
    'card.stop': ({ site }) => {
      if (site === adapter.site) endContext(CALENDAR_SCRIPT);
      return { ok: true };
    },
  });

  ctx.signal.addEventListener(
    'abort',
    () => {
      question += 1;
      stopAnswering();
      // Either the extension was updated under this page, or a newer instance stands here, or it was switched off.
      if (browser.runtime?.id === undefined) card?.outdate();
      else drop();
    },
    { once: true },
  );
  followEvents(
    ctx,
    adapter,
    (next) => void opened(next),
    (place) => {
      if (open) open = place;
      draw();
    },
  );
}
