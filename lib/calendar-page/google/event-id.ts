/** How Google Calendar's page shortens the ends of calendar ids (2025-11). */
const ENDINGS: Readonly<Record<string, string>> = { m: 'gmail.com', g: 'group.calendar.google.com' };

/**
 * Reads `data-eventid`: base64 without padding of the event's id, a space, and the calendar's id.
 * @returns null for anything else, so that a page that changed is a page we are silent in.
 */
export function readEventId(encoded: string): { eventId: string; calendarId: string } | null {
  let text: string;
  try {
    text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
  const [, eventId, name, ending] = /^(\w+) ([^\s@]+)@([\w.-]+)$/.exec(text) ?? [];
  if (!eventId || !ending) return null;
  return { eventId, calendarId: `${name}@${ENDINGS[ending] ?? ending}`.toLowerCase() };
}
