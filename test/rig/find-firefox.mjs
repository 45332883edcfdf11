import { existsSync } from 'node:fs';
import { homedir } from 'node:os';

/** Where a Firefox may live. Snap's cannot read profiles in the folder for temporary files, so it is left out. */
const PLACES = [
  '/usr/bin/firefox-esr',
  '/opt/firefox/firefox',
  '/usr/lib/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${homedir()}/Applications/Firefox.app/Contents/MacOS/firefox`,
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * Path of the Firefox to use: `FIREFOX` from the environment, else the first that is there, else null.
 * @returns {string | null}
 */
export function findFirefox() {
  const named = process.env.FIREFOX;
  if (named) return existsSync(named) ? named : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}
