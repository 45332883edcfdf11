/** A time zone as the reader needs it: wall time to instant and back. All numbers are ms. */
export interface Zone {
  /** IANA name, for showing and planning. */
  readonly id: string;
  /** What has to be added to an instant to get the wall time there. */
  offsetAt(utc: number): number;
  /**
   * The instant of a wall time. A time that a change of the clock leaves out is read with the offset before
   * the change; one that comes twice means the first (RFC 5545 §3.3.5).
   */
  toUtc(wall: number): number;
}

/** One stretch of time with one offset; `from` inclusive, `to` exclusive, in UTC ms. */
export interface Stretch {
  from: number;
  to: number;
  offset: number;
}

export const UTC: Zone = { id: 'UTC', offsetAt: () => 0, toUtc: (wall) => wall };

const HOUR_26 = 26 * 3_600_000;

/** A zone over stretches that `find` looks up as they are asked for; the ones seen are kept. */
export function zoneOf(id: string, find: (utc: number) => Stretch): Zone {
  const known: Stretch[] = [];
  let last: Stretch = { from: 0, to: 0, offset: 0 };
  function offsetAt(utc: number): number {
    if (utc >= last.from && utc < last.to) return last.offset;
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const stretch = known[middle];
      if (stretch && stretch.to <= utc) low = middle + 1;
      else high = middle;
    }
    const hit = known[low];
    if (hit && utc >= hit.from) last = hit;
    else {
      last = find(utc);
      known.splice(low, 0, last);
    }
    return last.offset;
  }
  return {
    id,
    offsetAt,
    toUtc(wall) {
      // No zone is more than 26 hours from UTC, so these two offsets are the ones around any change nearby.
      const before = offsetAt(wall - HOUR_26);
      const after = offsetAt(wall + HOUR_26);
      if (before === after) return wall - before;
      const first = wall - before;
      const second = wall - after;
      const firstHolds = offsetAt(first) === before;
      const secondHolds = offsetAt(second) === after;
      if (firstHolds && secondHolds) return Math.min(first, second);
      return secondHolds ? second : first;
    },
  };
}

const zones = new Map<string, Zone | null>();

/** The zone of an IANA name or a plain offset (`+05:30`), from the platform's own data; null when there is none. */
export function ianaZone(name: string): Zone | null {
  const seen = zones.get(name);
  if (seen !== undefined) return seen;
  const made = makeIana(name);
  // A file may name any number of zones that do not exist; they are not worth remembering for ever.
  if (zones.size > 1000) zones.clear();
  zones.set(name, made);
  return made;
}

function makeIana(name: string): Zone | null {
  let origin: Temporal.ZonedDateTime;
  try {
    origin = new Temporal.ZonedDateTime(0n, name);
  } catch {
    return null;
  }
  const id = origin.timeZoneId;
  if (/^(?:etc\/)?(?:utc|uct|zulu|universal|gmt)$/i.test(id)) return UTC;
  return zoneOf(id, (utc) => {
    // Strictly later than `utc`, or a change at that very moment would be taken for the next one.
    const at = new Temporal.ZonedDateTime(BigInt(Math.floor(utc)) * 1_000_000n + 1n, id);
    return {
      from: at.getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      to: at.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: at.offsetNanoseconds / 1_000_000,
    };
  });
}
