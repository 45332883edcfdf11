import type { Page } from 'playwright-core';
import type { Rig } from '../rig/launch.ts';
import { CIRCLE_CODE } from './calendar.ts';

/** What one step has to work with; steps hand pages on to later ones. */
export interface Walk {
  rig: Rig;
  pages: Map<'calendar' | 'call' | 'home', Page>;
}

export interface WalkStep {
  /** Printed, and the name of its picture. */
  name: string;
  /** Does the step as a person would and returns the page to take a picture of; throws when it cannot be done. */
  run(walk: Walk): Promise<Page>;
}

/** The way of a stranger through the sandbox, from the calendar to the open sidebar. */
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
    name: 'Follow the link to the call that is on',
    async run({ pages }) {
      const page = pageOf(pages, 'calendar');
      await page.locator('.on').getByRole('link', { name: 'Join' }).click();
      await page.waitForURL(`https://meet.google.com/${CIRCLE_CODE}`);
      pages.set('call', page);
      await page.getByRole('button', { name: 'Open Circlekeeper' }).waitFor();
      return page;
    },
  },
  {
    name: 'Join the call',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await page.getByRole('button', { name: 'Join now' }).click();
      await page.locator('[data-participant-id]').first().waitFor();
      return page;
    },
  },
  {
    name: 'Open the sidebar',
    async run({ pages }) {
      const page = pageOf(pages, 'call');
      await page.getByRole('button', { name: 'Open Circlekeeper' }).click();
      await page.frameLocator('iframe[title="Circlekeeper"]').getByRole('heading').first().waitFor();
      return page;
    },
  },
];

function pageOf(pages: Walk['pages'], name: 'calendar' | 'call' | 'home'): Page {
  const page = pages.get(name);
  if (!page) throw new Error(`An earlier step should have opened the page "${name}".`);
  return page;
}
