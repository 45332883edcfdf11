/** A word to come at a time that its reader chose: about one contract, or about what is open before a meeting. UTC ms. */
export interface Nudge {
  kind: 'contract' | 'circle';
  circleId: string;
  /** The contract's, or the meeting's. */
  id: string;
  at: number;
  /** From then on it comes too late. */
  until: number;
}

/** What was said already; `key` by {@link nudgeKey}. */
export interface Nudged {
  key: string;
  /** UTC ms. */
  at: number;
}

const DAY_MS = 24 * 60 * 60_000;
/** A computer that slept still says it within a day. */
export const NUDGE_LATE_MS = DAY_MS;
/** Alarms are a little off; nobody minds these few ms. */
const JITTER_MS = 5_000;
const REMEMBER_MS = 35 * DAY_MS;

/** With the time in it: a nudge that is put off is another one. */
export const nudgeKey = ({ kind, id, at }: Pick<Nudge, 'kind' | 'id' | 'at'>): string =>
  `${kind}\n${id}\n${at}`;

/** Which nudges are due at `now`, the earliest first, and when to look again (null: nothing to wait for). */
export function nudgesAt(
  nudges: readonly Nudge[],
  told: readonly Nudged[],
  now: number,
): { due: Nudge[]; nextAt: number | null } {
  const said = new Set(told.map((one) => one.key));
  const open = nudges.filter((one) => !said.has(nudgeKey(one)));
  const due = open.filter((one) => one.at <= now + JITTER_MS && now < one.until);
  const ahead = open.filter((one) => one.at > now + JITTER_MS).map((one) => one.at);
  return {
    due: due.sort((a, b) => a.at - b.at || (nudgeKey(a) < nudgeKey(b) ? -1 : 1)),
    nextAt: ahead.length > 0 ? Math.min(...ahead) : null,
  };
}

/** Notes one as said, and forgets what lies five weeks back. */
export const noteNudged = (told: readonly Nudged[], nudge: Nudge, now: number): Nudged[] => [
  ...told.filter((one) => one.at > now - REMEMBER_MS && one.key !== nudgeKey(nudge)),
  { key: nudgeKey(nudge), at: now },
];
