import { THURSDAY } from '../builders/thursday.ts';
import { all, fill, press, type Reach, type Screen, unfold } from './screen.ts';

const small = (name: string, at: string, reach?: Reach): Screen => ({
  name,
  holding: 'circle',
  at,
  narrow: true,
  ...(reach ? { reach } : {}),
});
const room = (name: string, reach?: Reach): Screen =>
  small(`sidebar, ${name}`, `sidebar.html?circle=${THURSDAY}`, reach);

/** Presses Next until the clock is for `label`. */
const until =
  (label: RegExp): Reach =>
  async (page) => {
    const step = () => page.getByRole('timer').getAttribute('aria-label');
    for (let tries = 0; tries < 30; tries += 1) {
      const before = (await step()) ?? '';
      if (label.test(before)) return;
      await page.getByRole('button', { name: /^Next/ }).first().press('Enter');
      await page.waitForFunction(
        (was) => document.querySelector('[role=timer]')?.getAttribute('aria-label') !== was,
        before,
      );
    }
    throw new Error(`${label} never came`);
  };

/** The popup, and a whole meeting in the sidebar; it goes on from one to the next, so the order counts. */
export const MEETING_SCREENS: readonly Screen[] = [
  small('popup', 'popup.html'),
  small('popup, more for a contract', 'popup.html', press('More for this contract')),
  small('popup, nothing written', 'popup.html', press('Add contract')),
  small('popup, a report', 'popup.html', press('Partly')),
  small('sidebar, which circle', 'sidebar.html'),
  small('sidebar, of a circle that is gone', 'sidebar.html?circle=nobody'),
  room('before'),
  room('before, all folds open', unfold),
  room('before, its menu', press('More')),
  room('before, what can be done with a turn', press('More for Bea Ortiz’s turn')),
  room('before, covered', press('Cover sidebar')),
  room('running', press('Start meeting')),
  small('clock in a window', `sidebar.html?clock=${THURSDAY}`),
  room('asking for time', until(/^Roles/)),
  room('reports', all(until(/^Chen reports/), unfold)),
  room('a turn', all(until(/^Bea’s turn/), unfold)),
  room('a turn passed', press(/^Pass: Dana/)),
  room('paused', press('Pause')),
  small('clock in a window, paused', `sidebar.html?clock=${THURSDAY}`),
  room('going on', press('Resume')),
  room('contracts', all(until(/^Chen’s contract/), press('Add contract'))),
  room('close', until(/^Strokes/)),
  room('the thread lost', press('We lost the thread')),
  room('a stroke kept', all(unfold, fill('What you heard', 'You asked what I was afraid of'), press('Keep'))),
  room('after', press(/^End meeting/)),
  room('after, all folds open', unfold),
  room('another meeting', press('Hold another meeting')),
];
