/** The database of the demonstration: what is tried there never stands beside what is one's own. */
export const DEMO_DATABASE = 'circlekeeper-demonstration';

/** The database of a meeting to try; each one begins it anew. */
export const PRACTICE_DATABASE = 'circlekeeper-practice';

const FLAG = 'demonstration';
const PRACTICE = 'practice';

const flag = (): string | null => new URLSearchParams(globalThis.location?.search ?? '').get(FLAG);

/** Whether this page shows an invented circle instead of what is one's own; its address says so. */
export const isDemonstration = (): boolean => flag() !== null;

/** Whether that is the circle of a meeting to try, and not the one with a year behind it. */
export const isPractice = (): boolean => flag() === PRACTICE;

/** The home page of the demonstration. */
export const DEMO_ADDRESS = `/home.html?${FLAG}`;

/** The sidebar of a circle that has not met yet, to try a meeting in. */
export const PRACTICE_ADDRESS = `/sidebar.html?${FLAG}=${PRACTICE}`;

/** The address of a page that stays in the demonstration when it is opened out of it. */
export function stayIn(address: string): string {
  if (!isDemonstration()) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${FLAG}${isPractice() ? `=${PRACTICE}` : ''}`;
}
