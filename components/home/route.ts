/** The sections of the home page, in the order of its navigation. */
export const SECTIONS = ['circles', 'contracts', 'formats', 'calendars', 'settings'] as const;
export type Section = (typeof SECTIONS)[number];

/** Places that are reached from a section's page and not from the navigation. */
const PLACES = [...SECTIONS, 'speed', 'mine'] as const;
export type Place = (typeof PLACES)[number];

/** Where in the home page one is. `id`: the one thing that is looked at (a circle), or null for all. */
export interface Route {
  section: Place;
  id: string | null;
}

/** Reads the address after `#`: `#/circles/<id>`. Anything unknown is the first section. */
export function parseRoute(hash: string): Route {
  const [section, id] = hash.replace(/^#?\/?/, '').split('/');
  const known = PLACES.find((one) => one === section);
  return { section: known ?? 'circles', id: known && id ? decode(id) : null };
}

/** The address of a place, for a link: `#/circles/<id>`. */
export const routeTo = (section: Place, id?: string): string =>
  id === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(id)}`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
