/**
 * `node test/soak/seal-in-browsers.ts`: the seals of sharing in Firefox and in Chromium, by hand. Paths by `FIREFOX` and
 * `CHROMIUM`.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const built = await build({
  configFile: false,
  logLevel: 'error',
  root,
  build: {
    write: false,
    target: 'esnext',
    lib: { entry: join(root, 'test/soak/seal-in-page.ts'), formats: ['es'], fileName: 'page' },
  },
});
const chunks = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
const files = new Map(chunks.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : '']));
const entry = chunks.find((one) => one.type === 'chunk' && one.isEntry)?.fileName;
const server = createServer(({ url = '' }, response) => {
  const code = files.get(url);
  response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript');
  response.end(code ?? `<script type="module" src="/${entry}"></script>`);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const browsers = [
  { browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', args: [] },
  { browser: 'chrome', executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
] as const;
for (const { browser, executablePath, args } of browsers) {
  const running = await puppeteer.launch({ browser, executablePath, headless: true, args: [...args] });
  try {
    const page = await running.newPage();
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction('"checked" in globalThis');
    console.log(await running.version(), await page.evaluate('checked'));
  } finally {
    await running.close();
  }
}
server.close();
