import type { CalendarPageAdapter } from '../adapter';
import { isSeen } from '../is-seen';
import { readEventId } from './event-id';
import { google } from './selectors';

/** Google Calendar in the browser: the pop-up of an event. */
export const googleAdapter: CalendarPageAdapter = {
  site: 'google',
  hostnames: ['calendar.google.com'],
  changes: google.eventId,
  pressed: () => undefined,
  read(page) {
    const detail = page.querySelector(google.detail);
    const place = detail?.closest(google.dialog) ?? detail?.querySelector(google.dialog);
    // A dialog that is put away for the next event stays in the page, unseen.
    if (!detail || !place || !isSeen(place)) return null;
    const ids = readEventId(detail.getAttribute(google.eventId) ?? '');
    return ids && { event: { site: 'google', ...ids }, place, at: 'end', watched: [detail, place] };
  },
};
