import { googleClient } from '../../lib/calendar/google/google-client.ts';
import type { CalendarClient, SignInWorld } from '../../lib/calendar/sync/provider.ts';
import { type GoogleStandIn, googleStandIn } from '../sandbox/google/stand-in.ts';

export const CLIENT = 'circlekeeper.apps.googleusercontent.com';
export const ANNA = 'anna@example.org';
export const BEN = 'ben@example.org';
export const DAY = 86_400_000;
/** A Thursday at 18:00 in Berlin, where both live. */
export const START = Date.UTC(2026, 10, 5, 17);
const REDIRECT = 'https://ellbeliiigmjdlmfhifnohigaaeiihch.chromiumapp.org/';

export interface GoogleTown {
  control: GoogleStandIn['control'];
  /** UTC ms; moves when told to. */
  now: number;
  /** Somebody at Google's pages: chooses an account (Anna's), leaves out rights, and allows or denies. */
  person(does?: { account?: string; leavesOut?: string; denies?: boolean }): SignInWorld;
  clientWith(accessToken: string): CalendarClient;
  /** A client of Anna's account, or of another, that may only read. */
  reading(email?: string): CalendarClient;
  writing(email?: string): CalendarClient;
}

/** The stand-in for Google with two people in it, both signed in in the browser. */
export function googleTown(): GoogleTown {
  const google = googleStandIn({ now: () => town.now });
  google.control.accounts.add({ email: ANNA, name: 'Anna Lund', sub: '1001' });
  google.control.accounts.add({ email: BEN, name: 'Ben', sub: '1002' });
  google.control.clients.add({ id: CLIENT, redirectUris: [REDIRECT] });
  const fetch: typeof globalThis.fetch = (input, init) => google.handle(new Request(input, init));
  const issued = (email: string, scopes: readonly string[]) =>
    town.clientWith(google.control.tokens.issue(email, scopes));
  const town: GoogleTown = {
    control: google.control,
    now: START,
    person: (does = {}) => ({
      now: () => town.now,
      redirectUrl: REDIRECT,
      fetch,
      async openWindow(url, { interactive }) {
        let answer = await google.handle(new Request(url));
        while (answer.status === 200 && interactive) {
          const form = pressed(await answer.text(), does);
          if (!form) return null;
          answer = await google.handle(new Request(form.to, { method: 'POST', body: form.body }));
        }
        return answer.headers.get('location');
      },
    }),
    clientWith: (accessToken) =>
      googleClient({
        now: () => town.now,
        zone: 'Europe/Berlin',
        random: () => 0.5,
        wait: async () => {},
        tokens: { token: async () => accessToken },
        fetch,
      }),
    reading: (email = ANNA) => issued(email, ['calendar.events.readonly', 'calendar.calendarlist.readonly']),
    writing: (email = ANNA) => issued(email, ['calendar.events']),
  };
  return town;
}

/** What a page's form sends when it is filled in and its button is pressed; null for a page without one. */
function pressed(
  page: string,
  does: { account?: string; leavesOut?: string; denies?: boolean },
): { to: URL; body: URLSearchParams } | null {
  const action = /action="([^"]+)"/.exec(page)?.[1];
  if (!action) return null;
  const body = new URLSearchParams();
  for (const [input] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? '';
    const value = (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&amp;', '&');
    if (!(does.leavesOut && value.endsWith(does.leavesOut))) body.append(name, value);
  }
  if (action.endsWith('chooser')) body.set('account', does.account ?? ANNA);
  else body.set('answer', does.denies ? 'deny' : 'allow');
  return { to: new URL(action, 'https://accounts.google.com'), body };
}
