import { existsSync } from 'node:fs';
import { homedir } from 'node:os';

/** Where a Chromium that still loads unpacked extensions from the command line may live (branded Chrome does not). */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-for-testing',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  `${homedir()}/Applications/Chromium.app/Contents/MacOS/Chromium`,
];

/**
 * Path of the Chromium to use: `CHROMIUM` from the environment, else the first that is there, else null.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}
