import type { CardShow, PageEvent } from '@/lib/platform/messages';

/** What the calendar page needs to know about events: an argument of the background, so that no store is needed here. */
export interface EventBook {
  /** Whether there is a card for the event, and which. */
  show(event: PageEvent): Promise<CardShow>;
}
