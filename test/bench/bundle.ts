import { join, resolve } from 'node:path';
import { build } from 'vite';
import { googleInWorker } from '../../scripts/google-in-worker.ts';
import { lexiconTable } from '../../scripts/lexicon-table.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** A module of this folder with all it imports, minified as the product is, as one script. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [googleInWorker(), lexiconTable()],
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: { '@': ROOT },
    },
    build: {
      write: false,
      target: 'chrome144',
      minify: true,
      lib: {
        entry: join(import.meta.dirname, entry),
        formats: ['iife'],
        name: 'circlekeeperBench',
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const script = outputs.find((one) => one.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('the benchmark script did not build');
  return script.code;
}
