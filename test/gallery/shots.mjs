/**
 * Pictures of the gallery: `node test/gallery/shots.mjs [folder]` (default test-results/gallery); with `--serve` it
 * only serves the page and prints its address.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const root = new URL('../..', import.meta.url).pathname;
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
  cacheDir: `${root}.cache/gallery`,
  server: { port: 0, hmr: false },
});
await server.listen();
const address = `${server.resolvedUrls?.local[0]}test/gallery/index.html`;

if (process.argv.includes('--serve')) {
  console.log(address);
} else {
  const folder = process.argv[2] ?? `${root}test-results/gallery`;
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  for (const [name, width, look, hash] of [
    ['light', 1100, { colorScheme: 'light' }, ''],
    ['dark', 1100, { colorScheme: 'dark' }, ''],
    ['narrow', 320, { colorScheme: 'light' }, ''],
    ['forced', 1100, { colorScheme: 'dark', forcedColors: 'active' }, ''],
    ['sidebar-light', 360, { colorScheme: 'light' }, '#sidebar'],
    ['sidebar-dark', 360, { colorScheme: 'dark' }, '#sidebar'],
    ['sidebar-320', 320, { colorScheme: 'light' }, '#sidebar'],
    ['sidebar-grey', 360, { colorScheme: 'light' }, '#sidebar'],
  ]) {
    const page = await browser.newPage({ viewport: { width, height: 852 }, deviceScaleFactor: 2, ...look });
    page.on('console', (message) => message.type() === 'error' && console.log(name, message.text()));
    page.on('pageerror', (error) => console.log(name, error.message));
    await page.goto(address + hash);
    await page.waitForSelector('.ring');
    if (name === 'sidebar-grey') await page.addStyleTag({ content: 'html { filter: grayscale(1); }' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) console.log(`${name}: ${wide} px wider than the window`);
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await page.close();
  }
  await browser.close();
  await server.close();
}
