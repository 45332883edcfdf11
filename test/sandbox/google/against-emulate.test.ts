import type { calendar_v3 } from '@googleapis/calendar';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, MONDAY } from './for-tests.ts';
import { googleStandIn } from './stand-in.ts';

/**
 * The same small story told to this stand-in and to `emulate`, which others wrote after the same references: what
 * counts has to be the same. It knows the code flow, and of the calendar the list, insert and delete; no more.
 */
const CLIENT = 'ours.apps.googleusercontent.com';
const SECRET = 'web-secret';
const BACK = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const SCOPE = 'openid email https://www.googleapis.com/auth/calendar';

type Send = (request: Request) => Promise<Response>;

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({
    service: 'google',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      google: {
        users: [{ email: ADA, name: 'Ada Lind' }],
        oauth_clients: [{ client_id: CLIENT, client_secret: SECRET, name: 'Ours', redirect_uris: [BACK] }],
      },
    },
  });
});
afterAll(() => emulator.close());

function ours(): Send {
  const { handle, control } = googleStandIn({ now: () => MONDAY });
  control.accounts.add({ email: ADA, name: 'Ada Lind' });
  control.clients.add({ id: CLIENT, redirectUris: [BACK], secret: SECRET });
  return handle;
}

/** The emulator has one host and other paths for the token. */
function theirs(): Send {
  return async (request) => {
    const url = new URL(request.url);
    const path = url.hostname === 'oauth2.googleapis.com' ? `/oauth2${url.pathname}` : url.pathname;
    const body = request.method === 'GET' || request.method === 'DELETE' ? null : await request.text();
    const base = emulator.url.replace('localhost', '127.0.0.1');
    return fetch(`${base}${path}${url.search}`, {
      method: request.method,
      headers: request.headers,
      body,
      redirect: 'manual',
    });
  };
}

const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function signInUrl(changes: Record<string, string> = {}): string {
  const asked = {
    client_id: CLIENT,
    redirect_uri: BACK,
    response_type: 'code',
    scope: SCOPE,
    state: 'a b&c',
  };
  return `https://accounts.google.com/o/oauth2/v2/auth?${new URLSearchParams({ ...asked, ...changes })}`;
}

/** Presses what belongs to Ada, then Allow, until the service leads back. */
async function signIn(send: Send): Promise<URL> {
  let answer = await send(new Request(signInUrl()));
  for (let page = 0; page < 3 && answer.status === 200; page++) {
    const html = await answer.text();
    const form =
      [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([one]) => one).find((one) => one.includes(ADA)) ?? '';
    const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, decoded(value)]));
    const button = /<button name="(\w+)" value="([^"]*)"/.exec(form);
    if (button) body.append(button[1] ?? '', decoded(button[2] ?? ''));
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    answer = await send(
      new Request(`https://accounts.google.com${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }),
    );
  }
  return new URL(answer.headers.get('location') ?? '');
}

async function redeem(send: Send, code: string, secret: string) {
  const body = {
    grant_type: 'authorization_code',
    code,
    client_id: CLIENT,
    client_secret: secret,
    redirect_uri: BACK,
  };
  const answer = await send(
    new Request('https://oauth2.googleapis.com/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body),
    }),
  );
  const json: Record<string, unknown> = await answer.json();
  return { status: answer.status, json };
}

/** What happens, without what the two are free to choose (ids, etags, words of errors). */
async function story(send: Send): Promise<unknown[]> {
  const told: unknown[] = [];
  const back = await signIn(send);
  told.push(['back', `${back.origin}${back.pathname}`, back.hash, back.searchParams.get('state')]);
  const code = back.searchParams.get('code') ?? '';
  const token = await redeem(send, code, SECRET);
  told.push(['token', token.status, token.json.token_type, typeof token.json.access_token]);
  const again = await redeem(send, code, SECRET);
  told.push(['the code again', again.status, again.json.error]);

  const call = async (method: string, path: string, body?: object) => {
    const answer = await send(
      new Request(`https://www.googleapis.com/calendar/v3/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token.json.access_token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    const text = await answer.text();
    return { status: answer.status, json: JSON.parse(text || '{}') };
  };
  const events = 'calendars/primary/events';
  const calendars = await call('GET', 'users/me/calendarList');
  const items: calendar_v3.Schema$CalendarListEntry[] = calendars.json.items;
  const primary = items.filter((one) => one.primary);
  told.push([
    'calendars',
    calendars.status,
    calendars.json.kind,
    primary.map((one) => [one.kind, one.accessRole]),
  ]);
  const made = await call('POST', events, {
    summary: 'Circle',
    description: 'Bring one goal',
    start: { dateTime: '2026-11-05T17:00:00Z' },
    end: { dateTime: '2026-11-05T18:00:00Z' },
    attendees: [{ email: 'bo@sandbox.test' }],
  });
  const view = (event: calendar_v3.Schema$Event | undefined) => [
    event?.kind,
    event?.status,
    event?.summary,
    event?.description,
    Date.parse(event?.start?.dateTime ?? ''),
    Date.parse(event?.end?.dateTime ?? ''),
    event?.attendees?.map(({ email }) => email),
  ];
  told.push(['made', made.status, view(made.json)]);
  const find = async (params: string) => {
    const { status, json } = await call('GET', `${events}?${params}`);
    const found: calendar_v3.Schema$Event[] = json.items;
    return [status, json.kind, found.filter(({ id }) => id === made.json.id).map(view)];
  };
  told.push(['listed', await find('')]);
  told.push(['in its hour', await find('timeMin=2026-11-05T17:30:00Z&timeMax=2026-11-05T19:00:00Z')]);
  told.push(['an hour later', await find('timeMin=2026-11-05T18:00:00Z&timeMax=2026-11-05T19:00:00Z')]);
  told.push(['without times', (await call('POST', events, { summary: 'x' })).status]);
  told.push(['deleted', (await call('DELETE', `${events}/${made.json.id}`)).status]);
  told.push(['listed no more', await find('')]);
  const missing = await call('DELETE', `${events}/neverseen`);
  told.push(['missing', missing.status, missing.json.error.code, missing.json.error.errors[0].reason]);
  return told;
}

describe('beside another emulator of Google', () => {
  test('consent, token, list, insert and delete come out the same', async () => {
    const [mine, other] = [await story(ours()), await story(theirs())];
    expect(mine).toEqual(other);
    expect(mine.map((line) => (Array.isArray(line) ? line[0] : line))).toHaveLength(12);
  });

  test('both stop at an unknown client, at another redirect, and at a wrong secret', async () => {
    for (const send of [ours(), theirs()]) {
      for (const [name, value] of Object.entries({ client_id: 'other', redirect_uri: 'https://x.org/' })) {
        const answer = await send(new Request(signInUrl({ [name]: value })));
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.headers.get('location')).toBeNull();
      }
      const code = (await signIn(send)).searchParams.get('code') ?? '';
      const wrong = await redeem(send, code, 'wrong');
      expect([wrong.status, wrong.json.error]).toEqual([401, 'invalid_client']);
    }
  });
});
