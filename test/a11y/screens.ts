import { FAILING_SCREENS } from './failing-screens.ts';
import { MEETING_SCREENS } from './meeting-screens.ts';
import { CIRCLE_SCREENS, NOTHING_SCREENS } from './own-screens.ts';
import type { Screen } from './screen.ts';
import { YEAR_SCREENS } from './year-screens.ts';

/**
 * Every screen and state that invented data opens by itself, in the order in which they are looked at. What needs a call, a
 * calendar's page, another device or an account around it is looked at by the end-to-end tests of those.
 */
export const SCREENS: readonly Screen[] = [
  ...NOTHING_SCREENS,
  ...YEAR_SCREENS,
  ...MEETING_SCREENS,
  ...CIRCLE_SCREENS,
  ...FAILING_SCREENS,
];
