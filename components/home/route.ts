/** The sections of the home page, in the order of its navigation. */
export const SECTIONS = [
  'circles',
  'contracts',
  'goals',
  'network',
  'insights',
  'formats',
  'calendars',
  'settings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Places that are reached from a section's page and not from the navigation. */
const PLACES = [...SECTIONS, 'speed', 'mine', 'plan', 'office', 'welcome'] as const;
export type Place = (typeof PLACES)[number];

/** Where in the home page one is. `id`: the one thing that is looked at (a circle), or null for all. */
export interface Route {
  section: Place;
  id: string | null;
  /** A step in the life of that one thing, with a page of its own (`#/circles/<id>/close`). */
  step?: Step;
}

/**
 * Leaving a circle oneself, closing it, its year as a sheet to print, its pulse, the wall of its milestones, and its
 * report for a programme.
 */
const STEPS = ['leave', 'close', 'year', 'pulse', 'milestones', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** Reads the address after `#`: `#/circles/<id>`. Anything unknown is the first section. */
export function parseRoute(hash: string): Route {
  const [section, id, part] = hash.replace(/^#?\/?/, '').split('/');
  const known = PLACES.find((one) => one === section);
  const step = known === 'circles' && id ? STEPS.find((one) => one === part) : undefined;
  return { section: known ?? 'circles', id: known && id ? decode(id) : null, ...(step ? { step } : {}) };
}

/** The address of a place, for a link: `#/circles/<id>`, `#/circles/<id>/close`. */
export const routeTo = (section: Place, id?: string, step?: Step): string =>
  id === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(id)}${step ? `/${step}` : ''}`;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
