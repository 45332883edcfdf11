import { readFile } from 'node:fs/promises';
import type { Sandbox } from '../sandbox/server.ts';

/** An event as a calendar's page shows it: `code` is what stands in its attribute. */
export interface ShownEvent {
  code: string;
  title: string;
}

/** Stricter than any real page: nothing of ours may lean on the page's kindness. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};
const SAME = { 'cross-origin-resource-policy': 'same-origin' };

/** `data-eventid` as Google writes it: base64 without padding of the event's and the calendar's id. */
export const googleCode = (eventId: string, calendar = 'chen.wu@m'): string =>
  Buffer.from(`${eventId} ${calendar}`).toString('base64').replace(/=+$/, '');

/** Serves a made calendar page with `events` at `address` (`https://host/path`). `make`: a folder of test/pages. */
export async function serveCalendar(
  sandbox: Sandbox,
  make: 'calendar-google/live' | 'calendar-google/second' | 'calendar-outlook/live',
  address: string,
  events: readonly ShownEvent[],
): Promise<void> {
  const { host } = new URL(address);
  const read = (name: string) => readFile(new URL(`../pages/${make}/${name}`, import.meta.url), 'utf8');
  const [html, css, js] = await Promise.all(['index.html', 'live.css', 'live.js'].map(read));
  const list = JSON.stringify(events).replaceAll('<', '\\u003c');
  sandbox.serve(address, {
    headers: { 'content-type': 'text/html; charset=utf-8', ...STRICT },
    body: (html ?? '').replace('["EVENTS"]', () => list),
  });
  sandbox.serve(`${host}/_sandbox/live.css`, {
    headers: { 'content-type': 'text/css', ...SAME },
    body: css ?? '',
  });
  sandbox.serve(`${host}/_sandbox/live.js`, {
    headers: { 'content-type': 'text/javascript', ...SAME },
    body: js ?? '',
  });
}
