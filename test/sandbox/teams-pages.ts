import { readFile } from 'node:fs/promises';
import { CALL_ORIGINS } from '../../lib/platform/call-origins.ts';
import type { SandboxCalendar } from './calendar.ts';
import type { Answer } from './server.ts';

/** The second name of a call that no circle is known for: short addresses are these digits. */
export const TEAMS_DIGITS = '3112345678901';
export const TEAMS_OTHER = '19:meeting_U29tZWJvZHlFbHNlcw@thread.v2';

const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
};
/** The program, the page before it, and every address that leads to a meeting. */
const PAGES =
  /^\/(v2\/?|_|l\/meetup-join\/.+|meet\/\d+|dl\/launcher\/launcher\.html|light-meetings\/launch)?$/;

export const isTeamsHost = (host: string): boolean =>
  CALL_ORIGINS.teams.some((origin) => origin === `https://${host}`);

/** What the sandbox's Teams answers: its one page for every place in it, or null. */
export async function teamsAnswer(calendar: SandboxCalendar, path: string): Promise<Answer | null> {
  const read = (name: string) => readFile(new URL(`teams/${name}`, import.meta.url), 'utf8');
  const same = { 'cross-origin-resource-policy': 'same-origin' };
  if (path === '/_sandbox/teams.js')
    return { headers: { 'content-type': 'text/javascript', ...same }, body: await read('teams.js') };
  if (path === '/_sandbox/teams.css')
    return { headers: { 'content-type': 'text/css', ...same }, body: await read('teams.css') };
  if (!PAGES.test(path)) return null;
  const calls = [
    ...calendar.events.flatMap(({ teams, title, guests }) =>
      teams ? [{ thread: teams, title, people: guests }] : [],
    ),
    {
      thread: TEAMS_OTHER,
      digits: TEAMS_DIGITS,
      title: 'Somebody else’s meeting',
      people: ['Chen Wu', 'Noa Stern', 'Pia Lund', 'Quinn Fox', 'Ravi Rao', 'Sofia Marin', 'Tess Young'],
    },
  ];
  const html = await read('index.html');
  return {
    headers: { 'content-type': 'text/html; charset=utf-8', ...STRICT },
    body: html.replace('["CALLS"]', () => JSON.stringify(calls).replaceAll('<', '\\u003c')),
  };
}
