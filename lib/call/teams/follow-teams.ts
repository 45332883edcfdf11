import type { CallAdapter } from '../adapter';
import { track } from '../call-tracker';

/**
 * Follows a call whose address does not name it while it lasts. Which call that is, is the background's to say
 * (`lib/call/held-call.ts`); here it has no code. Before somebody is in, such a page counts as one of a call only while
 * the host asks whether to join.
 */
export const followTeams: CallAdapter['follow'] = (before, named, read, now) => {
  const reading = read();
  const was = reading.prejoin ? 'lobby' : before.state === 'lobby' ? 'outside' : before.state;
  return track(named === null ? { ...before, code: null, state: was } : before, named, reading, now);
};
