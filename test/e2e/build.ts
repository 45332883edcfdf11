import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Vitest's global setup: the end-to-end tests run against the build that users get. */
export default function build(): void {
  const root = resolve(import.meta.dirname, '../..');
  execFileSync('wxt', ['build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: withoutTestMode(),
  });
}

/** Vitest sets NODE_ENV and VITEST, which would make this a build for tests. */
function withoutTestMode(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  return { ...env, PATH: `${resolve(import.meta.dirname, '../../node_modules/.bin')}:${env.PATH}` };
}
