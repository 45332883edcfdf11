import { describe, expect, it } from 'vitest';
import { type FetchedFeed, type FetchTools, fetchFeed } from './fetch-feed.ts';
import { limitBytes } from './limit-bytes.ts';

const URL_ = 'https://cal.example.org/private-s3cret/basic.ics';

interface Asked {
  url: string;
  init: RequestInit;
}

function tools(answer: (asked: Asked) => Response | Promise<Response>, allowed = ['cal.example.org']) {
  const asked: Asked[] = [];
  const made: FetchTools = {
    fetch: async (input, init = {}) => {
      const one = { url: String(input), init };
      asked.push(one);
      return answer(one);
    },
    allowed: async (url) => allowed.includes(new URL(url).hostname),
  };
  return { asked, tools: made };
}

const at = (response: Response, url: string): Response => {
  Object.defineProperty(response, 'url', { value: url });
  return response;
};

const reasonOf = (fetched: FetchedFeed) => (fetched.kind === 'failed' ? fetched.reason : fetched.kind);

describe('fetching a feed', () => {
  it('asks nobody without leave', async () => {
    const { asked, tools: made } = tools(() => new Response('x'), []);
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, made))).toBe('not-allowed');
    expect(asked).toEqual([]);
  });

  it('brings no cookie and no referrer along, because the address alone is the key', async () => {
    const { asked, tools: made } = tools(() => new Response('BEGIN:VCALENDAR', { headers: { etag: '"7"' } }));
    const fetched = await fetchFeed({ url: URL_, etag: null }, made);
    expect(fetched).toMatchObject({ kind: 'fresh', etag: '"7"' });
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('asks only for what is new', async () => {
    const { asked, tools: made } = tools(() => new Response(null, { status: 304 }));
    expect(reasonOf(await fetchFeed({ url: URL_, etag: '"7"' }, made))).toBe('unchanged');
    expect(new Headers(asked[0]?.init.headers).get('if-none-match')).toBe('"7"');
  });

  it('tells apart what people must do something different about', async () => {
    const answers = { 401: 'unauthorized', 403: 'forbidden', 404: 'missing', 410: 'missing', 500: 'server' };
    for (const [status, reason] of Object.entries(answers)) {
      const { tools: made } = tools(() => new Response('no', { status: Number(status) }));
      expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, made)), status).toBe(reason);
    }
  });

  it('does not follow to a host nobody agreed to', async () => {
    const elsewhere = () => at(new Response('BEGIN:VCALENDAR'), 'https://other.example.net/basic.ics');
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, tools(elsewhere).tools))).toBe('redirected');
    const both = tools(elsewhere, ['cal.example.org', 'other.example.net']).tools;
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, both))).toBe('fresh');
  });

  it('knows a redirect that the browser stopped from no network', async () => {
    const stopped = tools(({ init }) => {
      if (init.redirect !== 'manual') throw new TypeError('Failed to fetch');
      const response = new Response(null);
      Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
      return response;
    });
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, stopped.tools))).toBe('redirected');
    const offline = tools(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, offline.tools))).toBe('offline');
  });

  it('gives up on a server that never answers', async () => {
    const { tools: made } = tools(
      ({ init }) =>
        new Promise((_, fail) => init.signal?.addEventListener('abort', () => fail(init.signal?.reason))),
    );
    expect(reasonOf(await fetchFeed({ url: URL_, etag: null }, { ...made, answerMs: 20 }))).toBe('timeout');
  });
});

describe('a limit on what is read', () => {
  const stream = (sizes: readonly number[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const size of sizes) controller.enqueue(new Uint8Array(size));
        controller.close();
      },
    });
  const read = async (limited: ReadableStream<Uint8Array>) =>
    (await new Response(limited).arrayBuffer()).byteLength;

  it('lets through what fits and breaks off what does not, however long it claims to be', async () => {
    let told = 0;
    expect(await read(limitBytes(stream([40, 60]), 100, () => told++))).toBe(100);
    expect(told).toBe(0);
    expect(await read(limitBytes(stream([40, 60, 1, 500]), 100, () => told++))).toBe(100);
    expect(told).toBe(1);
  });
});
