/** Which scopes (short, `https://www.googleapis.com/auth/` before them) let a token call a method; from the reference. */
const READ_EVENTS = [
  'calendar',
  'calendar.app.created',
  'calendar.events',
  'calendar.events.freebusy',
  'calendar.events.owned',
  'calendar.events.owned.readonly',
  'calendar.events.public.readonly',
  'calendar.events.readonly',
  'calendar.readonly',
] as const;
const WRITE_EVENTS = [
  'calendar',
  'calendar.app.created',
  'calendar.events',
  'calendar.events.owned',
] as const;

/** Mind `calendarList.list`: a scope for events alone does not give the list of calendars. */
export const METHOD_SCOPES = {
  'calendarList.list': [
    'calendar',
    'calendar.calendarlist',
    'calendar.calendarlist.readonly',
    'calendar.readonly',
  ],
  'calendars.get': [
    'calendar',
    'calendar.app.created',
    'calendar.calendars',
    'calendar.calendars.readonly',
    'calendar.readonly',
  ],
  'events.list': READ_EVENTS,
  'events.get': READ_EVENTS,
  'events.instances': READ_EVENTS,
  'events.insert': WRITE_EVENTS,
  'events.update': WRITE_EVENTS,
  'events.patch': WRITE_EVENTS,
  'events.delete': WRITE_EVENTS,
  'freebusy.query': ['calendar', 'calendar.events.freebusy', 'calendar.freebusy', 'calendar.readonly'],
} as const satisfies Record<string, readonly string[]>;
export type Method = keyof typeof METHOD_SCOPES;

/** Sign-in scopes, short and long; the token endpoint answers with the long form. */
const SIGN_IN: Record<string, string> = {
  openid: 'openid',
  email: 'https://www.googleapis.com/auth/userinfo.email',
  profile: 'https://www.googleapis.com/auth/userinfo.profile',
};

const AUTH = 'https://www.googleapis.com/auth/';
const KNOWN = new Set<string>([
  ...Object.values(SIGN_IN),
  ...Object.values(METHOD_SCOPES).flatMap((scopes) => scopes.map((scope) => `${AUTH}${scope}`)),
]);

/** The scopes of an address, in their long form; null when one is unknown. */
export function readScopes(text: string): string[] | null {
  const scopes = [
    ...new Set(
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((scope) => SIGN_IN[scope] ?? scope),
    ),
  ];
  return scopes.length > 0 && scopes.every((scope) => KNOWN.has(scope)) ? scopes : null;
}

export function isSignInScope(scope: string): boolean {
  return Object.values(SIGN_IN).includes(scope);
}
