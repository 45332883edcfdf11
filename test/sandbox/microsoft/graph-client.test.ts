import { Client, GraphError, type PageCollection, PageIterator } from '@microsoft/microsoft-graph-client';
import type { Event } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { ANA, DAY, type Given, given, HOUR, TUESDAY, WINDOW } from './test-world.ts';

/** Microsoft's own client over the stand-in, nothing else between them. */
function clientOf({ service, control }: Given): Client {
  const own = control.tokens.issue(ANA);
  return Client.initWithMiddleware({
    middleware: {
      async execute(context) {
        const { body, method, headers } = context.options ?? {};
        const request = new Request(String(context.request), {
          method: method ?? 'GET',
          headers: new Headers(headers as Record<string, string>),
          body: body ?? null,
        });
        request.headers.set('authorization', `Bearer ${own}`);
        context.response = await service.handle(request);
      },
    },
  });
}

async function failure(work: Promise<unknown>): Promise<GraphError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe("Microsoft's own client", () => {
  it('goes through three pages of change tracking, and on from the link at the end', async () => {
    const world = given();
    const { control } = world;
    control.events.fill(ANA, { count: 25, from: TUESDAY, everyMs: DAY });
    const client = clientOf(world);
    const headers = { Prefer: 'odata.maxpagesize=10' };
    const first: PageCollection = await client
      .api('/me/calendarView/delta')
      .query(WINDOW)
      .headers(headers)
      .get();
    const seen: Event[] = [];
    const pages = new PageIterator(client, first, (event: Event) => seen.push(event) > 0, { headers });
    await pages.iterate();
    expect(seen.map((event) => event.subject)).toEqual(
      Array.from({ length: 25 }, (_, index) => `Event ${index + 1}`),
    );
    expect(control.log.requests).toHaveLength(3);
    const link = String(pages.getDeltaLink());
    control.events.delete(ANA, control.events.ids(ANA)[4] ?? '');
    const changes: PageCollection = await client.api(link).get();
    expect(changes.value).toMatchObject([{ id: seen[4]?.id, '@removed': { reason: 'deleted' } }]);
    control.sync.drop(ANA);
    const gone = await failure(client.api(link).get());
    expect([gone.statusCode, gone.code]).toEqual([410, 'SyncStateNotFound']);
    expect(gone.headers?.get('location')).toContain('startDateTime=');
  });

  it('hears of a change by somebody else, and how long to wait', async () => {
    const world = given();
    const { control } = world;
    const client = clientOf(world);
    const made: Event & { '@odata.etag'?: string } = await client.api('/me/events').post({
      subject: 'Mine',
      start: { dateTime: '2026-10-06T17:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-10-06T18:00:00', timeZone: 'UTC' },
    });
    const etag = String(made['@odata.etag']);
    const path = `/me/events/${made.id}`;
    await client.api(path).header('If-Match', etag).patch({ subject: 'Still mine' });
    const conflict = await failure(client.api(path).header('If-Match', etag).patch({ subject: 'Too late' }));
    expect([conflict.statusCode, conflict.code]).toEqual([412, 'ErrorIrresolvableConflict']);
    control.failNext({ status: 429, retryAfter: 7 });
    const busy = await failure(client.api(path).get());
    expect([busy.statusCode, busy.code, busy.headers?.get('retry-after')]).toEqual([
      429,
      'ApplicationThrottled',
      '7',
    ]);
    expect((await client.api(path).get()).subject).toBe('Still mine');
    expect(await client.api(path).delete()).toBeUndefined();
  });

  it('asks for several things at once', async () => {
    const world = given();
    const id = world.control.events.put(ANA, { subject: 'Once', start: TUESDAY, end: TUESDAY + HOUR });
    const answer = await clientOf(world)
      .api('/$batch')
      .post({
        requests: [
          {
            id: '1',
            method: 'GET',
            url: `/me/events/${id}`,
            headers: { Prefer: 'outlook.timezone="Tokyo Standard Time"' },
          },
          { id: '2', method: 'GET', url: '/me/events/none' },
        ],
      });
    expect(answer.responses).toMatchObject([
      { id: '1', status: 200, body: { start: { dateTime: '2026-10-07T02:00:00.0000000' } } },
      { id: '2', status: 404, body: { error: { code: 'ErrorItemNotFound' } } },
    ]);
  });
});
