import { microsoftClient } from '@/lib/calendar/microsoft/client.ts';

export const NOW = Date.UTC(2026, 10, 5, 17);
export const BASE = 'https://graph.microsoft.com/v1.0';
export const DELTA = `${BASE}/me/calendars/cal/calendarView/delta`;
export const FULL = { kind: 'full', from: NOW, to: NOW + 86_400_000, page: null } as const;
export const CHANGES = { kind: 'changes', token: `${DELTA}?$deltatoken=t1`, page: null } as const;

export interface Call {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}
export type Reply = (call: Call) => Response | Error | Promise<Response>;

/** A client over answers in turn; what was asked, how long it waited, and which tokens were renewed. */
export function clientOver(replies: Reply[], token: () => string = () => 'token') {
  const calls: Call[] = [];
  const waits: number[] = [];
  const renewals: boolean[] = [];
  const queue = [...replies];
  let at = NOW;
  const client = microsoftClient({
    now: () => at,
    async wait(ms) {
      waits.push(ms);
      at += ms;
    },
    tokens: {
      async token(options) {
        renewals.push(options?.renewed ?? false);
        return token();
      },
    },
    async fetch(input, init = {}) {
      const call: Call = {
        method: init.method ?? 'GET',
        url: new URL(String(input)),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      };
      calls.push(call);
      const reply = await queue.shift()?.(call);
      if (!reply) throw new Error(`nobody expected ${call.method} ${call.url}`);
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  return { client, calls, waits, renewals };
}

export const json =
  (body: unknown, status = 200, headers: HeadersInit = {}): Reply =>
  () =>
    Response.json(body, { status, headers });
export const failure = (status: number, code: string, headers: HeadersInit = {}) =>
  json({ error: { code, message: 'ada@uni.example' } }, status, headers);
export const lastPage = (value: unknown[], token = 't2') =>
  json({ value, '@odata.deltaLink': `${DELTA}?$deltatoken=${token}` });
export const nextPage = (value: unknown[]) => json({ value, '@odata.nextLink': `${DELTA}?$skiptoken=s1` });

export const moment = (text: string) => ({ dateTime: `${text}.0000000`, timeZone: 'UTC' });
export const master = (over: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  id: 'M',
  type: 'seriesMaster',
  iCalUId: 'uid-m',
  subject: 'Thursday circle',
  start: moment('2026-11-05T17:00:00'),
  end: moment('2026-11-05T18:00:00'),
  originalStartTimeZone: 'W. Europe Standard Time',
  isOrganizer: true,
  recurrence: {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
    range: { type: 'noEnd' },
  },
  ...over,
});
export const date = (id: string, day: string, over: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  id,
  type: 'occurrence',
  seriesMasterId: 'M',
  start: moment(`${day}T17:00:00`),
  end: moment(`${day}T18:00:00`),
  ...over,
});
