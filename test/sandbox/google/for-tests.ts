import type { calendar_v3 } from '@googleapis/calendar';
import type { ErrorBody } from './errors.ts';
import { type GoogleStandIn, googleStandIn } from './stand-in.ts';
import type { StandInOptions } from './world.ts';

export const MONDAY = Date.UTC(2026, 10, 2, 8);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ADA = 'ada@sandbox.test';
export const BO = 'bo@sandbox.test';
export const API = 'https://www.googleapis.com/calendar/v3';

type Body = calendar_v3.Schema$Events & calendar_v3.Schema$Event & ErrorBody;

export interface Sent {
  status: number;
  headers: Headers;
  /** Empty for an answer without a body. */
  json: Body;
}

export interface TestBed extends GoogleStandIn {
  /** Moves the time on, in ms. */
  pass(ms: number): void;
  /** Calls the Calendar API with a token; `path` after `/calendar/v3/`. */
  call(
    method: string,
    path: string,
    options?: {
      body?: object | undefined;
      params?: Record<string, string | readonly string[]>;
      token?: string;
      headers?: Record<string, string>;
    },
  ): Promise<Sent>;
  /** All pages of a list of the events of Ada's calendar. */
  listAll(params?: Record<string, string>): Promise<{ items: calendar_v3.Schema$Event[]; token: string }>;
}

/** A stand-in with two people; calls go out with Ada's token, which may do everything. */
export function testBed(options: Partial<StandInOptions> = {}): TestBed {
  let now = MONDAY;
  const standIn = googleStandIn({ now: () => now, sleep: async () => {}, ...options });
  standIn.control.accounts.add({ email: ADA, name: 'Ada Lind' });
  standIn.control.accounts.add({ email: BO, name: 'Bo Ek' });
  const all = standIn.control.tokens.issue(ADA, ['calendar']);
  const bed: TestBed = {
    ...standIn,
    pass(ms) {
      now += ms;
    },
    async call(method, path, { body, params = {}, token = all, headers = {} } = {}) {
      const url = new URL(`${API}/${path}`);
      for (const [name, value] of Object.entries(params))
        for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
      const answer = await standIn.handle(
        new Request(url, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body ? { 'content-type': 'application/json' } : {}),
            ...headers,
          },
          ...(body ? { body: JSON.stringify(body) } : {}),
        }),
      );
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, json: JSON.parse(text || '{}') };
    },
    async listAll(params = {}) {
      const items: calendar_v3.Schema$Event[] = [];
      let page: string | null | undefined;
      for (;;) {
        const { status, json } = await bed.call('GET', 'calendars/primary/events', {
          params: { ...params, ...(page ? { pageToken: page } : {}) },
        });
        if (status !== 200) throw new Error(`list: ${status} ${JSON.stringify(json)}`);
        items.push(...(json.items ?? []));
        page = json.nextPageToken;
        if (!page) return { items, token: json.nextSyncToken ?? '' };
      }
    },
  };
  return bed;
}

/** What an error answer says first. */
export function reasonOf({ json }: Sent): string {
  return json.error?.errors[0]?.reason ?? '';
}
