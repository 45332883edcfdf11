import type { Fact } from '../../lib/fact/fact.ts';
import { longCircle } from '../builders/ten-years.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { benchPage, call } from './page.ts';
import { withStaticSidebar } from './peers.ts';

const RUNS = 9;

/** A page that is in a call from its first moment, so that joining is not measured. */
export function serveCall(sandbox: Sandbox, code: string): void {
  const tiles = Array.from(
    { length: 6 },
    (_, n) => `<div data-participant-id="d/${n + 1}">Person ${n + 1}</div>`,
  );
  sandbox.serve(`https://meet.google.com/${code}`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Call</title><div data-in-call="true">${tiles.join('')}<button jsname="CQylAd">Leave</button></div></html>`,
  });
}

/** Puts facts into the profile of a running browser. */
export async function seed(rig: Rig, facts: readonly Fact[]): Promise<void> {
  const page = await benchPage(rig);
  const added = await call(page, 'seed', facts);
  if (added !== facts.length) throw new Error(`${added} of ${facts.length} facts went in`);
  await page.close();
}

/** ms until the sidebar's heading is there. */
export interface Opened {
  /** From the start of the navigation to the call page. */
  fromPage: number;
  /** From the start of the frame. */
  fromFrame: number;
}

/** Runs in every frame: remembers when a heading with the circle's name was first there and drawn. */
function noteHeading(name: string): void {
  const look = () => {
    const heading = document.querySelector('h1');
    if (!heading?.textContent?.includes(name)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      Object.assign(globalThis, { headingAt: performance.timeOrigin + performance.now() }),
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  look();
}

/** Goes to the call and waits for the sidebar to show the circle. */
export async function openSidebar(rig: Rig, code: string, heading: string): Promise<Opened> {
  const page = await rig.context.newPage();
  try {
    await page.addInitScript(noteHeading, heading);
    await page.goto(`https://meet.google.com/${code}`, { waitUntil: 'commit' });
    await page
      .frameLocator('iframe[title="Circlekeeper"]')
      .getByRole('heading', { level: 1, name: heading })
      .waitFor({ timeout: 10_000 });
    const frame = page.frames().find((one) => one.url().includes('/sidebar.html'));
    if (!frame) throw new Error('no sidebar in the page');
    const began = await page.evaluate(() => performance.timeOrigin);
    const { shown, frameBegan } = await frame.evaluate(async () => {
      const noted = globalThis as unknown as { headingAt?: number };
      while (noted.headingAt === undefined) await new Promise((next) => setTimeout(next, 5));
      return { shown: noted.headingAt, frameBegan: performance.timeOrigin };
    });
    return { fromPage: shown - began, fromFrame: shown - frameBegan };
  } finally {
    await page.close();
  }
}

/** Navigation to a usable sidebar, against the same shell around a frame that is nothing but HTML. */
export async function sidebar(extensionDir: string): Promise<Measured[]> {
  const circle = longCircle({ meetings: 6, seed: 7, now: Date.now() - 3_600_000, code: 'few-meet-abc' });
  const sandbox = await startSandbox();
  serveCall(sandbox, circle.code);
  const rigs: Rig[] = [];
  try {
    const ours = await launch({ port: sandbox.port, extensionDir });
    rigs.push(ours);
    const bare = await launch({
      port: sandbox.port,
      extensionDir: await withStaticSidebar(extensionDir, circle.name),
    });
    rigs.push(bare);
    for (const rig of rigs) await seed(rig, circle.facts);
    const times = { ours: [] as Opened[], bare: [] as Opened[] };
    for (let run = -2; run < RUNS; run++) {
      const first = await openSidebar(ours, circle.code, circle.name);
      const second = await openSidebar(bare, circle.code, circle.name);
      if (run < 0) continue;
      times.ours.push(first);
      times.bare.push(second);
    }
    const row = (what: string, from: keyof Opened): Measured => ({
      bench: 'sidebar',
      what,
      ours: median(times.ours.map((one) => one[from])),
      peer: median(times.bare.map((one) => one[from])),
      against: 'a frame of static HTML in the same shell',
      unit: 'ms',
      aim: '≤ 1.5×',
      runs: RUNS,
    });
    return [
      row('from navigation to a usable sidebar', 'fromPage'),
      row('the same, from the start of its frame', 'fromFrame'),
    ];
  } finally {
    for (const rig of rigs) await rig.close();
    await sandbox.close();
  }
}
