import type { Guest, Person } from '../event.ts';
import type { Component, Property } from './jcal.ts';
import { LIMITS } from './limits.ts';
import { tidy } from './plain-text.ts';

/** The people and rooms invited, each address once; at most 500. */
export function readGuests(component: Component): Guest[] {
  const guests: Guest[] = [];
  const seen = new Set<string>();
  for (const property of component.properties) {
    if (property.name !== 'attendee') continue;
    const person = readPerson(property);
    const id = person.email || person.name;
    if (id === '' || seen.has(id)) continue;
    seen.add(id);
    guests.push({ ...person, response: readResponse(property), kind: readKind(property, person) });
    if (guests.length >= LIMITS.guests) break;
  }
  return guests;
}

/** The organiser, or null. */
export function readOrganizer(component: Component): Person | null {
  const property = component.properties.find((candidate) => candidate.name === 'organizer');
  const person = property ? readPerson(property) : null;
  return person && (person.email || person.name) ? person : null;
}

/** The address stands in the value, or in EMAIL when the value is an opaque address (Apple, Fastmail). */
function readPerson(property: Property): Person {
  const raw = property.values[0];
  const written = [
    typeof raw === 'string' ? raw.replace(/^\s*mailto:/i, '') : '',
    property.parameters.email ?? '',
  ];
  const email = written.map((text) => text.trim().toLowerCase()).find(isEmail) ?? '';
  const name = tidy(property.parameters.cn ?? '', 200).replace(/^["']+|["']+$/g, '');
  return { email, name: name.toLowerCase() === email ? '' : name };
}

function isEmail(text: string): boolean {
  return text.length <= 320 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(text);
}

function readResponse(property: Property): Guest['response'] {
  switch (property.parameters.partstat?.toUpperCase()) {
    case 'ACCEPTED':
      return 'accepted';
    case 'DECLINED':
      return 'declined';
    case 'TENTATIVE':
      return 'tentative';
    default:
      return 'none';
  }
}

function readKind(property: Property, person: Person): Guest['kind'] {
  const type = property.parameters.cutype?.toUpperCase();
  return type === 'ROOM' || type === 'RESOURCE' || person.email.endsWith('@resource.calendar.google.com')
    ? 'room'
    : 'person';
}

/** My own answer: from the guest list, or "accepted" when I am the organiser; null when neither names me. */
export function readMyResponse(
  guests: readonly Guest[],
  organizer: Person | null,
  me: readonly string[],
): Guest['response'] | null {
  const mine = guests.find((guest) => me.includes(guest.email));
  if (mine) return mine.response === 'none' && organizer?.email === mine.email ? 'accepted' : mine.response;
  return organizer && me.includes(organizer.email) ? 'accepted' : null;
}
