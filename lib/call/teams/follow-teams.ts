import type { CallAdapter } from '../adapter';
import { track } from '../call-tracker';

/**
 * Follows a call whose address does not name it while it lasts. Which call that is, is the background's to say
 * (`lib/call/held-call.ts`); here it has no code. Once the host has asked whether to join and asks no more, there is no
 * call until somebody is in; a page that never asked may be one that cannot be read, so it stays at the door.
 */
export const followTeams: CallAdapter['follow'] = (before, named, read, now) => {
  const reading = read();
  const { prejoin } = reading;
  const { state, goneSince } = before;
  const was = goneSince && state === 'lobby' ? 'outside' : state;
  const next = track(
    named ? before : { ...before, code: null, state: prejoin ? 'lobby' : was },
    named,
    reading,
    now,
  );
  return prejoin ? { ...next, goneSince: now } : next;
};
