import type { AuthorId } from '../../fact/fact.ts';

/**
 * One clock for a circle. Devices follow a **line** of time: the clock of whoever began it, handed on from device to
 * device. On a line the lowest author present is the reference, and tells its own idea of the line, so nothing jumps
 * when a reference leaves. Nobody's clock has to be right, and all instants here but circle time itself are local, ms.
 */
export interface CircleTime {
  readonly me: AuthorId;
  /** When this device began to look, local. */
  readonly upAt: number;
  /** The line followed; null while nobody else is there to share a time with. */
  readonly line: string | null;
  /** Circle time is local time and what lies between these two: it goes from the first at `fromAt` towards the second. */
  readonly from: number;
  readonly fromAt: number;
  readonly towards: number;
  /** Whom the samples are of. */
  readonly asked: { reference: AuthorId; line: string } | null;
  readonly samples: readonly Sample[];
  readonly underWay: readonly Probe[];
  readonly sent: number;
  readonly nextAt: number;
  /** How long the next wait between two probes is: longer and longer while they find what was expected. */
  readonly everyMs: number;
  readonly peers: readonly TimedPeer[];
}

/** What a present device says of its time. `upMs`: how long it has been looking. */
export interface TimedPeer {
  device: AuthorId;
  line: string | null;
  upMs: number;
}

interface Sample {
  offset: number;
  /** Half of the round trip: the most it can be wrong by. */
  within: number;
  at: number;
}

export interface Probe {
  to: AuthorId;
  id: number;
  /** Local. */
  sentAt: number;
}

/** What comes back for a probe: when it came and when the answer went, in the circle time of whoever was asked. */
export interface Echo {
  from: AuthorId;
  id: number;
  line: string;
  cameAt: number;
  wentAt: number;
}

/** Probes of one burst; the best of them counts. */
export const BURST = 8;
/** Samples before a line is followed; those that come after make it better. */
const ENOUGH = 3;
const BURST_MS = 120;
/** After the burst. Two quartz clocks part by a millisecond in ten seconds at the worst. */
const STEADY_MS = 10_000;
/** Clocks that keep together are asked less and less often, to this: what others say of their time shows when they part. */
const MOST_STEADY_MS = 600_000;
/** A probe that finds the time off by no more than this, or than it may itself be wrong, finds what was expected. */
const GOOD_MS = 1.5;
/** What the reference says its time is, one way and not measured: off by more than this it is measured again, */
const PARTED_MS = 5;
/** though not more often, */
const LEAST_DOUBT_MS = 150_000;
/** and all anew where anybody's is off by so much: a clock was set. */
const ASTRAY_MS = 5_000;
/** By how much two clocks part, at the worst (quartz: 50 ppm each). */
const DRIFT = 1e-4;
/** A round trip above it says too little. */
const MOST_TRIP_MS = 4_000;
/** Differences up to this are made up for slowly; larger ones come from a clock that was changed, or from two lines. */
export const STEP_MS = 2_000;
/** How fast: a second takes 0.9 to 1.1 seconds. Below 1, so time never stands still or runs back. */
const SLEW = 0.1;
/** Below this, who has been here longer is not looked at. */
const TOGETHER_MS = 5_000;

/** What another page of this device goes on with when it takes over, so that no clock on it jumps. */
export interface HeldTime {
  line: string | null;
  offsetMs: number;
  upMs: number;
}

export const newCircleTime = (me: AuthorId, now: number, held?: HeldTime): CircleTime => ({
  me,
  upAt: now - (held?.upMs ?? 0),
  line: held?.line ?? null,
  from: held?.offsetMs ?? 0,
  fromAt: now,
  towards: held?.offsetMs ?? 0,
  asked: null,
  samples: [],
  underWay: [],
  sent: 0,
  nextAt: now,
  everyMs: STEADY_MS,
  peers: [],
});

/** The difference of circle time to this device's own, ms. */
export function circleOffset(time: CircleTime, now: number): number {
  const most = Math.max(0, now - time.fromAt) * SLEW;
  return time.from + Math.min(most, Math.max(-most, time.towards - time.from));
}

/** The circle's time, ms since 1970. It never runs backwards while the line stays and no clock is set anew. */
export const circleNow = (time: CircleTime, now: number): number => Math.round(now + circleOffset(time, now));

/** For who takes over from here. */
export const heldTime = (time: CircleTime, now: number): HeldTime => ({
  ...timeClaim(time, now),
  offsetMs: circleOffset(time, now),
});

/** What this device tells others of its time. */
export const timeClaim = (time: CircleTime, now: number): Omit<TimedPeer, 'device'> => ({
  line: time.line,
  upMs: Math.max(0, now - time.upAt),
});

/** Who is here, with what they say of their time. A line of one's own is begun when somebody needs one. */
export function withPeers(time: CircleTime, peers: readonly TimedPeer[], now: number): CircleTime {
  const known = { ...time, peers };
  const begun = known.line === null && isToBegin(known, now) ? { ...known, line: lineOf(known, now) } : known;
  const asked = toAsk(begun);
  if (asked?.reference === time.asked?.reference && asked?.line === time.asked?.line) return begun;
  // What an earlier reference told is not mixed with what the next one does.
  return { ...begun, asked, ...ANEW, nextAt: asked ? now : Number.POSITIVE_INFINITY };
}

const ANEW = { samples: [], underWay: [], everyMs: STEADY_MS } as const;

/**
 * Somebody on the same line said what time it was when they spoke. The way to here took some milliseconds: about half a
 * round trip where it is the reference. What does not fit is measured sooner than it would have been.
 */
export function doubted(time: CircleTime, from: AuthorId, said: number, now: number): CircleTime {
  const last = time.samples.at(-1);
  if (!time.asked || !last) return time;
  const [off, age] = [Math.abs(said + last.within - circleNow(time, now)), Math.abs(now - last.at)];
  if (off > ASTRAY_MS && age >= STEADY_MS) return { ...time, ...ANEW, nextAt: now };
  const hasParted = from === time.asked.reference && off > PARTED_MS + last.within && age >= LEAST_DOUBT_MS;
  return hasParted ? { ...time, nextAt: Math.min(time.nextAt, now) } : time;
}

/** Random enough: no two devices are called the same, and none begins two lines in a millisecond. */
const lineOf = ({ me }: CircleTime, now: number): string => `${now.toString(36)}${me.slice(0, 12)}`;

/** Where nobody has a line, whoever has been here longest begins one; of those who came together, the lowest. */
function isToBegin({ peers, me, upAt }: CircleTime, now: number): boolean {
  if (peers.length === 0 || peers.some(({ line }) => line !== null)) return false;
  const all = [...peers, { device: me, upMs: now - upAt }];
  const longest = all.reduce((most, { upMs }) => Math.max(most, upMs), 0);
  const first = all.filter(({ upMs }) => upMs >= longest - TOGETHER_MS).map(({ device }) => device);
  // Two may each take the other for the one when they are near the limit; the lowest does not wait for ever.
  const late = now - upAt > 6 * TOGETHER_MS ? all.map(({ device }) => device) : first;
  return first.sort()[0] === me || late.sort()[0] === me;
}

/** The line to follow and whose clock tells it; null when that is one's own, or nobody's. */
function toAsk({ peers, me, line }: CircleTime): CircleTime['asked'] {
  const lines = [line, ...peers.map((peer) => peer.line)].filter((one) => one !== null).sort();
  const best = lines[0];
  if (best === undefined) return null;
  const on = peers.filter((peer) => peer.line === best).map(({ device }) => device);
  const reference = (line === best ? [me, ...on] : on).sort()[0];
  return reference === undefined || reference === me ? null : { reference, line: best };
}

/** A probe that is due. Its answer is waited for a few seconds. */
export function probing(time: CircleTime, now: number): { time: CircleTime; probe: Probe | null } {
  if (!time.asked || now < time.nextAt) return { time, probe: null };
  const probe = { to: time.asked.reference, id: time.sent + 1, sentAt: now };
  const underWay = [...time.underWay.filter((one) => now - one.sentAt <= MOST_TRIP_MS), probe].slice(
    -2 * BURST,
  );
  const inBurst = time.samples.length + underWay.length < BURST;
  const nextAt = now + (inBurst ? BURST_MS : time.everyMs);
  return { time: { ...time, sent: probe.id, underWay, nextAt }, probe };
}

/**
 * Takes in an answer. Ignored: one to no probe that is under way, from somebody else than was asked, of another line,
 * or with times that cannot be. `stepped`: the time was set anew, and may have gone back.
 */
export function echoed(time: CircleTime, echo: Echo, now: number): { time: CircleTime; stepped: boolean } {
  const { asked } = time;
  const probe = time.underWay.find((one) => one.id === echo.id && one.to === echo.from);
  if (!probe || !asked || echo.from !== asked.reference || echo.line !== asked.line)
    return { time, stepped: false };
  const underWay = time.underWay.filter((one) => one !== probe);
  const trip = now - probe.sentAt - (echo.wentAt - echo.cameAt);
  const offset = (echo.cameAt - probe.sentAt + echo.wentAt - now) / 2;
  if (!(echo.wentAt >= echo.cameAt && trip >= 0 && trip <= MOST_TRIP_MS) || !Number.isFinite(offset))
    return { time: { ...time, underWay }, stepped: false };
  const sample = { offset, within: trip / 2, at: now };
  // Far from what was measured before: one of the two clocks was set, and the older samples are of no use.
  const older = time.samples.filter(
    (one) => Math.abs(one.offset - offset) <= STEP_MS + one.within + sample.within,
  );
  const samples = [...older, sample].slice(-BURST);
  const isExpected = Math.abs(offset - circleOffset(time, now)) <= Math.max(GOOD_MS, sample.within);
  const everyMs = isExpected ? time.everyMs * 2 : time.everyMs / 2;
  const wait = time.samples.length < BURST ? STEADY_MS : everyMs;
  const measured = {
    ...time,
    underWay,
    samples,
    everyMs: Math.max(STEADY_MS, Math.min(MOST_STEADY_MS, wait)),
  };
  if (time.line !== asked.line && samples.length < ENOUGH) return { time: measured, stepped: false };
  return followed(measured, asked.line, now);
}

/** Follows the best of the samples: at once on a first line or where the difference is large, slowly otherwise. */
function followed(time: CircleTime, line: string, now: number): { time: CircleTime; stepped: boolean } {
  const worth = (one: Sample) => one.within + (now - one.at) * DRIFT;
  const best = time.samples.reduce((a, b) => (worth(b) < worth(a) ? b : a));
  const shown = circleOffset(time, now);
  const stepped = Math.abs(best.offset - shown) > STEP_MS;
  const from = stepped || time.line === null ? best.offset : shown;
  return { time: { ...time, line, from, fromAt: now, towards: best.offset }, stepped };
}
