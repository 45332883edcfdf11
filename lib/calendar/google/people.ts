import type { Guest, Person } from '../event.ts';
import { LIMITS } from '../ics/limits.ts';
import { tidy } from '../ics/plain-text.ts';
import { fieldOf, listOf, textOf } from './read-value.ts';

/** The people and rooms invited, each once, and which addresses are the member's own. */
export function readPeople(attendees: unknown): { guests: Guest[]; mine: string[] } {
  const guests: Guest[] = [];
  const mine: string[] = [];
  const seen = new Set<string>();
  for (const attendee of listOf(attendees)) {
    const person = readPerson(attendee);
    const id = person.email || person.name;
    if (id === '' || seen.has(id)) continue;
    seen.add(id);
    const isRoom =
      fieldOf(attendee, 'resource') === true || person.email.endsWith('@resource.calendar.google.com');
    guests.push({
      ...person,
      response: readResponse(fieldOf(attendee, 'responseStatus')),
      kind: isRoom ? 'room' : 'person',
    });
    if (fieldOf(attendee, 'self') === true && person.email !== '') mine.push(person.email);
    if (guests.length >= LIMITS.guests) break;
  }
  return { guests, mine };
}

/** The organiser, and their address once more when it is the member. */
export function readOrganizer(organizer: unknown): { person: Person | null; mine: string[] } {
  const person = readPerson(organizer);
  if (person.email === '' && person.name === '') return { person: null, mine: [] };
  return { person, mine: fieldOf(organizer, 'self') === true && person.email ? [person.email] : [] };
}

function readPerson(value: unknown): Person {
  const written = textOf(fieldOf(value, 'email'), 321).trim().toLowerCase();
  const email = written.length <= 320 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(written) ? written : '';
  const name = tidy(textOf(fieldOf(value, 'displayName'), 1000), 200);
  return { email, name: name.toLowerCase() === email ? '' : name };
}

function readResponse(said: unknown): Guest['response'] {
  return said === 'accepted' || said === 'declined' || said === 'tentative' ? said : 'none';
}
