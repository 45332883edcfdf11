import type { CallState } from '@/lib/platform/messages';
import type { Body } from '@/lib/platform/messenger';

/** The call a tab shows: what its page told last, and which call that must be. */
export interface TabCall extends Body<'call.seen'> {
  /** Counts the calls of a tab; the page hears it, to know its own call from the next. */
  nth: number;
  /** Since when the state is what it is, UTC ms. */
  at: number;
  /** The last state but `outside`, which is also what a page says that is being left. */
  was: CallState;
  /** At the door of the call the address stopped naming it. */
  asked: boolean;
  /** Only its title says that it is the one that was left. */
  byTitle: boolean;
  /** Before a call that nobody named: the one that may turn out to be the same. */
  last: TabCall | null;
}

/** So long a code holds over a page that shows no call: pages are loaded anew, and people are kept waiting. */
const HELD_MS = 15 * 60_000;
/** And so long at the door of a call: people come early. */
const DOOR_MS = 60 * 60_000;

/**
 * What a tab's call is after its page told `seen` at `now` (UTC ms). A code holds as long as the call it was read for,
 * also where the address stops naming it (Teams: `/v2/`), and for no other call: names and contracts hang on it. Under an
 * address that names nothing, another call is one that begins after leaving or too long after the code was read, one the
 * host asks about anew, or one whose title is another; the same title says that it is the same one again. Such a call
 * gets the code `make` makes up, so that what the member says about it holds for it alone.
 */
export function heldCall(
  before: TabCall | null,
  seen: Body<'call.seen'>,
  now: number,
  make: () => string,
): TabCall {
  const from = before?.host === seen.host ? before : null;
  const { state, title } = seen;
  const isOut = state === 'outside';
  const at = from?.state === state ? from.at : now;
  const was = isOut ? (from?.was ?? state) : state;
  const begin = (code: string | null, last: TabCall | null): TabCall => ({
    ...seen,
    code,
    nth: (before?.nth ?? 0) + 1,
    at,
    was,
    asked: seen.code === null && state === 'lobby',
    byTitle: false,
    last,
  });
  const goOn = (call: TabCall): TabCall => ({
    ...call,
    state,
    title: title ?? call.title,
    at,
    was,
    asked: call.asked || (seen.code === null && state === 'lobby'),
    byTitle: call.byTitle || (seen.code === null && call.was === 'left' && state === 'inCall'),
  });
  if (seen.code !== null) return from?.code === seen.code ? goOn(from) : begin(seen.code, null);
  // A host whose address names its calls has none here.
  if (seen.host === 'meet' || !from || from.code === null) return begin(isOut ? null : make(), null);
  if (isOut) return goOn(from);
  const { last } = from;
  if (last && title !== null && last.title === title) return { ...goOn(last), nth: from.nth + 1 };
  return isSameCall(from, state, title, now) ? goOn(from) : begin(make(), from.last ?? from);
}

/** Whether the page, which names no call, still means `from`. */
function isSameCall(from: TabCall, state: CallState, title: string | null, now: number): boolean {
  // A breakout room has a title of its own.
  if (state === 'inCall' && from.state === 'inCall' && !from.byTitle) return true;
  if (title !== null && from.title !== null) return title === from.title;
  if (state === 'left') return true;
  if (from.was === 'left') return false;
  const isAskedAnew = state === 'lobby' && (from.was === 'inCall' || (from.asked && from.state !== 'lobby'));
  if (isAskedAnew) return false;
  return now - from.at <= (from.state === 'outside' ? HELD_MS : DOOR_MS);
}
