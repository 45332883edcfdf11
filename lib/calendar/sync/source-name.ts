/** Names are shown on one line. */
const LONGEST = 120;

/** What a calendar is called: its own name, or that of its file or host. */
export function sourceName(calendarName: string | undefined, fallback: string): string {
  const own = (calendarName ?? '').replace(/\s+/g, ' ').trim();
  const name = own || fallback.replace(/\.ical\.ics$|\.ics$/i, '').trim() || fallback.trim();
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}
