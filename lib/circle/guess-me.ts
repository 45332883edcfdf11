export interface Clues {
  /** Addresses of the people invited, the organiser among them. */
  people: readonly string[];
  /** Addresses known to be mine, from circles there are. */
  mine: readonly string[];
  /** The name of the calendar it came from: often its owner's address. */
  calendarName: string;
  /** The addresses invited to each other series of that calendar. */
  others: readonly (readonly string[])[];
}

/** So many series with guests are needed before "the one who is in all of them" says anything. */
const ENOUGH = 4;

/**
 * Which of the people invited is the member: a known address, the calendar's owner by its name, or the one person
 * who is invited to nearly everything in it. Null when nothing says so: then the member is asked.
 */
export function guessMe({ people, mine, calendarName, others }: Clues): string | null {
  const invited = [...new Set(people.map((email) => email.toLowerCase()).filter(Boolean))];
  const known = new Set(mine.map((email) => email.toLowerCase()));
  const byAddress = invited.filter((email) => known.has(email));
  if (byAddress.length === 1) return byAddress[0] ?? null;
  const named = calendarName.toLowerCase();
  const byName = invited.filter((email) => named.includes(email));
  if (byName.length === 1) return byName[0] ?? null;
  const withGuests = others.filter((guests) => guests.length > 0);
  if (withGuests.length < ENOUGH) return null;
  const often = invited.filter(
    (email) =>
      withGuests.filter((guests) => guests.some((guest) => guest.toLowerCase() === email)).length >=
      0.8 * withGuests.length,
  );
  return often.length === 1 ? (often[0] ?? null) : null;
}
