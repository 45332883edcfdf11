import type { CalendarClient, TokenSource } from '../sync/provider.ts';
import { calendarList } from './calendars.ts';
import { deltaReader } from './delta.ts';
import { Gate } from './gate.ts';
import { openGraph } from './graph.ts';
import { nextInstance } from './next-instance.ts';
import { readWritable, writer } from './writing.ts';

export interface MicrosoftWorld {
  fetch: typeof fetch;
  tokens: TokenSource;
  /** UTC ms. */
  now(): number;
  /** Waits that Graph asks for, at most some 20 s; a timer unless a test brings its own. */
  wait?(ms: number, signal?: AbortSignal): Promise<void>;
  /** Exchange counts requests by mailbox; by default all clients here share one gate, which keeps each within bounds. */
  gate?: Gate;
}

const SHARED = new Gate();

/** The calendars of one account at Microsoft 365 or outlook.com, through Microsoft Graph. */
export function microsoftClient(world: MicrosoftWorld): CalendarClient {
  const graph = openGraph({
    fetch: world.fetch,
    tokens: world.tokens,
    now: () => world.now(),
    wait: (ms, signal) => (world.wait ? world.wait(ms, signal) : sleep(ms, signal)),
    gate: world.gate ?? SHARED,
  });
  return {
    dates: 'listed',
    calendars: calendarList(graph),
    page: deltaReader(graph, () => world.now()),
    read: (calendarId, eventId) => readWritable(graph, calendarId, eventId),
    write: writer(graph),
    nextInstance: nextInstance(graph),
  };
}

/** Resolves after `ms`, or at once when told to stop. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}
