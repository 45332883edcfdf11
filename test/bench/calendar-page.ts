import type { Page } from 'playwright-core';
import { createCircle } from '../../lib/circle/commands.ts';
import { device } from '../builders/logs.ts';
import { googleCode, serveCalendar } from '../rig/calendar-page.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { type Taken, trace } from './script-time.ts';

const RUNS = 3;
const SECONDS = 10;
const WEEK = 'https://calendar.google.com/calendar/u/0/r/week';
const TITLE = 'Thursday circle';
const SCRIPT = /^chrome-extension:.*\/calendar-page\.js$/;

/** The usual way: look at every change of the page. It does no more with it than ours does with a look. */
const OBSERVER = `new MutationObserver(function watch() {
  document.querySelector('#xDetDlg[data-eventid]');
}).observe(document.body, { subtree: true, childList: true, attributes: true });
//# sourceURL=every-change.js`;

/**
 * Script time that the card's script adds to a busy calendar (3,000 cells, 25 rounds of 60 changed ones a second) over
 * 10 s, with nothing open and with an event's card; and how long after a press the card's words can be read.
 */
export async function calendarPageTime(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox();
  const rig = await launch({
    port: sandbox.port,
    extensionDir,
    grantHosts: ['https://calendar.google.com/*'],
  });
  try {
    await prepare(rig, sandbox);
    const taken: Record<'shut' | 'open' | 'peer', Taken[]> = { shut: [], open: [], peer: [] };
    for (let run = 0; run < RUNS; run++) {
      for (const who of ['shut', 'open', 'peer'] as const) taken[who].push(await inBusyWeek(rig, who));
    }
    const middle = (who: keyof typeof taken, what: keyof Taken) => median(taken[who].map((one) => one[what]));
    const row = (who: 'shut' | 'open', what: string): Measured => ({
      bench: 'calendar page',
      what: `script time in a busy calendar over ${SECONDS} s, ${what}`,
      ours: middle(who, 'contentMs'),
      peer: middle('peer', 'contentMs'),
      against: 'an observer of every change',
      unit: 'ms',
      aim: '≤ 5 ms',
      runs: RUNS,
      beside: { 'calls of ours': middle(who, 'calls'), 'calls of the peer': middle('peer', 'calls') },
    });
    const waits = await pressToWords(rig);
    return [
      row('shut', 'nothing open'),
      row('open', 'card open'),
      {
        bench: 'calendar page',
        what: 'from a press on an event to the words of its card (the page itself takes 60 ms)',
        ours: median(waits),
        peer: null,
        against: '',
        unit: 'ms',
        aim: '≤ 500 ms',
        runs: waits.length,
      },
    ];
  } finally {
    await rig.close();
    await sandbox.close();
  }
}

async function prepare(rig: Rig, sandbox: Sandbox): Promise<void> {
  const { facts, write } = device('bench');
  const now = Date.now();
  write(
    createCircle(
      {
        id: 'thursday',
        name: TITLE,
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: [],
        links: [{ kind: 'series', value: 'abc@google.com' }],
        members: ['Asha', 'Bea'].map((name, i) => ({
          id: name,
          name,
          email: '',
          guide: null,
          isMe: i === 0,
        })),
      },
      now,
      '2026-11-05',
    ),
    now,
  );
  await seed(rig, facts);
  await serveCalendar(sandbox, 'calendar-google/live', WEEK, [
    { title: TITLE, code: googleCode('abc_20261126T170000Z') },
  ]);
  const settings = await rig.open('home.html#/settings');
  await settings.getByRole('button', { name: 'Show the card in Google Calendar' }).click();
  await settings.getByRole('button', { name: 'Take it out of Google Calendar' }).waitFor();
  await settings.close();
}

async function visit(rig: Rig, address: string): Promise<Page> {
  const page = await rig.context.newPage();
  await page.goto(address);
  await page.waitForTimeout(1_000);
  return page;
}

async function inBusyWeek(rig: Rig, who: 'shut' | 'open' | 'peer'): Promise<Taken> {
  const page = await visit(rig, `${WEEK}?busy`);
  if (who === 'peer') await page.evaluate(OBSERVER);
  if (who === 'open') {
    await page.getByRole('button', { name: TITLE }).click();
    await page.locator('circlekeeper-event').waitFor();
    await page.waitForTimeout(2_000);
  }
  const session = await rig.context.newCDPSession(page);
  const taken = await trace(page, session, who === 'peer' ? /every-change\.js$/ : SCRIPT);
  await page.close();
  return taken;
}

async function pressToWords(rig: Rig): Promise<number[]> {
  const waits: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await visit(rig, WEEK);
    const begun = performance.now();
    await page.getByRole('button', { name: TITLE }).click();
    for (;;) {
      const frame = page.frames().find((one) => one.url().startsWith('chrome-extension:'));
      const isThere = await frame?.evaluate(() => document.querySelector('h1') !== null).catch(() => false);
      if (isThere) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    waits.push(performance.now() - begun);
    await page.close();
  }
  return waits;
}
