import { googleClient } from '../../lib/calendar/google/google-client.ts';
import type { Cursor } from '../../lib/calendar/sync/provider.ts';

/** UTC ms of the one moment these tests take place. */
export const NOW = Date.UTC(2026, 10, 5, 17);
export const FULL: Cursor = { kind: 'full', from: NOW, to: NOW + 400 * 86_400_000, page: null };
export const CHANGES: Cursor = { kind: 'changes', token: 'CPj=', page: null };
/** A page of a calendar in which nothing changed. */
export const EMPTY = { accessRole: 'owner', items: [], nextSyncToken: 'CPk=' };

/** One request as Google would see it. */
export interface Asked {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}
type Answer = (asked: Asked, count: number) => Response | Promise<Response>;

/** A client of Google whose requests `answer` answers; waits pass at once and are noted. */
export function clientOf(answer: Answer, tokens = ['first', 'second']) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const renewals: boolean[] = [];
  const made = googleClient({
    now: () => NOW,
    zone: 'Europe/Berlin',
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    tokens: {
      async token({ renewed } = { renewed: false }) {
        renewals.push(renewed);
        return tokens[renewed ? 1 : 0] ?? '';
      },
    },
    async fetch(input, init = {}) {
      const one: Asked = {
        method: init.method ?? 'GET',
        url: new URL(String(input)),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      };
      asked.push(one);
      return answer(one, asked.length);
    },
  });
  return { client: made, asked, waits, renewals };
}

/** An error as Google words it. */
export function refuse(status: number, reason: string, headers: Record<string, string> = {}): Response {
  const error = { code: status, message: reason, errors: [{ domain: 'global', reason, message: reason }] };
  return Response.json({ error }, { status, headers });
}

/** A single event as Google sends it. */
export const event = (id: string, more: object = {}) => ({
  id,
  etag: `"${id}"`,
  status: 'confirmed',
  summary: id,
  start: { dateTime: '2026-11-05T18:00:00+01:00' },
  end: { dateTime: '2026-11-05T19:00:00+01:00' },
  organizer: { email: 'anna@example.org', self: true },
  ...more,
});

/** A master as Google sends it. */
export const master = {
  id: 'c1rcle',
  etag: '"3180000000000000"',
  status: 'confirmed',
  iCalUID: 'c1rcle@google.com',
  summary: 'Thursday circle',
  start: { dateTime: '2026-11-05T18:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-11-05T19:30:00+01:00', timeZone: 'Europe/Berlin' },
  recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'EXDATE;TZID=Europe/Berlin:20261203T180000'],
  organizer: { email: 'anna@example.org', displayName: 'Anna Lund', self: true },
  attendees: [
    { email: 'Anna@example.org', responseStatus: 'needsAction', self: true, organizer: true },
    { email: 'ben@example.org', displayName: 'Ben', responseStatus: 'accepted' },
    {
      email: 'c_188@resource.calendar.google.com',
      displayName: 'Room 4',
      resource: true,
      responseStatus: 'accepted',
    },
  ],
  eventType: 'default',
};
