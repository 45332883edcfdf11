import type { CalendarSite, PageEvent } from '@/lib/platform/messages';

/**
 * What one calendar's page tells about the event it shows. Everything here is a reading of somebody else's page, which
 * may be another one tomorrow: whatever does not fit is null, and then nothing of ours is in the page.
 */
export interface CalendarPageAdapter {
  readonly site: CalendarSite;
  /** Host names whose pages this adapter reads, without a port. */
  readonly hostnames: readonly string[];
  /** The attribute that changes in what is `watched`; others are not looked at. */
  readonly changes: string;
  /**
   * What a press on `target` says about which event is meant: its id, null when it is about something else, undefined
   * when it says nothing new. For pages whose details do not name their event.
   */
  pressed(target: Element): string | null | undefined;
  /** The event that is open, and where its card goes; null without one. A few cheap queries, once a second. */
  read(page: ParentNode, pressed: string | null): OpenEvent | null;
}

export interface OpenEvent {
  event: PageEvent;
  /** The card becomes a direct child of this. */
  place: Element;
  /** At its end, or before all that is in it. */
  at: 'start' | 'end';
  /** Looked into for changes: here the page may go on to another event in the same place. */
  watched: readonly Element[];
}
