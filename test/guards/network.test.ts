import { describe, expect, it } from 'vitest';
import { addressesIn, KNOWN_ADDRESSES } from './addresses.ts';
import { promisedRights } from './privacy.ts';
import { type Module, parseModule, place, shippedModules, walk } from './source.ts';

/** The modules that may speak to somebody else's computer, each with whom and when. */
const MAY_FETCH: Readonly<Record<string, string>> = {
  'entrypoints/background.ts': 'hands the browser’s fetch to the refreshing of feeds and accounts',
  'lib/calendar/google/ask.ts': 'Google Calendar, for a member who connected an account',
  'lib/calendar/google/identity.ts': 'Google, to know whose account was connected',
  'lib/calendar/google/sign-in.ts': 'Google, to give the leave back when an account is disconnected',
  'lib/calendar/microsoft/client.ts': 'hands on the fetch that it is given',
  'lib/calendar/microsoft/graph-door.ts': 'Microsoft Graph, for a member who connected an account',
  'lib/calendar/microsoft/token-endpoint.ts': 'Microsoft’s sign-in, for tokens of a connected account',
  'lib/calendar/sync/fetch-feed.ts':
    'a calendar feed, at the address the member typed and a host they allowed',
  'lib/calendar/sync/provider.ts': 'says which parts of the world a sign-in needs; asks nobody itself',
  'lib/platform/account-world.ts': 'hands the background’s fetch to both services’ clients',
  'lib/platform/sign-in.ts': 'hands the background’s fetch to a sign-in',
  'lib/platform/texts.ts': 'reads the texts of a language, which lie in the package itself',
  'lib/share/transport/socket.ts': 'the relays a shared circle chose, opened when the circle is',
  'lib/store/import-job.ts': 'hands the browser’s fetch to the first reading of a feed',
};

const WAYS_OUT = /^(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon)$/;

/** Every mention of a way out by its name. */
function waysOut(module: Module): string[] {
  return [...walk(module.tree)]
    .filter(([node]) => node.type === 'Identifier' && WAYS_OUT.test(String(node.name)))
    .map(([node]) => place(module, node));
}

describe('nobody is contacted', () => {
  const modules = shippedModules();

  it('but by the modules that are there for it', () => {
    const speaking = modules.filter((module) => waysOut(module).length > 0).map(({ path }) => path);
    expect(speaking).toEqual(Object.keys(MAY_FETCH));
  });

  it('the guard sees every way out', () => {
    for (const text of [
      'fetch("https://x.org")',
      'globalThis.fetch("/")',
      'navigator.sendBeacon("/", 1)',
      'new WebSocket(u)',
      '[u].map(fetch)',
    ]) {
      expect(waysOut(parseModule('lib/bad.ts', text)), text).toHaveLength(1);
    }
    expect(waysOut(parseModule('lib/good.ts', '// fetch("/")\nexport const s = "fetch";'))).toEqual([]);
  });

  it('the guard sees an address that nobody gave a reason for', () => {
    const stranger = (text: string) =>
      addressesIn(text).filter((address) => !KNOWN_ADDRESSES.some(({ is }) => is.test(address)));
    expect(stranger('fetch("https://stats.example.org/x?y")')).toEqual(['https://stats.example.org/x?y']);
    expect(stranger('`wss://relay.example.com`')).toEqual(['wss://relay.example.com']);
    expect(stranger('"https://meet.google.com.evil.example/"')).toHaveLength(1);
    expect(stranger('"https://meet.google.com/*" "http://www.w3.org/2000/svg"')).toEqual([]);
  });
});

describe('the privacy text', () => {
  const table = (row: string) =>
    `# Privacy\n\n## What it may do, and why\n\n| a | b | c |\n|---|---|---|\n${row}\n\n## Next`;

  it('is read as people read it', () => {
    const why = 'Keeps the width of the sidebar. Nothing smaller keeps anything at all in a content script.';
    expect(promisedRights(table(`| \`storage\` | Chrome, Edge | ${why} |`))).toEqual([
      { right: 'storage', browsers: ['chrome', 'edge'], why },
    ]);
  });

  it('is refused without a reason, and without a table', () => {
    expect(() => promisedRights(table('| `tabs` | all | Needed. |'))).toThrow(/without a reason/);
    expect(() => promisedRights('# Privacy')).toThrow(/no table/);
  });
});
