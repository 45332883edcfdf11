// Runs a TypeScript file with the project's own Node: `node scripts/run.mjs FILE [ARGUMENT …]`. A shell that has just
// found the system's Node (20, say) keeps to it within one npm script, even after setup has put ours first on PATH.
import { spawnSync } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const { status } = spawnSync(join(root, 'node_modules/node/bin/node'), process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
});
process.exitCode = status ?? 1;
