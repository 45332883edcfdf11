import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { calendar_v3 } from '@googleapis/calendar';
import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { googleClient } from '../../lib/calendar/google/google-client.ts';
import type { Cursor } from '../../lib/calendar/sync/provider.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { buildWorker, extensionOf } from './google-in-worker/build-worker.ts';

/** What `worker.ts` puts there. */
interface InWorker {
  calendar: typeof import('@googleapis/calendar').calendar;
  OAuth2Client: typeof import('google-auth-library').OAuth2Client;
  googleClient: typeof googleClient;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

const HOST = 'www.googleapis.com';
const CHANGES: Cursor = { kind: 'changes', token: 't', page: null };

let sandbox: Sandbox;
let rig: Rig;
let worker: Worker;
let script: string;
let folder: string;
let asked: Asked[] = [];
let answer: (one: Asked, count: number) => Response;

beforeAll(async () => {
  script = await buildWorker();
  folder = await extensionOf(script);
  sandbox = await startSandbox();
  sandbox.mount(HOST, async (request) => {
    const url = new URL(request.url);
    const one: Asked = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await request.text(),
    };
    asked.push(one);
    return answer(one, asked.length);
  });
  rig = await launch({ port: sandbox.port, extensionDir: folder });
  worker = await rig.worker();
});
afterAll(async () => {
  await rig?.close();
  await sandbox?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const refuse = (status: number, reason: string, headers: Record<string, string> = {}) =>
  json({ error: { code: status, message: reason, errors: [{ domain: 'global', reason }] } }, status, headers);

/** One call of Google's client as it is, with its own `OAuth2Client`; what it throws comes back by its status. */
function bare(
  method: 'list' | 'get' | 'insert' | 'patch' | 'delete',
  params: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; data: unknown }> {
  return worker.evaluate(
    async (given) => {
      const { calendar, OAuth2Client } = globalThis as unknown as InWorker;
      const auth = new OAuth2Client({ useAuthRequestParameters: false });
      auth.setCredentials({ access_token: 'bare' });
      const api = calendar({ version: 'v3', auth, fetchImplementation: fetch, retry: false });
      try {
        const call = api.events[given.method] as (
          params: object,
          options: object,
        ) => Promise<{ status: number; data: unknown }>;
        const { status, data } = await call.call(api.events, given.params, { headers: given.headers });
        return { status, data: data ?? null };
      } catch (error) {
        const { status } = error as { status?: number };
        if (status === undefined) throw error;
        return { status, data: null };
      }
    },
    { method, params, headers },
  );
}

/** One page through our own client. Its waits are noted, and the token is another after a renewal. */
function page(
  cursor: Cursor,
): Promise<{ answer: { ok: boolean; reason?: string }; waits: number[]; renewals: boolean[] }> {
  return worker.evaluate(async (given) => {
    const waits: number[] = [];
    const renewals: boolean[] = [];
    const google = (globalThis as unknown as InWorker).googleClient({
      fetch,
      now: () => Date.now(),
      random: () => 0.5,
      wait: async (ms) => void waits.push(ms),
      tokens: {
        async token({ renewed } = { renewed: false }) {
          renewals.push(renewed);
          return renewed ? 'second' : 'first';
        },
      },
    });
    return { answer: await google.page('anna@example.org', given), waits, renewals };
  }, cursor);
}

describe('Google’s client in a background worker', () => {
  it('leaves the worker as it is: no window, no process', async () => {
    expect(
      await worker.evaluate(() => [typeof window, 'window' in globalThis, 'process' in globalThis]),
    ).toEqual(['undefined', false, false]);
    expect(script).not.toMatch(/\brequire\(["']/);
  });

  it('is small: 69 kB (18 packed) when this was written, where all of Google’s sign-in is three times that', async () => {
    const alone = await buildWorker(join(import.meta.dirname, 'google-in-worker/google-alone.ts'));
    expect(alone.length).toBeLessThan(75_000);
    expect(gzipSync(alone).length).toBeLessThan(20_000);
  });

  it('reads three pages', async () => {
    answer = ({ query }) => {
      const at = Number(query.get('pageToken') ?? '1');
      const next = at < 3 ? { nextPageToken: String(at + 1) } : { nextSyncToken: 'end' };
      return json({ items: [{ id: `event${at}` }], ...next });
    };
    const ids: unknown[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await bare('list', { calendarId: 'primary', ...(pageToken ? { pageToken } : {}) });
      const { items, nextPageToken } = data as calendar_v3.Schema$Events;
      ids.push(...(items ?? []).map(({ id }) => id));
      pageToken = nextPageToken ?? undefined;
    } while (pageToken);
    expect(ids).toEqual(['event1', 'event2', 'event3']);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(Array(3).fill('Bearer bare'));
  });

  it('repeats a parameter that is a list, and says spaces and signs rightly', async () => {
    answer = () => json({ items: [] });
    const privateExtendedProperty = ['circlekeeper=a b', 'kind=+&'];
    await bare('list', { calendarId: 'a#b@group.calendar.google.com', privateExtendedProperty });
    expect(asked[0]?.query.getAll('privateExtendedProperty')).toEqual(privateExtendedProperty);
    expect(asked[0]?.path).toBe('/calendar/v3/calendars/a%23b%40group.calendar.google.com/events');
  });

  it('inserts, and sends what it was given', async () => {
    answer = ({ body }) => json({ ...JSON.parse(body), id: 'made', etag: '"1"' });
    const requestBody = { summary: 'Donnerstagskreis – 18 Uhr', start: { date: '2026-11-05' } };
    expect(await bare('insert', { calendarId: 'primary', requestBody })).toEqual({
      status: 200,
      data: { ...requestBody, id: 'made', etag: '"1"' },
    });
    expect(asked[0]?.method).toBe('POST');
  });

  it('says that a sync token is gone, an etag is stale, and that nothing changed', async () => {
    answer = () => refuse(410, 'fullSyncRequired');
    expect((await bare('list', { calendarId: 'primary', syncToken: 'old' })).status).toBe(410);
    answer = ({ headers }) => (headers.get('if-match') === '"1"' ? refuse(412, 'conditionNotMet') : json({}));
    const patch = { calendarId: 'primary', eventId: 'e', requestBody: { description: 'x' } };
    expect((await bare('patch', patch, { 'If-Match': '"1"' })).status).toBe(412);
    answer = ({ headers }) =>
      new Response(null, { status: headers.get('if-none-match') === '"1"' ? 304 : 200 });
    const get = { calendarId: 'primary', eventId: 'e' };
    expect((await bare('get', get, { 'If-None-Match': '"1"' })).status).toBe(304);
  });

  it('deletes', async () => {
    answer = () => new Response(null, { status: 204 });
    expect((await bare('delete', { calendarId: 'primary', eventId: 'e' })).status).toBe(204);
    expect(asked[0]?.method).toBe('DELETE');
  });

  it('waits as long as a 429 asks for, and goes on', async () => {
    answer = (_, count) =>
      count === 1 ? refuse(429, 'rateLimitExceeded', { 'retry-after': '3' }) : json({ nextSyncToken: 'n' });
    const { answer: read, waits } = await page(CHANGES);
    expect(read).toMatchObject({ ok: true, next: { token: 'n' } });
    expect(waits).toEqual([3250]);
  });

  it('asks again at a 403 that only means too many at once', async () => {
    answer = (_, count) => (count < 3 ? refuse(403, 'rateLimitExceeded') : json({ nextSyncToken: 'n' }));
    const { answer: read, waits } = await page(CHANGES);
    expect(read.ok).toBe(true);
    expect(waits).toEqual([1000, 2000]);
    expect(asked).toHaveLength(3);
  });

  it('renews a token that is not taken, once', async () => {
    answer = ({ headers }) =>
      headers.get('authorization') === 'Bearer second'
        ? json({ nextSyncToken: 'n' })
        : refuse(401, 'authError');
    expect(await page(CHANGES)).toMatchObject({ answer: { ok: true }, renewals: [false, true] });
    asked = [];
    answer = () => refuse(401, 'authError');
    expect((await page(CHANGES)).answer).toMatchObject({ ok: false, reason: 'revoked' });
    expect(asked).toHaveLength(2);
  });

  it('is gone at a 410 and offline at a broken line', async () => {
    answer = () => refuse(410, 'fullSyncRequired');
    expect((await page(CHANGES)).answer).toEqual({ ok: false, reason: 'gone' });
    answer = () => {
      throw new Error('the line breaks');
    };
    expect((await page(CHANGES)).answer).toEqual({ ok: false, reason: 'offline' });
  });

  it('sends no word about this computer that the browser does not send by itself', async () => {
    answer = () => json({ nextSyncToken: 'n' });
    await page(CHANGES);
    const said = [...(asked[0]?.headers.keys() ?? [])].filter((name) => name.startsWith('x-'));
    expect(said).toEqual([]);
    expect(asked[0]?.headers.get('user-agent')).not.toMatch(/google-api|node/i);
    expect(asked[0]?.headers.has('cookie')).toBe(false);
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
  });
});
