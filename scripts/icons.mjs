/**
 * Makes the extension's icons: a ring of seats, one of which has the turn. `node scripts/icons.mjs` writes
 * public/icon/*.svg and *.png; the pictures are kept, so a build needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const TEAL = '#0e6b64';
const PALE = '#fbfaf6';
const AMBER = '#f0b45a';
const folder = new URL('../public/icon/', import.meta.url);

/**
 * On a teal disc, so that it stands on a light and on a dark toolbar alike. Small sizes have fewer, larger seats
 * and no arc, because three pixels are the least that is seen as a dot.
 * @param {number} size px the drawing is meant for
 */
function drawing(size) {
  const small = size <= 32;
  const seats = small ? 6 : 8;
  const middle = small ? 42 : 41;
  const dot = small ? 12.5 : 9.5;
  const parts = Array.from({ length: seats }, (_, seat) => {
    const angle = ((seat * 360) / seats - 90) * (Math.PI / 180);
    const x = (64 + middle * Math.cos(angle)).toFixed(2);
    const y = (64 + middle * Math.sin(angle)).toFixed(2);
    const now = seat === 1;
    return `  <circle cx="${x}" cy="${y}" r="${now ? dot * 1.22 : dot}" fill="${now ? AMBER : PALE}"/>`;
  });
  const clock = `  <path d="M64 46a18 18 0 1 1-15.6 9" fill="none" stroke="${PALE}" stroke-width="7" stroke-linecap="round"/>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">',
    '  <title>Circlekeeper</title>',
    `  <circle cx="64" cy="64" r="62" fill="${TEAL}"/>`,
    ...(small ? [] : [clock]),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

writeFileSync(new URL('circlekeeper.svg', folder), drawing(128));
writeFileSync(new URL('circlekeeper-small.svg', folder), drawing(16));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  const source = size <= 32 ? 'circlekeeper-small.svg' : 'circlekeeper.svg';
  const svg = readFileSync(new URL(source, folder), 'utf8').replace(
    '<svg ',
    `<svg width="${size}" height="${size}" `,
  );
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0;line-height:0}</style>${svg}`);
  await page.screenshot({ path: new URL(`${size}.png`, folder).pathname, omitBackground: true });
}
// What is kept in the repository was pressed once more without loss (a third smaller): it counts in the package.
await browser.close();
