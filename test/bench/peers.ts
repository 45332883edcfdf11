import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const PEERS = join(ROOT, 'test-results/bench-peers');

async function copy(from: string, name: string): Promise<string> {
  const to = join(PEERS, name);
  await cp(from, to, { recursive: true });
  return to;
}

/** The attendance extension of `peer-extension/`, under our own id, so that the same rig starts it. */
export async function watchingPeer(ours: string): Promise<string> {
  const folder = await copy(join(import.meta.dirname, 'peer-extension'), 'watching');
  const path = join(folder, 'manifest.json');
  const { key } = JSON.parse(await readFile(join(ours, 'manifest.json'), 'utf8'));
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), key }));
  return folder;
}

/** Our own build without its content script: the same browser, the page alone. */
export async function withoutContentScript(ours: string): Promise<string> {
  const folder = await copy(ours, 'without');
  const path = join(folder, 'manifest.json');
  const { content_scripts: _, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

/** Our own build with a sidebar that is one page of HTML: what the browser needs for any frame of an extension. */
export async function withStaticSidebar(ours: string, heading: string): Promise<string> {
  const folder = await copy(ours, 'static');
  await writeFile(
    join(folder, 'sidebar.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Static</title><h1>${heading}</h1><p>Nothing but HTML.</p></html>`,
  );
  return folder;
}

/** Our own build with a background that only answers: what the browser needs to start any worker of an extension. */
export async function withEmptyWorker(ours: string): Promise<string> {
  const folder = await copy(ours, 'empty-worker');
  await writeFile(
    join(folder, 'background.js'),
    'chrome.runtime.onMessage.addListener((message, sender, answer) => answer({ ok: true }));\n',
  );
  return folder;
}
