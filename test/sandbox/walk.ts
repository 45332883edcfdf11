import type { FrameLocator, Page } from 'playwright-core';
import type { Rig } from '../rig/launch.ts';
import { endMeeting } from '../rig/press-again.ts';
import type { SandboxCalendar } from './calendar.ts';
import { CIRCLE_CODE, ME } from './calendar.ts';
import { sandboxIcs } from './ics.ts';

/** What one step has to work with; steps hand pages on to later ones. */
export interface Walk {
  rig: Rig;
  calendar: SandboxCalendar;
  pages: Map<'calendar' | 'call' | 'home', Page>;
}

export interface WalkStep {
  /** Printed, and the name of its picture. */
  name: string;
  /** Does the step as a person would and returns the page to take a picture of; throws when it cannot be done. */
  run(walk: Walk): Promise<Page>;
}

const TWO_WEEKS = 14 * 86_400_000;
const CONTRACT = 'Send the aims page to two readers by Tuesday';

/** Drops the sandbox's calendar file in, as a stranger would after saving it. */
export async function dropCalendarIn(home: Page, calendar: SandboxCalendar, now: number): Promise<void> {
  await home.getByLabel('Calendar file (.ics)').setInputFiles({
    name: 'week.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(sandboxIcs(calendar, now)),
  });
  await home.getByText(/was read: \d+ events/).waitFor();
}

/** The way of a stranger through the sandbox: from a calendar file to the report two weeks later. */
export const walk: readonly WalkStep[] = [
  {
    name: 'See the week of Chen Wu',
    async run({ rig, pages }) {
      const page = await rig.context.newPage();
      pages.set('calendar', page);
      await page.goto('https://calendar.sandbox.test/');
      await page.getByRole('link', { name: 'Save the calendar file' }).waitFor();
      return page;
    },
  },
  {
    name: 'Drop the calendar file in and see what was spotted',
    async run({ rig, calendar, pages }) {
      const page = await rig.open('home.html#/calendars');
      pages.set('home', page);
      await dropCalendarIn(page, calendar, Date.now());
      await article(page, calendar).scrollIntoViewIfNeeded();
      return page;
    },
  },
  {
    name: 'Say that it is a circle',
    async run({ calendar, pages }) {
      const page = pageOf(pages, 'home');
      await article(page, calendar).getByRole('button', { name: 'This is a circle' }).click();
      await page.getByText(`${calendar.circleTitle} is ready`).waitFor();
      return page;
    },
  },
  {
    name: 'Look the circle over',
    async run({ calendar, pages }) {
      const page = pageOf(pages, 'home');
      await page.getByRole('link', { name: 'Look it over' }).click();
      await page.getByRole('heading', { level: 1, name: calendar.circleTitle }).waitFor();
      return page;
    },
  },
  {
    name: 'Join the call and the sidebar is there',
    async run({ pages }) {
      const page = pageOf(pages, 'calendar');
      await page.bringToFront();
      await page.locator('.on').getByRole('link', { name: 'Join' }).click();
      await page.waitForURL(`https://meet.google.com/${CIRCLE_CODE}`);
      pages.set('call', page);
      await page.getByRole('button', { name: 'Join now' }).click();
      await sidebar(page).getByRole('button', { name: 'Start meeting' }).waitFor();
      return page;
    },
  },
  {
    name: 'Start the meeting',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await startMeeting(page);
      return page;
    },
  },
  {
    name: 'Work, turn by turn',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await nextTo(page, /Work/);
      await next(page);
      await next(page);
      return page;
    },
  },
  {
    name: 'Write a contract down',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await nextTo(page, /New contracts/);
      await sidebar(page).getByRole('textbox', { name: 'New contract' }).fill(CONTRACT);
      await sidebar(page).getByRole('button', { name: 'Add contract' }).click();
      await sidebar(page).getByRole('list', { name: 'Contracts' }).getByText(CONTRACT).waitFor();
      return page;
    },
  },
  {
    name: 'End the meeting',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await nextTo(page, /Strokes/);
      await endMeeting(sidebar(page));
      await sidebar(page).getByRole('region', { name: 'Summary' }).waitFor();
      return page;
    },
  },
  {
    name: 'Two weeks later it asks how it went',
    async run({ rig, pages }) {
      const page = pageOf(pages, 'call');
      await rig.moveClock(TWO_WEEKS);
      // A tab behind another draws no frames of extensions, and clicks go past them.
      await page.bringToFront();
      await page.reload();
      await page.getByRole('button', { name: 'Join now' }).click();
      await startMeeting(page);
      await nextTo(page, /Contract reports/);
      const group = sidebar(page).getByRole('group', { name: CONTRACT });
      await group.getByRole('radio', { name: 'Kept', exact: true }).check();
      await sidebar(page).getByText('1 of 1 reported').waitFor();
      return page;
    },
  },
  {
    name: 'Look into the popup',
    async run({ rig }) {
      const page = await rig.open('popup.html');
      await page.setViewportSize({ width: 380, height: 560 });
      await page.getByRole('region', { name: 'Next meeting' }).waitFor();
      return page;
    },
  },
  {
    name: 'Connect the calendar account',
    async run({ rig, pages }) {
      const page = pageOf(pages, 'home');
      await page.getByRole('link', { name: 'Calendars', exact: true }).click();
      const window = rig.context.waitForEvent('page');
      await page.getByRole('button', { name: 'Connect Google Calendar' }).click();
      await signIn(await window);
      await page.getByText(/^read .* events$/).waitFor();
      await page.getByRole('heading', { name: ME }).scrollIntoViewIfNeeded();
      return page;
    },
  },
];

/** Through the pages in which Google asks who one is and whether one agrees. */
async function signIn(window: Page): Promise<void> {
  await window.getByRole('button', { name: ME }).click();
  for (const box of await window.getByRole('checkbox').all()) await box.check();
  await window.getByRole('button', { name: 'Allow' }).click();
}

function pageOf(pages: Walk['pages'], name: 'calendar' | 'call' | 'home'): Page {
  const page = pages.get(name);
  if (!page) throw new Error(`An earlier step should have opened the page "${name}".`);
  return page;
}

const article = (page: Page, { circleTitle }: SandboxCalendar) =>
  page.getByRole('region', { name: 'Spotted meetings' }).getByRole('article', { name: circleTitle });

const sidebar = (page: Page): FrameLocator =>
  page.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');

async function startMeeting(page: Page): Promise<void> {
  await sidebar(page).getByRole('button', { name: 'Start meeting' }).click();
  await sidebar(page).getByRole('timer').waitFor();
}

/** Presses Next once and waits until the clock is another's. */
async function next(page: Page): Promise<void> {
  const timer = sidebar(page).getByRole('timer');
  const before = await timer.getAttribute('aria-label');
  await sidebar(page).getByRole('button', { name: /^Next/ }).click();
  while ((await timer.getAttribute('aria-label')) === before) await page.waitForTimeout(20);
}

/** Presses Next until the named phase is on; gives up after more steps than a meeting has. */
export async function nextTo(page: Page, phase: RegExp): Promise<void> {
  const current = sidebar(page).locator('[aria-current="step"]');
  for (let presses = 0; presses < 40; presses += 1) {
    if (phase.test((await current.textContent()) ?? '')) return;
    await next(page);
  }
  throw new Error(`The phase ${phase} never came.`);
}
