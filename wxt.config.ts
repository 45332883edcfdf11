import { defineConfig } from 'wxt';
import { CALENDAR_ORIGINS } from './lib/platform/calendar-origins.ts';
import { CALL_ORIGINS } from './lib/platform/call-origins.ts';
import { SENT_TO_RELAYS } from './lib/platform/data-sent.ts';
import { bareEntrypoints } from './scripts/bare-entrypoints.ts';
import { packCatalogues } from './scripts/catalogues.ts';
import { fewFiles } from './scripts/few-files.ts';
import { googleInWorker } from './scripts/google-in-worker.ts';
import { lexiconTable } from './scripts/lexicon-table.ts';
import { groupWorkers, preloadInWorkers } from './scripts/module-workers.ts';
import { noMarkup } from './scripts/no-markup.ts';
import { packSmaller } from './scripts/smaller-zip.ts';
import { unreached } from './scripts/unreached.ts';

/** Pins the extension id to `ellbeliiigmjdlmfhifnohigaaeiihch` in every unpacked and packed Chromium build. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyL/l1BKQ0OlyTpyzx2IxNzbC51PQKFedlNinht8qmx80AqIMU0dZ41k1fEzI5YLPy5x0Jo7T5dywtc1hZiCg4ka4UmLnNbBS7cdN4PlLGPOinBHQCFYHYsgv8TDHCXAkyFXxe5CIO5NFu95MpTIb4AHu9dNK+tOeaCM6xRFm/fUwfH5GOCQlnyvPh6OOpmxqklThsmOLivMoSed+dcjGZQkkpNX/7tNdz5iAWWiCCVJFNS/qyQd7QHgyuVnRd3JtvuaCbvfjzIpvZakTJfpHRTMpeflFioUhqQpQTjFHiJpCvRzhJtFgM4nfCPBgce2ccj6Q0PC4e6Cr6DHLEprzaQIDAQAB';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  // What the review at Mozilla gets: what the build needs, no tests and nothing that a run left behind. Of the tests'
  // rig, `scripts/setup.mjs` asks where browsers are.
  zip: {
    excludeSources: [
      'test/!(rig)/**',
      '**/*.test.{ts,tsx}',
      'docs/{pictures,store}/**',
      'test-results/**',
      'coverage/**',
      '.cache/**',
      '**/*.{log,zip,cpuprofile,heapsnapshot}',
    ],
  },
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  hooks: {
    'build:publicAssets': (_, files) => packCatalogues(files),
    'entrypoints:grouped': (wxt, groups) => {
      if (wxt.config.command === 'build') groupWorkers(groups);
    },
    'zip:extension:done': (_, path) => packSmaller(path),
  },
  vite: () => ({
    plugins: [
      bareEntrypoints(),
      unreached(),
      googleInWorker(),
      lexiconTable(),
      noMarkup(),
      preloadInWorkers(),
      fewFiles(),
    ],
    // What the manifest asks for at least; older targets blow `light-dark()` and the like up.
    // Files of our own are read from the disk in the order they name each other: asking for them all before costs a page 60 ms.
    build: { cssTarget: ['chrome144', 'firefox142'], modulePreload: false },
    resolve: {
      alias: { 'wxt/utils/content-script-context': `${import.meta.dirname}/lib/platform/no-context.ts` },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    short_name: 'Circlekeeper',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    permissions: [
      ...['storage', 'unlimitedStorage', 'alarms', 'scripting', 'identity', 'notifications'],
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Feeds, calendar accounts and calendar pages: only the hosts that the member chose, asked for at that moment.
    optional_host_permissions: ['https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self' https: wss:; frame-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types circlekeeper",
    },
    options_ui: { page: 'home.html', open_in_tab: true },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandOpen__' },
    },
    web_accessible_resources: [
      {
        resources: ['sidebar.html'],
        matches: Object.values(CALL_ORIGINS)
          .flat()
          .map((origin) => `${origin}/*`),
      },
      // The card; its script is registered at run time, once the member switches it on (lib/platform/page-scripts.ts).
      {
        resources: ['event-card.html'],
        matches: Object.values(CALENDAR_ORIGINS)
          .flat()
          .map((origin) => `${origin}/*`),
      },
    ],
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'sidebar.html',
            default_title: 'Circlekeeper',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'circlekeeper@circlekeeper.org',
              strict_min_version: '142.0',
              // What leaves the computer only where a member shares a circle, or has its agenda written into an event.
              data_collection_permissions: { required: ['none'], optional: [...SENT_TO_RELAYS] },
            },
          },
        }
      : {
          key: PUBLIC_KEY,
          minimum_chrome_version: '144',
          // What organisations may set for their members' browsers; Firefox knows no such file.
          storage: { managed_schema: 'managed-schema.json' },
          side_panel: { default_path: 'sidebar.html' },
        }),
  }),
});
