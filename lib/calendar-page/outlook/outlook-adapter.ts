import type { CalendarPageAdapter } from '../adapter';
import { isSeen } from '../is-seen';
import { outlook } from './selectors';

/** Outlook's calendar on the web: the small look at an event, and its form. */
export const outlookAdapter: CalendarPageAdapter = {
  site: 'outlook',
  hostnames: ['outlook.office.com', 'outlook.office365.com', 'outlook.live.com', 'outlook.cloud.microsoft'],
  changes: outlook.itemId,
  pressed(target) {
    const tile = target.closest(outlook.tile);
    if (tile) return tile.getAttribute(outlook.itemId) || null;
    // From the small look one goes on to the form of the same event; from anywhere else to anything.
    return target.closest(`${outlook.peek},${outlook.form}`) ? undefined : null;
  },
  read(page, pressed) {
    if (pressed === null) return null;
    const form = seen(page, outlook.form);
    const place = form ?? seen(page, outlook.peek);
    if (!place) return null;
    const event = { site: 'outlook', eventId: pressed, calendarId: '' } as const;
    return { event, place, at: form ? 'start' : 'end', watched: [] };
  },
};

function seen(page: ParentNode, selector: string): Element | null {
  const found = page.querySelector(selector);
  return found && isSeen(found) ? found : null;
}
