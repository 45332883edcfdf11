/** The database of the demonstration: what is tried there never stands beside what is one's own. */
export const DEMO_DATABASE = 'circlekeeper-demonstration';

const FLAG = 'demonstration';

/** Whether this page shows the year of an invented circle instead of what is one's own; its address says so. */
export const isDemonstration = (): boolean =>
  new URLSearchParams(globalThis.location?.search ?? '').has(FLAG);

/** The home page of the demonstration. */
export const DEMO_ADDRESS = `/home.html?${FLAG}`;

/** The sidebar of its circle, to try a meeting in. */
export const PRACTICE_ADDRESS = `/sidebar.html?${FLAG}`;

/** The address of a page that stays in the demonstration when it is opened out of it. */
export const stayIn = (address: string): string =>
  isDemonstration() ? `${address}${address.includes('?') ? '&' : '?'}${FLAG}` : address;
