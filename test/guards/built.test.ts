import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressesIn, KNOWN_ADDRESSES } from './addresses.ts';
import { BROWSERS, type Browser, type Built, buildAll, loadedAtOnce, rightsOf } from './built.ts';
import { lintAddon } from './lint-addon.ts';
import { promisedRights } from './privacy.ts';
import { ROOT, read } from './source.ts';

let built: Record<Browser, Built>;
beforeAll(async () => {
  built = await buildAll();
}, 300_000);

const chromiums = ['chrome', 'edge'] as const;

describe.each(BROWSERS)('what is shipped for %s', (browser) => {
  it('asks for exactly the rights that PRIVACY.md gives a reason for', () => {
    const promised = promisedRights(read('PRIVACY.md')).filter(({ browsers }) => browsers.includes(browser));
    expect(rightsOf(built[browser].manifest).toSorted()).toEqual(
      promised.map(({ right }) => right).toSorted(),
    );
  });

  it('loads nothing from anywhere but the package, and sends only to https and wss', () => {
    const policy = built[browser].manifest.content_security_policy;
    expect(Object.keys(policy ?? {})).toEqual(['extension_pages']);
    const rules = new Map(
      (policy?.extension_pages ?? '').split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(rules)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      // React sets the width of a bar and the place of a menu by script, property by property, which no policy minds.
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'media-src': "'self'",
      // Calendar feeds, once the member has typed an address and allowed its host; relays that a shared circle chose.
      // `https:` does not cover `wss:` (CSP 3, 6.7.2.8), and Firefox would turn a `ws:` into one.
      'connect-src': "'self' https: wss:",
      'frame-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      // No text becomes markup or a script's address but by the one policy, which knows one address (run-job.ts).
      'require-trusted-types-for': "'script'",
      'trusted-types': 'circlekeeper',
    });
  });

  it('shows pages nothing but the sidebar where calls are held, and the card in calendars', () => {
    expect(built[browser].manifest.web_accessible_resources).toEqual([
      expect.objectContaining({
        resources: ['sidebar.html'],
        matches: [
          'https://meet.google.com/*',
          'https://teams.microsoft.com/*',
          'https://teams.live.com/*',
          'https://teams.cloud.microsoft/*',
        ],
      }),
      expect.objectContaining({
        resources: ['event-card.html'],
        matches: [
          'https://calendar.google.com/*',
          'https://outlook.office.com/*',
          'https://outlook.office365.com/*',
          'https://outlook.live.com/*',
          'https://outlook.cloud.microsoft/*',
        ],
      }),
    ]);
    expect(built[browser].manifest.externally_connectable).toBeUndefined();
  });

  it('puts at most 10 kB into a call page, in one script', () => {
    const scripts = (built[browser].manifest.content_scripts ?? []).flatMap(({ js }) => js ?? []);
    expect(scripts).toHaveLength(1);
    for (const script of scripts) expect(built[browser].files.get(script)).toBeLessThanOrEqual(10_000);
  });

  it.each([
    ['a calendar’s page', 'calendar-page'],
    ['a Teams call', 'teams-call'],
  ])('puts at most 10 kB into %s, by a script that no page has at installation', (_, script) => {
    expect(built[browser].files.get(`${script}.js`)).toBeLessThanOrEqual(10_000);
    expect(JSON.stringify(built[browser].manifest.content_scripts)).not.toContain(script);
    expect(built[browser].manifest.host_permissions ?? []).toEqual([]);
  });

  it('stays under 1 MB packed, and is all there', () => {
    expect(built[browser].zipBytes).toBeLessThan(1_000_000);
    expect([...built[browser].files.keys()]).toEqual(
      expect.arrayContaining(['background.js', 'home.html', 'popup.html', 'sidebar.html']),
    );
  });

  it('names no address but those whose reason is known', () => {
    const { files, text } = built[browser];
    const found = [...files.keys()].flatMap((path) =>
      /\.(js|css|html|json)$/.test(path) ? addressesIn(text(path)) : [],
    );
    expect(found.length).toBeGreaterThan(0);
    expect(
      [...new Set(found)].filter((address) => !KNOWN_ADDRESSES.some(({ is }) => is.test(address))),
    ).toEqual([]);
  });

  it('has no second way out: no beacons or peer connections', () => {
    const { files, text } = built[browser];
    const ways = /\b(EventSource|XMLHttpRequest|RTCPeerConnection|WebTransport|sendBeacon|importScripts)\b/g;
    const found = [...files.keys()]
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => [...text(path).matchAll(ways)].map(([way]) => `${path}: ${way}`));
    expect(found).toEqual([]);
  });

  it('lets no page load the sidebar’s look, which sets the whole window’s, but the sidebar', () => {
    const { files, text } = built[browser];
    const looks = (page: string) =>
      [...text(page).matchAll(/href="\/(a\/[^"]+\.css)"/g)].map(([, path = '']) => text(path)).join('');
    const withSidebars = [...files.keys()].filter(
      (path) => path.endsWith('.html') && looks(path).includes('.sidebar{'),
    );
    expect(withSidebars).toEqual(['sidebar.html']);
  });

  it('has sockets only in what is loaded late, for a shared circle', () => {
    expect(
      loadedAtOnce(built[browser]).filter((path) => /\bWebSocket\b/.test(built[browser].text(path))),
    ).toEqual([]);
  });

  it('carries no library that a mere name brought in (WXT does that for `storage`)', () => {
    const { files, text } = built[browser];
    const scripts = [...files.keys()].filter((path) => path.endsWith('.js'));
    expect(scripts.filter((path) => text(path).includes('defineItem'))).toEqual([]);
  });

  it('carries React as it is meant for people, without the half for developers', () => {
    const { files, text } = built[browser];
    const scripts = [...files.keys()].filter((path) => path.endsWith('.js'));
    expect(scripts.filter((path) => text(path).includes('react-dom-client.development'))).toEqual([]);
  });
});

describe('what is loaded at once', () => {
  const files: Record<string, string> = {
    'background.js': '(()=>{})()',
    'home.html': '<script type="module" crossorigin src="/c/home.js"></script>',
    'c/home.js': 'import{a}from"./shared.js";import"./plain.js";a(()=>import("./late.js"))',
    'c/shared.js': 'export{b as a}from"./deep.js"',
    'c/deep.js': 'export const b=1',
    'c/plain.js': '',
    'c/late.js': 'new WebSocket(u)',
  };
  const made = (changed: Record<string, string> = {}) => {
    const all = { ...files, ...changed };
    return {
      files: new Map(Object.keys(all).map((path) => [path, 0])),
      text: (path: string) => all[path] ?? '',
    };
  };

  it('is what pages name and what that imports, but for what is imported late', () => {
    expect(loadedAtOnce(made()).toSorted()).toEqual([
      'background.js',
      'c/deep.js',
      'c/home.js',
      'c/plain.js',
      'c/shared.js',
    ]);
  });

  it('is also what a page loads ahead, and what stands in a script beside the chunks', () => {
    const ahead = '<link rel="modulepreload" crossorigin href="/c/late.js">';
    expect(loadedAtOnce(made({ 'popup.html': ahead }))).toContain('c/late.js');
    expect(loadedAtOnce(made({ 'worker.js': 'new WebSocket(u)' }))).toContain('worker.js');
  });
});

describe.each(chromiums)('%s', (browser) => {
  it('gives every build the one id, so that data stays where it is', () => {
    const key = Buffer.from(built[browser].manifest.key ?? '', 'base64');
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
    const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
    expect(id).toBe('ellbeliiigmjdlmfhifnohigaaeiihch');
  });

  it('asks for a version that has what is used (Temporal)', () => {
    expect(built[browser].manifest.minimum_chrome_version).toBe('144');
  });
});

describe('edge', () => {
  it('is the package of Chrome to the byte: one source, and nothing of it that the store of Edge would refuse', () => {
    const { chrome, edge } = built;
    expect([...edge.files]).toEqual([...chrome.files]);
    for (const path of edge.files.keys())
      if (/\.(js|css|html|json)$/.test(path)) expect(edge.text(path) === chrome.text(path), path).toBe(true);
  });

  // https://learn.microsoft.com/microsoft-edge/extensions/developer-guide/port-chrome-extension
  it('names no other browser as its own, updates from nowhere else, and has every text of its listing', () => {
    const { manifest, files, text } = built.edge;
    expect(manifest).not.toHaveProperty('update_url');
    const locales = [...files.keys()].filter((path) => path.endsWith('/messages.json'));
    expect(locales).toContain(`_locales/${manifest.default_locale}/messages.json`);
    for (const path of locales) {
      const { appName, appDescription } = JSON.parse(text(path));
      // The limits of the stores' forms, in characters.
      expect(appName.message.length, path).toBeLessThanOrEqual(45);
      expect(appDescription.message.length, path).toBeLessThanOrEqual(132);
      expect(`${appName.message} ${appDescription.message}`, path).not.toMatch(/chrome|edge\b|firefox/i);
    }
  });
});

describe('firefox', () => {
  it('asks for a version that has what is used, keeps its id and says what may be sent and is asked for then', () => {
    expect(built.firefox.manifest.browser_specific_settings?.gecko).toEqual({
      id: 'circlekeeper@circlekeeper.org',
      strict_min_version: '142.0',
      // PRIVACY.md, "What leaves your computer": nothing by itself; these where a member shares a circle, or writes its
      // agenda into an event.
      data_collection_permissions: {
        required: ['none'],
        optional: ['personalCommunications', 'personallyIdentifyingInfo'],
      },
    });
    expect(built.firefox.manifest.minimum_chrome_version).toBeUndefined();
  });

  it('passes Mozilla’s own look without an error, a warning or a notice', async () => {
    expect(await lintAddon(built.firefox.folder)).toEqual({ errors: [], warnings: [], notices: [] });
  }, 120_000);
});

describe('packing', () => {
  it('gives the same bytes twice, so that anybody can hold a published package against the source', async () => {
    const again = await buildAll(join(ROOT, 'test-results/guard-build-again'));
    for (const browser of BROWSERS) expect(again[browser].zipSha256).toBe(built[browser].zipSha256);
  }, 300_000);
});

describe('the version', () => {
  it('is the one of the package and of the change log', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const browser of BROWSERS) expect(built[browser].manifest.version).toBe(version);
    expect(read('CHANGELOG.md')).toMatch(/^## \[?Unreleased/m);
  });
});
