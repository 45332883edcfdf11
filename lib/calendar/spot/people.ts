import type { Series } from '../event.ts';
import type { KnownCircle } from './spotted.ts';

/** Everybody but the member: guests and organiser, without rooms and group calendars. */
export interface People {
  emails: ReadonlySet<string>;
  /** People besides the member. */
  count: number;
}

const NOT_A_PERSON = /@(?:group|resource)\.calendar\.google\.com$/;
const NOBODY: People = { emails: new Set(), count: 0 };

/**
 * Who is invited. A calendar lists its owner among the guests, so one of them is taken to be the member.
 * People without an address count by name.
 */
export function peopleOf(series: Series): People {
  const { guests, organizer } = series;
  if (guests.length === 0) return NOBODY;
  const emails = new Set<string>();
  for (const guest of guests) {
    if (guest.kind === 'person') emails.add(guest.email || guest.name);
  }
  if (organizer?.email && !NOT_A_PERSON.test(organizer.email)) emails.add(organizer.email);
  return { emails, count: Math.max(0, emails.size - 1) };
}

export interface Familiar {
  circle: KnownCircle;
  /** Members of the circle who are invited here too. */
  shared: number;
  samePeople: boolean;
  sameLink: boolean;
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
function mostlyThe(circle: ReadonlySet<string>, invited: ReadonlySet<string>, shared: number): boolean {
  return shared >= 3 && shared >= 0.6 * invited.size && shared >= 0.6 * circle.size;
}

/** The known circle that series, call or people point at, or null. `known` is read once and must not change afterwards. */
export function familiar(series: Series, people: People, known: readonly KnownCircle[]): Familiar | null {
  if (known.length === 0) return null;
  let best: Familiar | null = null;
  for (const { circle, people: members, keys, codes } of prepare(known)) {
    let shared = 0;
    for (const email of people.emails) if (members.has(email)) shared++;
    const samePeople = mostlyThe(members, people.emails, shared);
    const sameLink = series.call !== null && codes.has(series.call.code);
    const sameSeries = keys.has(series.key);
    if (!samePeople && !sameLink && !sameSeries) continue;
    const next = { circle, shared, samePeople, sameLink, sameSeries };
    if (!best || rank(next) > rank(best)) best = next;
  }
  return best;
}

function rank(found: Familiar): number {
  return (found.sameSeries ? 1_000 : 0) + (found.sameLink ? 500 : 0) + found.shared;
}
