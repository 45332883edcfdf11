import type { Series } from '../event.ts';
import type { KnownCircle } from './spotted.ts';

const NOT_A_PERSON = /@(?:group|resource)\.calendar\.google\.com$/;

/** The organiser, when she is a person who is not among the guests herself. */
function organizerApart({ guests, organizer }: Series): string | null {
  const email = organizer?.email;
  if (!email) return null;
  for (const guest of guests) if (guest.email === email) return null;
  return NOT_A_PERSON.test(email) ? null : email;
}

/**
 * How many people are invited besides the member, without rooms and group calendars. A calendar lists its owner among
 * the guests, so one of them is taken to be the member.
 */
export function countPeople(series: Series): number {
  if (series.guests.length === 0) return 0;
  let count = organizerApart(series) === null ? -1 : 0;
  for (let i = 0; i < series.guests.length; i++) if (series.guests[i]?.kind === 'person') count++;
  return Math.max(0, count);
}

export interface Familiar {
  circle: KnownCircle;
  /** Members of the circle who are invited here too. */
  shared: number;
  samePeople: boolean;
  sameLink: boolean;
  /** It meets as often as the circle. */
  sameRhythm: boolean;
  sameSeries: boolean;
}

interface Prepared {
  circle: KnownCircle;
  people: ReadonlySet<string>;
  keys: ReadonlySet<string>;
  codes: ReadonlySet<string>;
}

const prepared = new WeakMap<readonly KnownCircle[], readonly Prepared[]>();

function prepare(known: readonly KnownCircle[]): readonly Prepared[] {
  const ready =
    prepared.get(known) ??
    known.map((circle) => ({
      circle,
      people: new Set(circle.people.map((email) => email.toLowerCase())),
      keys: new Set(circle.keys),
      codes: new Set(circle.codes),
    }));
  prepared.set(known, ready);
  return ready;
}

/** At least two others besides the member, and most of both the circle and the invited. */
function mostlyThe(circle: number, invited: number, shared: number): boolean {
  return shared >= 3 && shared >= 0.6 * invited && shared >= 0.6 * circle;
}

/** The known circle that series, call or people point at, or null. `known` is read once and must not change afterwards. */
export function familiar(series: Series, known: readonly KnownCircle[]): Familiar | null {
  if (known.length === 0) return null;
  const others = countPeople(series);
  const organizer = organizerApart(series);
  let best: Familiar | null = null;
  for (const { circle, people: members, keys, codes } of prepare(known)) {
    let shared = organizer !== null && members.has(organizer) ? 1 : 0;
    for (const guest of series.guests) if (members.has(guest.email)) shared++;
    const samePeople = mostlyThe(members.size, others + 1, shared);
    const sameLink = series.call !== null && codes.has(series.call.code);
    const sameSeries = keys.has(series.key);
    if (!samePeople && !sameLink && !sameSeries) continue;
    const sameRhythm = circle.everyDays > 0 && circle.everyDays === series.cadence.everyDays;
    const next = { circle, shared, samePeople, sameLink, sameRhythm, sameSeries };
    if (!best || rank(next) > rank(best)) best = next;
  }
  return best;
}

function rank(found: Familiar): number {
  return (found.sameSeries ? 1_000 : 0) + (found.sameLink ? 500 : 0) + found.shared;
}
