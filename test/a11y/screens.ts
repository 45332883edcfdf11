import type { Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';

/** A screen in one of its states, and how one comes to it. */
export interface Screen {
  readonly name: string;
  /** The page of the extension, with what follows `#`. */
  readonly at: string;
  /** What a person does from there. */
  readonly reach?: (page: Page) => Promise<void>;
  /** Made for a narrow place: looked at 360 px wide in place of 1280. */
  readonly narrow?: boolean;
}

const DEMO = 'home.html?demonstration';
const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).first().press('Enter');
  };
/** Opens the first thing of a section that has a page of its own; that page may have further steps. */
const first =
  (section: string, step = '') =>
  async (page: Page): Promise<void> => {
    const link = page.locator(`main a[href^="#/${section}/"]:not([href$="/sheet"])`).first();
    const href = await link.getAttribute('href');
    const place = href?.split('/').slice(0, 3).join('/');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${place}${step}`);
    await page.waitForFunction((hash) => location.hash === hash, `${place}${step}`);
  };
const opens =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await press(name)(page);
    await page.locator('dialog[open]').waitFor();
  };

const SECTIONS = ['circles', 'contracts', 'goals', 'network', 'insights', 'formats', 'calendars', 'settings'];
const PLACES = [...SECTIONS, 'speed', 'mine', 'office', 'contracts/sheet'];
const STEPS = ['leave', 'close', 'year', 'pulse', 'milestones', 'report'];

/** Home in its sections and steps, with an invented year in it. */
const full: readonly Screen[] = [
  ...PLACES.map((place) => ({ name: `home, ${place}`, at: `${DEMO}#/${place}` })),
  { name: 'home, a circle', at: `${DEMO}#/circles`, reach: first('circles') },
  ...STEPS.map((step) => ({
    name: `home, a circle: ${step}`,
    at: `${DEMO}#/circles`,
    reach: first('circles', `/${step}`),
  })),
  { name: 'home, a goal', at: `${DEMO}#/goals`, reach: first('goals') },
  { name: 'home, a circle’s insights', at: `${DEMO}#/insights`, reach: first('insights') },
  { name: 'home, a format being read', at: `${DEMO}#/formats`, reach: first('formats') },
  { name: 'home, a circle being made', at: `${DEMO}#/circles`, reach: opens('New circle') },
];

/** Home where nothing is there yet, or what is there is one circle. */
const empty: readonly Screen[] = [
  ...PLACES.map((place) => ({ name: `home without a year, ${place}`, at: `home.html#/${place}` })),
  { name: 'home, joining', at: 'home.html#/circles', reach: opens('Join a circle') },
  { name: 'home, erasing everything', at: 'home.html#/settings', reach: opens('Delete everything') },
  {
    name: 'home, a wrong feed',
    at: 'home.html#/calendars',
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Calendar feed address' }).fill('my calendar');
      await press('Add feed')(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'popup', at: 'popup.html', narrow: true },
  { name: 'sidebar, which circle', at: 'sidebar.html', narrow: true },
  { name: 'sidebar, before', at: `sidebar.html?circle=${THURSDAY}`, narrow: true },
];

/** The same meeting goes on from one to the next, so these come last and in this order. */
const meeting: readonly Screen[] = [
  {
    name: 'sidebar, running',
    at: `sidebar.html?circle=${THURSDAY}`,
    narrow: true,
    reach: async (page) => {
      await press('Start meeting')(page);
      await page.getByRole('timer').waitFor();
    },
  },
  {
    name: 'sidebar, after',
    at: `sidebar.html?circle=${THURSDAY}`,
    narrow: true,
    reach: async (page) => {
      await press('End meeting')(page);
      await page.getByRole('region', { name: 'Summary' }).waitFor();
    },
  },
];

/** Every screen that seeded data opens by itself; the states on the way through a meeting are in `sidebar.e2e`. */
export const SCREENS: readonly Screen[] = [...full, ...empty, ...meeting];
