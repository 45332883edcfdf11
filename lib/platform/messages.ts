import { fromBackground, fromCallPage, fromExtensionPage, type RawSender } from './sender.ts';

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
   */
  'call.seen': {
    body: { host: CallPageHost; code: string | null; state: CallState; title: string | null };
    reply: { ok: true; show: 'circle' | 'launcher' | 'nothing' } | { ok: true; show: 'ask'; weekday: string };
  };
  /** Call page → background: the member answered "Is this Thursday circle?" with a real click. */
  'call.answer': {
    body: { yes: boolean };
    reply: { ok: true; show: 'circle' | 'launcher' } | { ok: false; reason: 'noCall' };
  };
  /**
   * Frame or side panel → background: which call and circle is my tab in? The side panel, which has no tab, hears
   * about the active one. All null where there is no call. `tabId` is what `sidebar.changed` will name.
   */
  'sidebar.context': { body: null; reply: { ok: true } & SidebarContext };
  /**
   * Frame or side panel → background: the member says which circle this call is (null takes it back). Holds for
   * this call's code until the browser closes, in all tabs.
   */
  'sidebar.choose': {
    body: { circleId: string | null };
    reply: { ok: true } | { ok: false; reason: 'noCall' };
  };
  /** Background → every frame and panel: ask `sidebar.context` again if `tabId` is yours (or if you have no tab). */
  'sidebar.changed': { body: { tabId: number }; reply: { ok: true } };
  /** Frame → background: fold the shell around me to its slim tab. Refused quietly where there is no shell. */
  'shell.collapse': { body: null; reply: { ok: true } | { ok: false; reason: 'noCall' } };
  /** Frame → background: take the shell away and leave the launcher. */
  'shell.close': { body: null; reply: { ok: true } | { ok: false; reason: 'noCall' } };
  /**
   * Frame or side panel → background: which names can be read in the call just now? An extra: the host shows few
   * of them, so a missing name says nothing.
   */
  'names.read': {
    body: null;
    reply: { ok: true; names: readonly string[] } | { ok: false; reason: 'noCall' | 'unreadable' };
  };
  /** Background → call page: the second half of `shell.collapse`. */
  'page.collapse': { body: null; reply: { ok: true } };
  /** Background → call page: the second half of `shell.close`. */
  'page.close': { body: null; reply: { ok: true } };
  /** Background → call page: the second half of `names.read`. */
  'page.names': {
    body: null;
    reply: { ok: true; names: readonly string[] } | { ok: false; reason: 'unreadable' };
  };
}

export type MessageKind = keyof Protocol;

export const CALL_PAGE_HOSTS = ['meet', 'teams'] as const;
/** Hosts with a call page we can stand beside; `CallHost` of the calendar knows more. */
export type CallPageHost = (typeof CALL_PAGE_HOSTS)[number];

export const CALL_STATES = ['outside', 'lobby', 'inCall', 'left'] as const;
export type CallState = (typeof CALL_STATES)[number];

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
  'sidebar.context': { from: fromExtensionPage, accepts: isNothing },
  'sidebar.choose': {
    from: fromExtensionPage,
    accepts: (body) => has(body, 'circleId', (v) => v === null || isText(v, 200)),
  },
  'shell.collapse': { from: fromExtensionPage, accepts: isNothing },
  'shell.close': { from: fromExtensionPage, accepts: isNothing },
  'names.read': { from: fromExtensionPage, accepts: isNothing },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What frames and side panels answer. */
export const sidebarAnswers = {
  'sidebar.changed': { from: fromBackground, accepts: (body) => has(body, 'tabId', Number.isSafeInteger) },
} as const satisfies Partial<Record<MessageKind, Rule>>;

/** What a call page answers. */
export const callPageAnswers = {
  'page.collapse': { from: fromBackground, accepts: isNothing },
  'page.close': { from: fromBackground, accepts: isNothing },
  'page.names': { from: fromBackground, accepts: isNothing },
} as const satisfies Partial<Record<MessageKind, Rule>>;

function has(body: unknown, key: string, accepts: (value: unknown) => boolean): boolean {
  return accepts((body as Record<string, unknown> | null | undefined)?.[key]);
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length <= longest;
}

/** Messages travel as JSON, which turns a missing body into null or leaves it out. */
function isNothing(body: unknown): boolean {
  return body === null || body === undefined;
}
