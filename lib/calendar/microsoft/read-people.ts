import type { Guest, Person } from '../event.ts';
import { LIMITS } from '../ics/limits.ts';
import { listOf, objectOf, textOf } from './json.ts';
import { oneLine } from './one-line.ts';

/** Somebody in Graph's shape, `{ emailAddress: { address, name } }`, or null when it names nobody. */
export function readPerson(value: unknown): Person | null {
  const said = objectOf(objectOf(value).emailAddress);
  const address = textOf(said.address).trim().toLowerCase();
  // Exchange writes its inner names (`/o=exchangelabs/…`) where it knows no address.
  const email = address.length <= 320 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? address : '';
  const name = oneLine(textOf(said.name), 200).replace(/^["']+|["']+$/g, '');
  const person = { email, name: name.toLowerCase() === email ? '' : name };
  return person.email || person.name ? person : null;
}

/** The people and rooms invited, each once; at most 500. */
export function readGuests(attendees: unknown): Guest[] {
  const guests: Guest[] = [];
  const seen = new Set<string>();
  for (const attendee of listOf(attendees)) {
    const person = readPerson(attendee);
    const id = person?.email || person?.name;
    if (!person || !id || seen.has(id)) continue;
    seen.add(id);
    const said = objectOf(attendee);
    guests.push({
      ...person,
      response: readResponse(objectOf(said.status).response) ?? 'none',
      kind: textOf(said.type) === 'resource' ? 'room' : 'person',
    });
    if (guests.length >= LIMITS.guests) break;
  }
  return guests;
}

/** Graph's word for an answer; null for `none`, which it says where nothing was asked. */
export function readResponse(value: unknown): Guest['response'] | null {
  switch (textOf(value)) {
    case 'accepted':
    case 'organizer':
      return 'accepted';
    case 'tentativelyAccepted':
      return 'tentative';
    case 'declined':
      return 'declined';
    case 'notResponded':
      return 'none';
    default:
      return null;
  }
}
