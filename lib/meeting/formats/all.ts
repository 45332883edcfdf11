import type { Format } from '../format.ts';
import { C_CHANGE } from './c-change.ts';
import { DYAD, EVERY_OTHER_THURSDAY, THREE_WEEKLY, WRITING_GROUP } from './circles.ts';
import { ACTION_LEARNING_SET, TROIKA, WISE_CROWDS } from './consulting.ts';
import { PMC } from './pmc.ts';

/** The formats that come with Circlekeeper, in the order they are shown. */
export const FORMATS: readonly Format[] = [
  PMC,
  EVERY_OTHER_THURSDAY,
  THREE_WEEKLY,
  C_CHANGE,
  ACTION_LEARNING_SET,
  TROIKA,
  WISE_CROWDS,
  DYAD,
  WRITING_GROUP,
];

/** The format of that id among the circle's own and ours; PMC for one that this version does not know. */
export const formatOf = (id: string, own: readonly Format[] = []): Format =>
  own.find((format) => format.id === id) ?? FORMATS.find((format) => format.id === id) ?? PMC;

/** Whether meetings of that format can be run by this version. */
export const isKnownFormat = (id: string, own: readonly Format[] = []): boolean =>
  [...own, ...FORMATS].some((format) => format.id === id);

/** What the `number`th meeting (from 1) of a circle with that format is: a session of it, or what comes after them. */
export function formatOfMeeting(format: Format, number: number, own: readonly Format[] = []): Format {
  const { sessions, after, ...rest } = format;
  if (!sessions) return format;
  const at = Math.max(1, number);
  const session = sessions[at - 1];
  if (session) return { ...rest, phases: session.phases, session: at };
  // The year is over: the circle runs itself, with whatever time it takes now.
  if (after !== undefined && isKnownFormat(after, own)) {
    const next = formatOf(after, own);
    return next.sessions ? formatOfMeeting(next, 1, own) : next;
  }
  return { ...rest, phases: sessions.at(-1)?.phases ?? format.phases };
}
