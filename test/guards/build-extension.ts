/** Run by itself (`node build-extension.ts FOLDER`): builds and zips for every browser, away from `.output`. */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { zip } from 'wxt';

const ROOT = resolve(import.meta.dirname, '../..');
const outDir = process.argv[2];
if (!outDir) throw new Error('Say where to build to.');

await rm(outDir, { recursive: true, force: true });
for (const browser of ['chrome', 'edge', 'firefox'])
  await zip({ root: ROOT, outDir, browser, manifestVersion: 3, zip: { zipSources: false } });
