import { describe, expect, it } from 'vitest';
import { microsoftClient } from './client.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const PATH = '/v1.0/me/calendars/cal/events/E';
const MARK = 'com.circlekeeper.circle';

interface Stored {
  etag: number;
  html: string;
  circle: string | null;
}

/** One event, kept as Graph keeps it: each change gives a new etag. `before`: something that happens ahead of a request. */
function worldOf(stored: Stored | null, before: (method: string) => Response | undefined = () => undefined) {
  const calls: { method: string; path: string; headers: Headers; query: URLSearchParams }[] = [];
  const client = microsoftClient({
    now: () => NOW,
    wait: async () => {},
    tokens: { token: async () => 'token' },
    async fetch(input, init = {}) {
      const url = new URL(String(input));
      const method = init.method ?? 'GET';
      const headers = new Headers(init.headers);
      calls.push({ method, path: url.pathname, headers, query: url.searchParams });
      const forced = before(method);
      if (forced) return forced;
      if (!stored) return Response.json({ error: { code: 'ErrorItemNotFound' } }, { status: 404 });
      const etag = () => `W/"${stored.etag}"`;
      const match = headers.get('if-match');
      if (match && match !== etag()) {
        return Response.json({ error: { code: 'ErrorIrresolvableConflict' } }, { status: 412 });
      }
      const sent = typeof init.body === 'string' ? JSON.parse(init.body) : {};
      const isMark = url.pathname.includes('/extensions');
      if (method !== 'GET') stored.etag++;
      if (method === 'DELETE') {
        stored.circle = null;
        return new Response(null, { status: 204 });
      }
      if (isMark) stored.circle = sent.circle;
      else if (method === 'PATCH') stored.html = sent.body.content;
      return Response.json({
        '@odata.etag': etag(),
        id: 'E',
        type: 'seriesMaster',
        isOrganizer: true,
        start: { dateTime: '2026-11-05T17:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-05T18:00:00', timeZone: 'UTC' },
        body: { contentType: 'html', content: stored.html },
        extensions:
          stored.circle === null
            ? []
            : [{ id: `Microsoft.OutlookServices.OpenTypeExtension.${MARK}`, circle: stored.circle }],
      });
    },
  });
  return { client, calls, stored };
}

const html = (content: string) => ({ type: 'html' as const, content });
const forbidden = () => Response.json({ error: { code: 'ErrorAccessDenied' } }, { status: 403 });

describe('reading what is to be written', () => {
  it('gives the HTML as it stands, and the mark', async () => {
    const { client, calls } = worldOf({ etag: 1, html: '<p>Hi</p>', circle: 'c1' });
    expect(await client.read('cal', 'E')).toEqual({
      ok: true,
      event: {
        id: 'E',
        etag: 'W/"1"',
        body: html('<p>Hi</p>'),
        mark: 'c1',
        mayWrite: true,
        originalStart: null,
        start: NOW,
      },
    });
    expect(calls[0]?.headers.get('prefer')).toContain('outlook.body-content-type="html"');
    expect(calls[0]?.query.get('$expand')).toBe(`extensions($filter=id eq '${MARK}')`);
  });

  it('says when it is no longer there', async () => {
    const { client } = worldOf(null);
    expect(await client.read('cal', 'E')).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('writing', () => {
  it('writes the body under the etag, then the mark, and knows the etag after both', async () => {
    const { client, calls, stored } = worldOf({ etag: 1, html: '<p>Hi</p>', circle: null });
    const done = await client.write('cal', 'E', { body: html('<p>Hi</p><p>Ours</p>'), mark: 'c1' }, 'W/"1"');
    expect(stored).toEqual({ etag: 3, html: '<p>Hi</p><p>Ours</p>', circle: 'c1' });
    expect(done).toEqual({ ok: true, etag: 'W/"3"' });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${PATH}`,
      `PATCH ${PATH}`,
      `POST ${PATH}/extensions`,
      `GET ${PATH}`,
    ]);
    expect(calls[1]?.headers.get('if-match')).toBe('W/"1"');
  });

  it('sends nothing where nothing changes, so that no guest gets mail for it', async () => {
    const { client, calls } = worldOf({ etag: 1, html: '<p>Hi</p>', circle: 'c1' });
    const done = await client.write('cal', 'E', { body: html('<p>Hi</p>'), mark: 'c1' }, 'W/"1"');
    expect(done).toEqual({ ok: true, etag: 'W/"1"' });
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
  });

  it('changes and takes off the mark alone', async () => {
    const { client, calls, stored } = worldOf({ etag: 1, html: '', circle: 'c1' });
    expect(await client.write('cal', 'E', { body: html(''), mark: 'c2' }, 'W/"1"')).toMatchObject({
      ok: true,
    });
    expect(await client.write('cal', 'E', { body: html(''), mark: null }, 'W/"2"')).toMatchObject({
      ok: true,
    });
    expect(stored?.circle).toBeNull();
    expect(
      calls.map(({ method, path }) => `${method} ${path}`).filter((one) => !one.startsWith('GET')),
    ).toEqual([`PATCH ${PATH}/extensions/${MARK}`, `DELETE ${PATH}/extensions/${MARK}`]);
  });

  it('writes over nobody: neither what changed before it looked nor between looking and writing', async () => {
    const early = worldOf({ etag: 2, html: '<p>New</p>', circle: null });
    const change = { body: html('<p>Ours</p>'), mark: null };
    expect(await early.client.write('cal', 'E', change, 'W/"1"')).toEqual({ ok: false, reason: 'conflict' });
    const stored = { etag: 1, html: '<p>Hi</p>', circle: null };
    const late = worldOf(stored, (method) => {
      if (method === 'PATCH') stored.etag++;
      return undefined;
    });
    expect(await late.client.write('cal', 'E', change, 'W/"1"')).toEqual({ ok: false, reason: 'conflict' });
    expect(stored.html).toBe('<p>Hi</p>');
  });

  it('says what stands in the way', async () => {
    const change = { body: html('<p>Ours</p>'), mark: null };
    const refused = worldOf({ etag: 1, html: '', circle: null }, (method) =>
      method === 'PATCH' ? forbidden() : undefined,
    );
    expect(await refused.client.write('cal', 'E', change, 'W/"1"')).toEqual({
      ok: false,
      reason: 'read-only',
    });
    expect(await worldOf(null).client.write('cal', 'E', change, 'W/"1"')).toEqual({
      ok: false,
      reason: 'missing',
    });
  });

  it('never takes out the part of a Teams meeting, which would switch it off', async () => {
    const blob = `${'_'.repeat(80)}<div class="me-email-text">Join</div>${'_'.repeat(80)}`;
    const { client, calls, stored } = worldOf({ etag: 1, html: `<p>Hi</p>${blob}`, circle: null });
    const write = (content: string) => client.write('cal', 'E', { body: html(content), mark: null }, 'W/"1"');
    await expect(write(`<p>Ours</p>${blob.replace('Join', 'join')}`)).rejects.toThrow(/meeting's own part/);
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
    expect(await write(`<p>Ours</p><p>Hi</p>${blob}`)).toMatchObject({ ok: true });
    expect(stored?.html).toContain(blob);
  });
});
