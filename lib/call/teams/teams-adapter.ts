import type { CallAdapter } from '../adapter';
import { followTeams } from './follow-teams';
import { DURATION, LEAVE, MARK, NO_NAME, PREJOIN, RECORDING, TILE, TITLE } from './selectors';
import { teamsCode } from './teams-code';

/** Where the bars end while no control of a call can be measured: the program's own bar and the call's, CSS px. */
const USUAL_TOP = 112;

/** Microsoft Teams in the browser. */
export const teamsAdapter: CallAdapter = {
  host: 'teams',
  // The bar is at the top in every layout read about, its height in none: measured, wherever it is.
  bars(page) {
    const { top = 0, bottom = USUAL_TOP } = page.querySelector(LEAVE)?.getBoundingClientRect() ?? {};
    return top > innerHeight / 2 ? { top: 0, bottom: innerHeight - top } : { top: bottom, bottom: 0 };
  },
  codeFrom: teamsCode,
  follow: followTeams,
  read(page) {
    const has = (selector: string) => !!page.querySelector(selector);
    const controls = has(LEAVE);
    const admitted = controls || has(DURATION);
    return { controls, admitted, prejoin: !admitted && has(PREJOIN) };
  },
  title: (page) => TITLE.exec(`${page.querySelector('title')?.textContent}`)?.[1] ?? null,
  names(page) {
    const said = Array.from(page.querySelectorAll<HTMLElement>(TILE), ({ dataset }) =>
      `${dataset.tid}`.replace(MARK, '').trim(),
    );
    return [...new Set(said.filter((name) => !NO_NAME.test(name)))];
  },
  recording: RECORDING,
};
