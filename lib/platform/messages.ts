/**
 * Everything our contexts say to each other, in one place. Each message says who speaks, who answers and why.
 * `lib/platform/messenger.ts` carries them, checks the sender and the shape, and turns silence into a value.
 *
 * The call page hears as little as it needs to draw the shell: never a circle's name, its id, or a person.
 */
export interface Protocol {
  /**
   * Call page → background, at every change of code, state or title: what is to be shown here?
   * Weekday (ISO, Monday = 1) comes with `ask` only: "Is this Thursday circle?".
   */
  'call.seen': {
    body: { host: CallPageHost; code: string | null; state: CallState; title: string | null };
    reply: { ok: true; show: 'circle' | 'launcher' | 'nothing' } | { ok: true; show: 'ask'; weekday: number };
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
  /** Background → call page: the second half of `shell.collapse` and `shell.close`. */
  'page.shell': { body: { to: 'collapsed' | 'closed' }; reply: { ok: true } };
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

/** Addresses a call page may have. Each adapter's host names are among them (registry test). */
export const CALL_ORIGINS: readonly string[] = ['https://meet.google.com'];

interface Rule {
  from: 'callPage' | 'extensionPage' | 'background';
  /** Whether the body has the shape its type says; senders are never believed about it. */
  accepts(body: unknown): boolean;
}

export const rules: { readonly [K in MessageKind]: Rule } = {
  'call.seen': {
    from: 'callPage',
    accepts: (body) =>
      has(body, 'host', (v) => isOneOf(CALL_PAGE_HOSTS, v)) &&
      has(body, 'code', (v) => v === null || isText(v, 200)) &&
      has(body, 'state', (v) => isOneOf(CALL_STATES, v)) &&
      has(body, 'title', (v) => v === null || isText(v, 300)),
  },
  'call.answer': { from: 'callPage', accepts: (body) => has(body, 'yes', (v) => typeof v === 'boolean') },
  'sidebar.context': { from: 'extensionPage', accepts: isNothing },
  'sidebar.choose': {
    from: 'extensionPage',
    accepts: (body) => has(body, 'circleId', (v) => v === null || isText(v, 200)),
  },
  'sidebar.changed': {
    from: 'background',
    accepts: (body) => has(body, 'tabId', (v) => Number.isSafeInteger(v)),
  },
  'shell.collapse': { from: 'extensionPage', accepts: isNothing },
  'shell.close': { from: 'extensionPage', accepts: isNothing },
  'names.read': { from: 'extensionPage', accepts: isNothing },
  'page.shell': {
    from: 'background',
    accepts: (body) => has(body, 'to', (v) => v === 'collapsed' || v === 'closed'),
  },
  'page.names': { from: 'background', accepts: isNothing },
};

function has(body: unknown, key: string, accepts: (value: unknown) => boolean): boolean {
  return typeof body === 'object' && body !== null && accepts((body as Record<string, unknown>)[key]);
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
