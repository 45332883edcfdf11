import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface LintAnswer {
  errors: unknown[];
  warnings: unknown[];
  notices: unknown[];
}

/**
 * Mozilla's own look at a built extension, as `web-ext lint` and the store take it. About ten seconds.
 * @param folder the unpacked extension. Rejects when the linter itself breaks down.
 */
export function lintAddon(folder: string): Promise<LintAnswer> {
  const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
  return new Promise((resolveWith, reject) => {
    execFile(
      process.execPath,
      [linter, '--output', 'json', folder],
      { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 32 * 1024 * 1024 },
      // It ends with 1 where it found errors, which are in the answer.
      (failure, out) => {
        try {
          const { errors, warnings, notices } = JSON.parse(out) as LintAnswer;
          resolveWith({ errors, warnings, notices });
        } catch {
          reject(failure ?? new Error(`The linter said: ${out.slice(0, 200)}`));
        }
      },
    );
  });
}
