import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CIRCLE_CODE, OTHER_CODE, type SandboxCalendar, sandboxCalendar } from './calendar.ts';
import { selfSigned } from './certificate.ts';
import { sandboxIcs } from './ics.ts';
import { isTeamsHost, teamsAnswer } from './teams-pages.ts';
import { weekPage, weekStyle } from './week.ts';

export interface Sandbox {
  /** The browser under test is told that every host name lives here. */
  port: number;
  calendar: SandboxCalendar;
  /** Answers `host + path` in place of the sandbox's own pages, for one test's needs; null takes it back. */
  serve(url: string, answer: Answer | null): void;
  /** Gives a whole host to a stand-in of a service. */
  mount(host: string, handle: Handle): void;
  close(): Promise<void>;
}

export interface Answer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: string | Buffer;
}

/** A service that is stood in for: the same function answers tests that need no socket. */
export type Handle = (request: Request) => Promise<Response>;

/** What the real page allows itself, or less: nothing of ours may lean on the page's kindness. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Starts the sandbox's server for all host names, on a free port of this computer only. `now` in UTC ms. */
export async function startSandbox(
  now: () => number = Date.now,
  zone: string = Temporal.Now.timeZoneId(),
): Promise<Sandbox> {
  const calendar = sandboxCalendar(now(), zone);
  const extra = new Map<string, Answer>();
  const services = new Map<string, Handle>();

  async function answerFor(host: string, path: string): Promise<Answer | null> {
    const special = extra.get(`${host}${path}`);
    if (special) return special;
    switch (host) {
      case 'calendar.sandbox.test':
        if (path === '/') return { headers: HTML, body: weekPage(calendar, now()) };
        if (path === '/week.css') return { headers: { 'content-type': 'text/css' }, body: weekStyle };
        if (path === '/circles.ics') {
          return {
            headers: { 'content-type': 'text/calendar; charset=utf-8' },
            body: sandboxIcs(calendar, now()),
          };
        }
        return null;
      case 'meet.google.com':
        if (path === '/_sandbox/meet.js') return file('meet.js', 'text/javascript');
        if (path === '/_sandbox/meet.css') return file('meet.css', 'text/css');
        return path === '/' || /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/i.test(path) ? meetPage(calendar) : null;
      default:
        return isTeamsHost(host) ? teamsAnswer(calendar, path) : null;
    }
  }

  const server = createServer(
    selfSigned('sandbox.test'),
    (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
      const service = services.get(url.hostname);
      if (service) {
        void answerByService(service, url, request, response);
        return;
      }
      answerFor(url.hostname, url.pathname).then(
        (answer) => {
          response.writeHead(answer ? (answer.status ?? 200) : 404, answer?.headers);
          response.end(answer?.body ?? 'Not in this sandbox');
        },
        (error) => {
          response.writeHead(500);
          response.end(String(error));
        },
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    calendar,
    serve(url, answer) {
      const key = url.replace(/^https:\/\//, '');
      if (answer) extra.set(key, answer);
      else extra.delete(key);
    },
    mount: (host, handle) => void services.set(host, handle),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Carries one request over the socket to a stand-in and its answer back. A stand-in that throws is a broken socket. */
async function answerByService(
  handle: Handle,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  try {
    const answer = await handle(new Request(url, { method, headers, body }));
    const sent = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(sent);
  } catch {
    request.socket.destroy();
  }
}

async function file(name: string, type: string): Promise<Answer> {
  return {
    headers: { 'content-type': type, 'cross-origin-resource-policy': 'same-origin' },
    body: await readFile(new URL(`meet/${name}`, import.meta.url)),
  };
}

async function meetPage(calendar: SandboxCalendar): Promise<Answer> {
  const page = await readFile(new URL('meet/index.html', import.meta.url), 'utf8');
  const known = calendar.events.filter(({ call }) => call !== undefined);
  const calls = [
    ...known.map(({ call, title, guests }) => ({ code: call, title, people: guests })),
    {
      code: OTHER_CODE,
      title: 'Somebody else’s call',
      people: ['Noa Stern', 'Pia Lund', 'Chen Wu', 'Quinn Fox', 'Ravi Rao', 'Sofia Marin', 'Tess Young'],
    },
  ].sort((a, b) => Number(b.code === CIRCLE_CODE) - Number(a.code === CIRCLE_CODE));
  return {
    headers: { ...HTML, ...STRICT },
    body: page.replace('["CALLS"]', () => JSON.stringify(calls).replaceAll('<', '\\u003c')),
  };
}
