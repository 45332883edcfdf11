/**
 * The one place that tells the time. Wall and monotonic time are kept together, so that a clock set back in the
 * middle of a meeting does not send a turn back with it; and the one place where tests move the clock, for page,
 * frame and worker alike: `storage.local['clock.offsetMs']`, which only extension contexts can write.
 */
export interface Clock {
  /** Milliseconds since 1970, corrected: it never runs backwards while this context lives. */
  now(): number;
}

interface MovableClock extends Clock {
  /** By how much the wall clock is put right, ms; 0 unless it was set back while this context lived. */
  correction(): number;
  /** Takes over the correction of the context that opened this one, ms, so that both show one time. */
  correct(ms: number): void;
  /** Adds to the time from now on, in ms. */
  move(offsetMs: number): void;
  /**
   * Goes by the time of the circle that this screen shows: what that is ahead of this computer's, ms. 0: by one's own.
   * What is shared goes slowly from one to the other (`lib/share`), so this never sets the time back by itself.
   */
  follow(aheadMs: number): void;
  /** As `now`, but always by this computer's own time. */
  own(): number;
  /** Calls back after a move. @returns the function that stops it. */
  onMoved(listener: () => void): () => void;
}

interface Sources {
  wall(): number;
  monotonic(): number;
}

/** A step back larger than this is a clock change and not jitter. */
const STEP_MS = 2_000;
/** No clock is wrong by more than a zone's day; what says so is not ours. */
const MOST_MS = 26 * 3_600_000;

const system: Sources = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * A clock over the two sources. When the wall falls behind what the monotonic clock says by more than
 * two seconds, it was set back: the difference is added from then on. When the wall runs ahead, time really
 * passed (the computer slept) and the wall is believed, but for a step forward by just what is being corrected: then the
 * clock that was set back was set right again. When both stood still there is nothing to see.
 */
export function createClock(sources: Sources = system): MovableClock {
  let wall = sources.wall();
  let mono = sources.monotonic();
  let correction = 0;
  let offset = 0;
  let ahead = 0;
  const listeners = new Set<() => void>();
  const own = (): number => {
    const nextWall = sources.wall();
    const nextMono = sources.monotonic();
    const missing = wall + (nextMono - mono) - nextWall;
    if (missing > STEP_MS) correction += missing;
    else if (correction > 0 && Math.abs(missing + correction) <= STEP_MS) correction = 0;
    wall = nextWall;
    mono = nextMono;
    return Math.round(nextWall + correction + offset);
  };
  return {
    own,
    now: () => own() + Math.round(ahead),
    correction: () => correction,
    correct(ms) {
      if (ms > STEP_MS && ms < MOST_MS) correction = ms;
    },
    move(offsetMs) {
      if (offsetMs === offset) return;
      offset = offsetMs;
      for (const listener of listeners) listener();
    },
    follow(aheadMs) {
      const isSet = Math.abs(aheadMs - ahead) > STEP_MS;
      ahead = aheadMs;
      if (isSet) for (const listener of listeners) listener();
    },
    onMoved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const KEY = 'clock.offsetMs';

interface StorageLike {
  local: { get(key: string): Promise<Record<string, unknown>> };
  onChanged: {
    addListener(listener: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
  };
}

/** The clock of this context. */
export const clock = createClock();

/** Reads the test offset and follows it; awaited once before a screen first shows a time. */
export async function followClock(kept: StorageLike): Promise<void> {
  // Not called `storage`: for a name it knows WXT brings its library in, 5 kB for every page.
  const apply = (value: unknown) => clock.move(typeof value === 'number' ? value : 0);
  kept.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) apply(changes[KEY]?.newValue);
  });
  apply((await kept.local.get(KEY))[KEY]);
}

const KEPT = 'clock.correction';

/**
 * Takes over by how much a clock was put right: from the address (`ahead`, ms) of a page that another has opened, or
 * from the same tab before it was loaded anew (`kept`, the tab's own storage), and leaves it there in turn.
 */
export function inheritCorrection(search: string, kept: Storage, page: EventTarget): void {
  clock.correct(Number(new URLSearchParams(search).get('ahead') ?? kept.getItem(KEPT)));
  page.addEventListener('pagehide', () => kept.setItem(KEPT, String(clock.correction())));
}
