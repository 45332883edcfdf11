import type { CardShow, eventAnswers, PageEvent } from '@/lib/platform/messages';
import type { Handlers } from '@/lib/platform/messenger';
import type { EventBook } from './event-book';

export interface EventBackgroundWorld {
  book: EventBook;
  /** `storage.session`: worker memory is never the truth. */
  session: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
  };
  page: {
    fold(tabId: number, folded: boolean): Promise<{ ok: boolean }>;
    show(tabId: number, show: CardShow): Promise<{ ok: boolean }>;
  };
}

/**
 * The background's side of calendar pages: remembers which event each tab shows, for the card's frame to ask, and
 * answers the page with no more than whether there is a card. `forget` is for a closed tab.
 */
export function eventBackground(world: EventBackgroundWorld): {
  handlers: Handlers<keyof typeof eventAnswers>;
  forget(tabId: number): Promise<void>;
} {
  const keyOf = (tabId: number) => `event.tab.${tabId}`;
  const eventOf = async (tabId: number) =>
    ((await world.session.get(keyOf(tabId)))[keyOf(tabId)] as PageEvent | undefined) ?? null;
  const forget = (tabId: number) => world.session.remove(keyOf(tabId));
  const done = async (told: Promise<{ ok: boolean }>) =>
    (await told).ok ? ({ ok: true } as const) : ({ ok: false, reason: 'noCard' } as const);

  return {
    forget,
    handlers: {
      // `answer` lets calendar pages and frames through only with a tab.
      async 'event.seen'({ event }, { tabId }) {
        const tab = tabId ?? -1;
        if (!event) {
          await forget(tab);
          return { ok: true, show: 'nothing' };
        }
        // No more than what was asked for: the page may have added to it.
        const { site, eventId, calendarId } = event;
        await world.session.set({ [keyOf(tab)]: { site, eventId, calendarId } });
        return { ok: true, show: await world.book.show(event) };
      },
      'event.context': async (_, { tabId }) => ({ ok: true, event: await eventOf(tabId ?? -1) }),
      'event.fold': ({ folded }, { tabId }) => done(world.page.fold(tabId ?? -1, folded)),
      async 'event.again'(_, { tabId }) {
        const event = await eventOf(tabId ?? -1);
        return done(world.page.show(tabId ?? -1, event ? await world.book.show(event) : 'nothing'));
      },
    },
  };
}
