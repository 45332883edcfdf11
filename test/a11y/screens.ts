import { AROUND_SCREENS } from './around-screens.ts';
import { FAILING_SCREENS } from './failing-screens.ts';
import { MEETING_SCREENS } from './meeting-screens.ts';
import { CIRCLE_SCREENS, NOTHING_SCREENS } from './own-screens.ts';
import type { Screen } from './screen.ts';
import { YEAR_SCREENS } from './year-screens.ts';

/**
 * Every screen and state that invented data opens by itself, in the order in which they are looked at. Circles that are shared
 * need a second device: accessible-shared.e2e.ts. What needs a call around it is looked at by the end-to-end tests of those.
 */
export const SCREENS: readonly Screen[] = [
  ...NOTHING_SCREENS,
  ...YEAR_SCREENS,
  ...MEETING_SCREENS,
  ...CIRCLE_SCREENS,
  ...AROUND_SCREENS,
  ...FAILING_SCREENS,
];
