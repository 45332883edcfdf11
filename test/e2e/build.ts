import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * Vitest's global setup: the end-to-end tests run against the build that users get, from a copy of their own, so that
 * building anew while they run takes nothing from under them. `test/rig/launch` finds it by the environment.
 */
export default function setup(): () => void {
  buildExtension();
  const copy = mkdtempSync(join(tmpdir(), 'circlekeeper-build-'));
  cpSync(join(root, '.output/chrome-mv3'), copy, { recursive: true });
  process.env.CIRCLEKEEPER_EXTENSION = copy;
  return () => rmSync(copy, { recursive: true, force: true });
}

/**
 * Builds the extension for `browser` into `.output/…-mv3`, with `settings` in the build's environment. Throws when
 * that fails.
 */
export function buildExtension(
  settings: Readonly<Record<string, string>> = {},
  browser: 'chrome' | 'firefox' = 'chrome',
): void {
  // Vitest sets NODE_ENV and VITEST, which would make this a build for tests.
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  execFileSync('wxt', ['build', '-b', browser, '--mv3'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...env, ...settings, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${env.PATH}` },
  });
}
