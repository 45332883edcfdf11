import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname };
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          // Modules of the domain keep nothing between tests; loading them anew for each of the files took half the time.
          // Left out, it is one fewer than there are cores: one, on a small machine.
          maxWorkers: 2,
          isolate: false,
          // Properties and guards over all files take seconds on a busy machine; what hangs still fails.
          testTimeout: 30_000,
          include: ['{lib,components,scripts}/**/*.test.{ts,tsx}', 'test/{guards,sandbox}/**/*.test.ts'],
          exclude: ['**/*.browser.test.*'],
          setupFiles: ['test/builders/catalogue.ts'],
        },
      },
      {
        resolve: { alias },
        optimizeDeps: {
          include: [
            'axe-core',
            'dexie',
            'dexie-react-hooks',
            'fast-check',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
          testTimeout: 30_000,
          // As end to end: what fails twice in a row is broken.
          retry: process.env.CI ? 1 : 0,
          include: ['{lib,components,test}/**/*.browser.test.{ts,tsx}'],
          // Each has a context of its own, and so databases of its own; they wait more than they work.
          maxWorkers: 3,
          setupFiles: ['test/builders/catalogue.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: ['--no-sandbox', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: ['test/e2e/live/**'],
          // Each file has a browser and a sandbox of its own; two at a time keep both cores of a small machine busy.
          maxWorkers: 2,
          // What a member would wait for; a busy machine takes longer than the usual second.
          expect: { poll: { timeout: 30_000 } },
          // Real browsers beside each other on a small machine: what fails twice in a row is broken.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['test/e2e/build.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          // Eight browsers at once, a whole year, and what was tried in another way already (`rig/it-live`) want a machine to
          // themselves: `npm run live`, not part of `npm test`.
          name: 'live',
          include: [
            'test/e2e/live/*.e2e.ts',
            'test/e2e/accounts/*.e2e.ts',
            'test/e2e/{firefox,formats,languages,sidebar,teams}.e2e.ts',
          ],
          env: { EVERYTHING: '1' },
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['test/e2e/build.ts'],
        },
      },
    ],
  },
});
