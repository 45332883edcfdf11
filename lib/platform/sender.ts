import { browser } from 'wxt/browser';
import { CALENDAR_ORIGINS } from './calendar-origins.ts';
import { CALL_ORIGINS } from './call-origins.ts';

/** The part of the browser's message sender that is looked at. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

const isOurs = (sender: RawSender) => sender.id === browser.runtime.id;

/** A tab's own document on a call host. Its renderer runs the host's code too, so it may say little and hears less. */
export function fromCallPage(sender: RawSender): boolean {
  const { url, tab, frameId } = sender;
  const origins = Object.values(CALL_ORIGINS).flat();
  const isCall = origins.some((origin) => url?.startsWith(`${origin}/`));
  return isOurs(sender) && isCall && tab?.id !== undefined && frameId === 0;
}

/** A tab's own document of a calendar on the web; it too may say little and hears less. */
export function fromCalendarPage(sender: RawSender): boolean {
  const { url, tab, frameId } = sender;
  const origins = Object.values(CALENDAR_ORIGINS).flat();
  const isCalendar = origins.some((origin) => url?.startsWith(`${origin}/`));
  return isOurs(sender) && isCalendar && tab?.id !== undefined && frameId === 0;
}

/** A page of ours that stands in a tab. */
export function fromFrame(sender: RawSender): boolean {
  return fromExtensionPage(sender) && sender.tab?.id !== undefined;
}

/** Popup, home, side panel, or the frame in a call page. */
export function fromExtensionPage(sender: RawSender): boolean {
  return isOurs(sender) && (sender.url?.startsWith(browser.runtime.getURL('/')) ?? false);
}

/** The home page alone: what changes something in a calendar is asked for nowhere else. */
export function fromHomePage(sender: RawSender): boolean {
  const page = browser.runtime.getURL('/home.html');
  return isOurs(sender) && sender.url?.split(/[?#]/, 1)[0] === page;
}

/** The background, or a page of ours without a tab, which shares its origin and rights. */
export function fromBackground(sender: RawSender): boolean {
  return isOurs(sender) && !sender.tab;
}
