import { type Access, type AccountProblem, PROVIDERS, type Provider } from '../calendar/sync/provider.ts';
import {
  fromBackground,
  fromCalendarPage,
  fromCallPage,
  fromExtensionPage,
  fromFrame,
  fromHomePage,
  type RawSender,
} from './sender.ts';
import { has, isNothing, isOneOf, isText } from './shapes.ts';

/**
 * Everything our contexts say to each other, in one place. Each message says who speaks, who answers and why.
 * `lib/platform/messenger.ts` carries them, checks the sender and the shape, and turns silence into a value.
 *
 * The call page hears as little as it needs to draw the shell: never a circle's name, its id, or a person.
 */
export interface Protocol {
  /**
   * Call page → background, at every change of code, state or title: what is to be shown here?
   * `weekday` (in the member's language) is for "Is this Thursday circle?": the page can read it, so it says no more.
   * `call` counts this tab's calls: with another one the shell begins afresh.
   */
  'call.seen': {
    body: { host: CallPageHost; code: string | null; state: CallState; title: string | null };
    reply: { ok: true; call: number } & (
      | { show: 'circle' | 'launcher' | 'nothing' }
      | { show: 'ask'; weekday: string }
    );
  };
  /** Call page → background: the member answered "Is this Thursday circle?" with a real click. */
  'call.answer': {
    body: { yes: boolean };
    reply: { ok: true; call: number; show: 'circle' | 'launcher' } | { ok: false; reason: 'noCall' };
  };
  /**
   * Frame or side panel → background: which call and circle is my tab in? The side panel, which has no tab, says in
   * which window it stands, and hears about the tab in front there, or, where that has no call, about the one it heard
   * about before. All null where there is no call. `tabId` is what `sidebar.changed` will name.
   */
  'sidebar.context': {
    body: { windowId: number; before: number | null } | null;
    reply: { ok: true } & SidebarContext;
  };
  /**
   * Frame or side panel → background: the member says which circle this call is (null takes it back). Holds for
   * this call's code until the browser closes, in all tabs. `tabId`: of the call a panel shows.
   */
  'sidebar.choose': {
    body: { circleId: string | null; tabId: number | null };
    reply: { ok: true } | { ok: false; reason: 'noCall' };
  };
  /** Background → every frame and panel: ask `sidebar.context` again if `tabId` is yours (or if you have no tab). */
  'sidebar.changed': { body: { tabId: number }; reply: { ok: true } };
  /** Frame → background: fold the shell around me to its slim tab. Refused quietly where there is no shell. */
  'shell.collapse': { body: null; reply: { ok: true } | { ok: false; reason: 'noCall' } };
  /** Frame → background: take the shell away and leave the launcher. */
  'shell.close': { body: null; reply: { ok: true } | { ok: false; reason: 'noCall' } };
  /**
   * Frame or side panel → background: which names can be read in the call just now, and does the page show a mark that
   * it is recorded? Extras: the host shows few names, so a missing one says nothing, and no mark says nothing either.
   * `tabId`: of the call a panel shows.
   */
  'names.read': {
    body: { tabId: number | null };
    reply: ({ ok: true } & CallReadout) | { ok: false; reason: 'noCall' | 'unreadable' };
  };
  /**
   * Home page → background: let the member sign in. The leave for the service's hosts (`askForService`) must have been
   * asked for before. With an `accountId` that account is signed in again, or gets the right to write; signing in to
   * one that is known already renews it. The reply comes when its calendars are listed; their reading goes on by itself.
   */
  'account.connect': {
    body: { provider: Provider; access: Access; accountId: string | null };
    reply: { ok: true; accountId: string } | AccountFailure;
  };
  /**
   * Home page → background: read the lists of calendars and all ticked calendars now, of one account or of all. The
   * reply comes at the end; how it goes stands in the tables meanwhile, and so do the problems of single calendars.
   */
  'account.sync': { body: { accountId: string | null }; reply: { ok: true } | AccountFailure };
  /**
   * Home page → background: take the agendas out that were written through the account, give the leave back to the
   * service and forget the account, its calendars and events. Circles, decisions and contracts stay.
   */
  'account.disconnect': { body: { accountId: string }; reply: { ok: true } };
  /**
   * Home page → background: write a circle's agenda into its event in this calendar from now on. The right to write must
   * have been given before (`account.connect`). The reply comes after the first writing; how that went, and how it goes
   * from then on, stands in the circle's row. `elsewhere`: it is written through another calendar, to be ended first.
   */
  'enrich.on': {
    body: { circleId: string; calendarId: string; takeOver: boolean };
    reply: { ok: true } | { ok: false; reason: 'missing' | 'elsewhere' };
  };
  /** Home page → background: take it out again everywhere, or (`leave`) only stop minding what was written. */
  'enrich.off': { body: { circleId: string; leave: boolean }; reply: { ok: true } };
  /** Any page → background: something that stands in the event may have changed, of one circle or (null) of any. */
  'enrich.run': { body: { circleId: string | null }; reply: { ok: true } };
  /**
   * Calendar page → background, whenever another event is opened there or (null) none is: is there a card for it?
   * The answer is all that the page ever learns: no name, no circle's id, no contract.
   */
  'event.seen': { body: { event: PageEvent | null }; reply: { ok: true; show: CardShow } };
  /** Card's frame → background: which event is open in my tab? */
  'event.context': { body: null; reply: { ok: true; event: PageEvent | null } };
  /** Card's frame → background: fold the card to one line, or open it again. */
  'event.fold': { body: { folded: boolean }; reply: { ok: true } | { ok: false; reason: 'noCard' } };
  /** Card's frame → background: the member decided what this event is; ask again, and tell the page how to show it. */
  'event.again': { body: null; reply: { ok: true } | { ok: false; reason: 'noCard' } };
  /** Background → calendar page: the second half of `event.fold`. */
  'card.fold': { body: { folded: boolean }; reply: { ok: true } };
  /** Background → calendar page: the second half of `event.again`. */
  'card.show': { body: { show: CardShow }; reply: { ok: true } };
  /** Background → calendar page: the feature was switched off, or the browser took the page away from us: stop. */
  'card.stop': { body: { site: CalendarSite }; reply: { ok: true } };
  /** Background → call page: the second half of `shell.collapse`. */
  'page.collapse': { body: null; reply: { ok: true } };
  /** Background → call page: the second half of `shell.close`. */
  'page.close': { body: null; reply: { ok: true } };
  /** Background → call page: the host's pages were switched off, or the browser took them away from us: stop. */
  'page.stop': { body: null; reply: { ok: true } };
  /** Background → call page: the store was unlocked, so whose call it is can be told now: ask anew. */
  'page.again': { body: null; reply: { ok: true } };
  /** Background → call page: the second half of `names.read`. */
  'page.names': {
    body: null;
    reply: { ok: true } & CallReadout;
  };
}

/** What could be read in a call's page: no names where none could, `recording` where a mark of it was seen. */
export interface CallReadout {
  names: readonly string[];
  recording: boolean;
}

/** `code` is the service's own, for those who help; never a token, an address or a name. */
export interface AccountFailure {
  ok: false;
  reason: AccountProblem;
  code: string | null;
}

export type MessageKind = keyof Protocol;

export const CALL_PAGE_HOSTS = ['meet', 'teams'] as const;
/** Hosts with a call page we can stand beside; `CallHost` of the calendar knows more. */
export type CallPageHost = (typeof CALL_PAGE_HOSTS)[number];

export const CALL_STATES = ['outside', 'lobby', 'inCall', 'left'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const CALENDAR_SITES = ['google', 'outlook'] as const;
/** Calendars on the web in whose pages a card can stand. */
export type CalendarSite = (typeof CALENDAR_SITES)[number];

/** The event that a calendar's page shows, by the page's own ids; both are claims of that page. */
export interface PageEvent {
  site: CalendarSite;
  /** Google: the event's id as in its API (of one date of a series). Outlook: the Exchange item id. */
  eventId: string;
  /** Google only; '' where the page does not say. */
  calendarId: string;
}

export const CARD_SHOWS = ['circle', 'offer', 'nothing'] as const;
/** What stands in a calendar's page: the card of a circle, the question whether it is one, or nothing. */
export type CardShow = (typeof CARD_SHOWS)[number];

export interface SidebarContext {
  tabId: number | null;
  host: CallPageHost | null;
  /** As in `CallLink.code` of the calendar. */
  code: string | null;
  state: CallState;
  /** The host's title of the call, where it could be read. */
  title: string | null;
  circleId: string | null;
  /** The scheduled meeting of that circle that is on about now. */
  meetingId: string | null;
  /** How the circle was found; `time` only after the member said yes. */
  matched: 'code' | 'time' | 'chosen' | null;
}

/** Who may say a message, and in which shape. */
export interface Rule {
  from(sender: RawSender): boolean;
  /** Whether the body has the shape its type says; senders are never believed about it. */
  accepts(body: unknown): boolean;
}

const isTabOrNone = (value: unknown): boolean => value === null || Number.isInteger(value);

/** What the background answers. */
export const backgroundAnswers = {
  'call.seen': {
    from: fromCallPage,
    accepts: (body) =>
      has(body, 'host', (v) => isOneOf(CALL_PAGE_HOSTS, v)) &&
      has(body, 'code', (v) => v === null || isText(v, 200)) &&
      has(body, 'state', (v) => isOneOf(CALL_STATES, v)) &&
      has(body, 'title', (v) => v === null || isText(v, 5_000)),
  },
  'call.answer': { from: fromCallPage, accepts: (body) => has(body, 'yes', (v) => typeof v === 'boolean') },
  'sidebar.context': {
    from: fromExtensionPage,
    accepts: (body) =>
      isNothing(body) || (has(body, 'windowId', Number.isInteger) && has(body, 'before', isTabOrNone)),
  },
  'sidebar.choose': {
    from: fromExtensionPage,
    accepts: (body) =>
      has(body, 'circleId', (v) => v === null || isText(v, 200)) && has(body, 'tabId', isTabOrNone),
  },
  'shell.collapse': { from: fromExtensionPage, accepts: isNothing },
  'shell.close': { from: fromExtensionPage, accepts: isNothing },
  'names.read': { from: fromExtensionPage, accepts: (body) => has(body, 'tabId', isTabOrNone) },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What the background answers about accounts. */
export const accountAnswers = {
  'account.connect': {
    from: fromHomePage,
    accepts: (body) =>
      has(body, 'provider', (v) => isOneOf(PROVIDERS, v)) &&
      has(body, 'access', (v) => v === 'read' || v === 'write') &&
      has(body, 'accountId', (v) => v === null || isText(v, 200)),
  },
  'account.sync': {
    from: fromHomePage,
    accepts: (body) => has(body, 'accountId', (v) => v === null || isText(v, 200)),
  },
  'account.disconnect': {
    from: fromHomePage,
    accepts: (body) => has(body, 'accountId', (v) => isText(v, 200)),
  },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What the background answers about agendas in calendar events. */
export const enrichAnswers = {
  'enrich.on': {
    from: fromHomePage,
    accepts: (body) =>
      has(body, 'circleId', (v) => isText(v, 200)) &&
      has(body, 'calendarId', (v) => isText(v, 200)) &&
      has(body, 'takeOver', (v) => typeof v === 'boolean'),
  },
  'enrich.off': {
    from: fromHomePage,
    accepts: (body) =>
      has(body, 'circleId', (v) => isText(v, 200)) && has(body, 'leave', (v) => typeof v === 'boolean'),
  },
  'enrich.run': {
    from: fromExtensionPage,
    accepts: (body) => has(body, 'circleId', (v) => v === null || isText(v, 200)),
  },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What the background answers about events in a calendar's page. */
export const eventAnswers = {
  'event.seen': {
    from: fromCalendarPage,
    accepts: (body) => has(body, 'event', (v) => v === null || isPageEvent(v)),
  },
  'event.context': { from: fromFrame, accepts: isNothing },
  'event.fold': { from: fromFrame, accepts: (body) => has(body, 'folded', (v) => typeof v === 'boolean') },
  'event.again': { from: fromFrame, accepts: isNothing },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What frames and side panels answer. */
export const sidebarAnswers = {
  'sidebar.changed': { from: fromBackground, accepts: (body) => has(body, 'tabId', Number.isSafeInteger) },
} as const satisfies Partial<Record<MessageKind, Rule>>;

const toldByBackground = { from: fromBackground, accepts: isNothing } satisfies Rule;

/** What a call page answers. */
export const callPageAnswers = {
  'page.again': toldByBackground,
  'page.collapse': toldByBackground,
  'page.close': toldByBackground,
  'page.names': toldByBackground,
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What a call page answers that was registered at run time, besides. */
export const stoppableAnswers = {
  'page.stop': toldByBackground,
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What a calendar page answers. */
export const calendarPageAnswers = {
  'card.fold': {
    from: fromBackground,
    accepts: (body) => has(body, 'folded', (v) => typeof v === 'boolean'),
  },
  'card.show': { from: fromBackground, accepts: (body) => has(body, 'show', (v) => isOneOf(CARD_SHOWS, v)) },
  'card.stop': {
    from: fromBackground,
    accepts: (body) => has(body, 'site', (v) => isOneOf(CALENDAR_SITES, v)),
  },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** Ids are some 30 characters at Google and some 200 at Outlook. */
function isPageEvent(value: unknown): boolean {
  return (
    has(value, 'site', (v) => isOneOf(CALENDAR_SITES, v)) &&
    has(value, 'eventId', (v) => isText(v, 2_000)) &&
    has(value, 'calendarId', (v) => isText(v, 1_000))
  );
}
