import type { Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';
import { CIRCLE_EVENT, OFFERED_EVENT } from '../rig/seed-accounts.ts';
import { all, fill, first, press, type Reach, type Screen, unfold } from './screen.ts';

const NAMES = ['Ana', 'Bo', 'Chen', 'Dana', 'Eli', 'Fay', 'Gus', 'Hana', 'Ida'];
const home = (place: string, name: string, reach?: Reach): Screen => ({
  name: `${place}: ${name}`,
  holding: 'accounts',
  at: `home.html#/${place}`,
  ...(reach ? { reach } : {}),
});

/** Presses Next until the event's clock is for `label`. */
const until =
  (label: RegExp): Reach =>
  async (page) => {
    const part = () => page.getByRole('timer').getAttribute('aria-label');
    for (let tries = 0; tries < 20; tries += 1) {
      const before = (await part()) ?? '';
      if (label.test(before)) return;
      await press(/^Next: /)(page);
      await page.waitForFunction(
        (was) => document.querySelector('[role=timer]')?.getAttribute('aria-label') !== was,
        before,
      );
    }
    throw new Error(`${label} never came`);
  };

/** It goes on from one to the next, so the order counts. */
const event = first('speed');
const speed: readonly Screen[] = [
  {
    ...home(
      'speed',
      'begun',
      all(
        fill('Name of the event', 'Autumn workshop'),
        fill('Who comes', NAMES.join('\n')),
        press('Draw the pairs'),
        press('Begin now'),
      ),
    ),
    at: 'home.html#/speed/new',
  },
  home('speed', 'a round', all(event, until(/^Round 1 .*first half/))),
  home('speed', 'a round, all folds open', all(event, unfold)),
  home('speed', 'paused', all(event, press('Pause'))),
  home('speed', 'changing rooms', all(event, press('Resume'), until(/^Change rooms/))),
  home('speed', 'somebody left early', all(event, press('Left early: Bo'))),
  home(
    'speed',
    'somebody came late',
    all(event, fill('Name of somebody who came late', 'Lee'), async (page) => page.keyboard.press('Enter')),
  ),
  home('speed', 'the wrap-up', all(event, until(/^Wrap/))),
  home('speed', 'just over', all(event, press('End the event'))),
];

const card = (name: string, shown: { readonly eventId: string }, reach?: Reach, dark = false): Screen => ({
  name: `event card, ${name}`,
  holding: 'accounts',
  at: `event-card.html${dark ? '#dark' : ''}`,
  narrow: true,
  prepare: showEvent(shown.eventId),
  ...(reach ? { reach } : {}),
});

/** What the script in a calendar's page would have said of this tab. */
const showEvent =
  (eventId: string): Reach =>
  (page: Page) =>
    page.evaluate(async (id) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { getCurrent(): Promise<{ id: number }> };
          storage: { session: { set(items: object): Promise<void> } };
        };
      };
      const tab = await chrome.tabs.getCurrent();
      const shown = { site: 'google', eventId: id, calendarId: '' };
      await chrome.storage.session.set({ [`event.tab.${tab.id}`]: shown });
    }, eventId);

const accounts: readonly Screen[] = [
  home('calendars', 'accounts in every state'),
  home('calendars', 'accounts, all folds open', unfold),
  home('calendars', 'before an account goes', press('Disconnect')),
  { name: 'popup, an account waits', holding: 'accounts', at: 'popup.html', narrow: true },
];

const cards: readonly Screen[] = [
  card('of a circle', CIRCLE_EVENT),
  card('of a circle, in a dark calendar', CIRCLE_EVENT, undefined, true),
  card('a contract', CIRCLE_EVENT, press('Add a contract')),
  card('an offer', OFFERED_EVENT),
  card('an offer, no', OFFERED_EVENT, press('Not a circle')),
];

/** A page that would close itself at once stays to be looked at. */
const clockOver: Screen = {
  name: 'clock in a window, after the end',
  holding: 'accounts',
  at: `sidebar.html?clock=${THURSDAY}`,
  narrow: true,
  broken: () => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: { remove: () => Promise<void> } } };
    chrome.tabs.remove = async () => undefined;
  },
};

/** A circle that is shared by files, which needs no second device. It stays shared, so these come last. */
const shareByFile = all(press('Share this circle'), press('Go on'), async (page) => {
  await page.getByRole('radio', { name: 'By files, sent by hand' }).focus();
  await page.keyboard.press('Space');
});
const shared: readonly Screen[] = [
  { ...home('shared', 'by files', shareByFile), at: `home.html#/circles/${THURSDAY}` },
  {
    ...home('shared', 'for all who are in it', all(shareByFile, press('Share now'))),
    at: `home.html#/circles/${THURSDAY}`,
  },
  { ...home('shared', 'all folds open', all(first('circles'), unfold)), at: 'home.html#/circles' },
  {
    ...home('shared', 'an invitation', all(first('circles'), press('Invite Asha Sen'))),
    at: 'home.html#/circles',
  },
  { ...home('shared', 'joining', all(press('Join a circle'))), at: 'home.html#/circles' },
];

/** What invented data alone does not open: a running event, accounts, an event in a calendar's page, a clock without a meeting. */
export const AROUND_SCREENS: readonly Screen[] = [...speed, ...accounts, ...cards, clockOver, ...shared];
