// `npm start`: Circlekeeper in a browser of its own, beside a made-up calendar and call. With a display it is yours to
// try; without one it walks the same way by itself, prints each step and saves a picture of it.
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CALL_ORIGINS } from '../../lib/platform/call-origins.ts';
import { buildExtension } from '../e2e/build.ts';
import { launch } from '../rig/launch.ts';
import { mountAccounts, SANDBOX_CLIENTS } from './accounts.ts';
import { FEED } from './calendar.ts';
import { startSandbox } from './server.ts';
import { dropCalendarIn, type Walk, walk } from './walk.ts';

const root = resolve(import.meta.dirname, '../..');
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay =
  (process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)) &&
  !process.argv.includes('--headless');

buildExtension(SANDBOX_CLIENTS);
const sandbox = await startSandbox();
mountAccounts(sandbox);
const services = ['www.googleapis.com', 'graph.microsoft.com', 'login.microsoftonline.com'];
const grantHosts = [
  `${new URL(FEED).origin}/*`,
  ...services.map((host) => `https://${host}/*`),
  ...CALL_ORIGINS.teams.map((origin) => `${origin}/*`),
];
if (hasDisplay) await tryIt();
else await walkThrough();
await sandbox.close();

async function tryIt(): Promise<void> {
  const rig = await launch({ port: sandbox.port, headless: false, grantHosts });
  const [first] = rig.context.pages();
  const week = first ?? (await rig.context.newPage());
  await week.goto('https://calendar.sandbox.test/');
  // The calendar file lies in already, so that the first thing one sees is the circle it found.
  const home = await rig.open('home.html#/calendars');
  await dropCalendarIn(home, sandbox.calendar, Date.now());
  await home.bringToFront();
  console.log(`1. Circlekeeper has found "${sandbox.calendar.circleTitle}": press "This is a circle".`);
  console.log('2. In the tab "A week of Chen Wu" press Join, then "Join now": the sidebar opens by itself.');
  console.log('3. Press "Start meeting".');
  console.log(
    '"Women in medicine" meets in Microsoft Teams: make it a circle and press "Show in Teams calls".',
  );
  console.log(
    '"Connect Google Calendar" leads to a made-up account of hers. Close the window to end the sandbox.',
  );
  console.log('Nothing you write there is kept.');
  await new Promise<void>((done) => rig.context.once('close', () => done()));
  await rig.close();
}

async function walkThrough(): Promise<void> {
  const pictures = join(root, 'test-results/start');
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  console.log('No display here: walking through the sandbox without one.');
  const rig = await launch({ port: sandbox.port, grantHosts });
  const state: Walk = { rig, calendar: sandbox.calendar, pages: new Map() };
  try {
    for (const [index, { name, run }] of walk.entries()) {
      const page = await run(state);
      const file = `${String(index + 1).padStart(2, '0')}-${name.toLowerCase().replace(/\W+/g, '-')}.png`;
      await page.bringToFront();
      await page.screenshot({ path: join(pictures, file) });
      console.log(`${index + 1}. ${name}: ${relative(root, join(pictures, file))}`);
    }
    console.log(`Done: ${walk.length} steps.`);
  } finally {
    await rig.close();
  }
}
