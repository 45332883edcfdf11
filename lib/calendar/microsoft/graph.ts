import { Client } from '@microsoft/microsoft-graph-client';
import type { Problem } from '../sync/provider.ts';
import { type Door, GraphDoor, GraphRefusal } from './graph-door.ts';
import { type Json, objectOf } from './json.ts';

export type Answer =
  | { ok: true; body: Json }
  /** `status` as Graph gave it, 0 when there was no answer. */
  | { ok: false; status: number; problem: Problem };

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `$select`, `$expand` and the like; values are sent as they are. */
  query?: Readonly<Record<string, string>>;
  /** The parts of the `Prefer` header, beside those that every request carries. */
  prefer?: readonly string[];
  ifMatch?: string;
  body?: Json;
  signal?: AbortSignal | undefined;
}

/** Times in UTC, and ids that stay when an event moves to another calendar. */
const PREFER = ['outlook.timezone="UTC"', 'IdType="ImmutableId"'] as const;

export type Graph = (pathOrLink: string, ask?: Ask) => Promise<Answer>;

/** Asks Graph through Microsoft's client: a path below `/v1.0`, or a link that Graph gave. Never throws but for bugs. */
export function openGraph(door: Door): Graph {
  const client = Client.initWithMiddleware({ middleware: new GraphDoor(door), defaultVersion: 'v1.0' });
  return async (path, ask = {}) => {
    try {
      const request = client.api(path).header('Prefer', [...PREFER, ...(ask.prefer ?? [])].join(', '));
      if (ask.query) request.query({ ...ask.query });
      if (ask.ifMatch !== undefined) request.header('If-Match', ask.ifMatch);
      if (ask.signal) request.option('signal', ask.signal);
      const answer: unknown = await send();
      return { ok: true, body: objectOf(answer) };

      function send(): Promise<unknown> {
        switch (ask.method) {
          case 'POST':
            return request.post(ask.body ?? {});
          case 'PATCH':
            return request.patch(ask.body ?? {});
          case 'DELETE':
            return request.delete();
          default:
            return request.get();
        }
      }
    } catch (error) {
      if (error instanceof GraphRefusal) return { ok: false, status: error.status, problem: error.problem };
      // The client wraps what it could not read into an error of its own with the status of the answer.
      if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) >= 200) {
        // Its `code` is the name of what happened: no JSON, or the line broke while the answer was still coming.
        const isWhole = 'code' in error && error.code === 'SyntaxError';
        const problem: Problem = isWhole
          ? { ok: false, reason: 'server', code: 'unreadable' }
          : { ok: false, reason: 'offline' };
        return { ok: false, status: 0, problem };
      }
      throw error;
    }
  };
}

/** The path of a calendar, or of one event in it. Ids hold characters that mean something in an address. */
export function calendarPath(calendarId: string, eventId?: string): string {
  const calendar = `/me/calendars/${encodeURIComponent(calendarId)}`;
  return eventId === undefined ? calendar : `${calendar}/events/${encodeURIComponent(eventId)}`;
}
