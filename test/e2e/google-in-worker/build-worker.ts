import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { googleInWorker } from '../../../scripts/google-in-worker.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** `worker.ts` with all it imports, built as the product is, as one script. */
export async function buildWorker(entry = join(import.meta.dirname, 'worker.ts')): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    mode: 'production',
    plugins: [googleInWorker()],
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      target: 'chrome144',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'googleInWorker' },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunks = outputs.filter((one) => one.type === 'chunk');
  const [script] = chunks;
  if (!script || chunks.length > 1) throw new Error('a worker is one script');
  return script.code;
}

/** A folder with an extension that has this one script for its background, and may reach Google's calendar. */
export async function extensionOf(script: string): Promise<string> {
  const built = JSON.parse(
    await readFile(
      join(process.env.CIRCLEKEEPER_EXTENSION ?? join(ROOT, '.output/chrome-mv3'), 'manifest.json'),
      'utf8',
    ),
  ) as { key: string };
  const folder = await mkdtemp(join(tmpdir(), 'circlekeeper-worker-'));
  const manifest = {
    manifest_version: 3,
    name: 'A worker',
    version: '1',
    // The rig finds an extension by the id that this key gives.
    key: built.key,
    background: { service_worker: 'worker.js' },
    permissions: ['identity'],
    // The one host whose answers are read.
    host_permissions: ['https://www.googleapis.com/*'],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), script);
  return folder;
}
