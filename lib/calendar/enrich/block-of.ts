import type { Block } from './block.ts';

/** All that may go into an event. Contracts, reports, notes and requests for time have no place to come in by. */
export interface EventContents {
  /** Each phase as it is to be read: its name and its minutes. */
  agenda: readonly { name: string; minutes: string }[];
  /** An https address, or null. */
  joinUrl: string | null;
  /** The next date only: each role with the member's name. Empty in the series. */
  roles: readonly { role: string; name: string }[];
}

/** The words around it, from the catalogue. The name stays as it is: it is what the block is known by. */
export interface BlockWords {
  /** "our agenda". */
  title: string;
  /** "end of the agenda, kept up to date by". */
  end: string;
  /** "Join". */
  join: string;
}

/** The block for an event, line by line. */
export function blockOf({ agenda, joinUrl, roles }: EventContents, words: BlockWords): Block {
  const join = joinUrl?.startsWith('https://') ? [`${words.join}: ${joinUrl}`] : [];
  return {
    opening: `— Circlekeeper: ${words.title} —`,
    lines: [
      ...agenda.map(({ name, minutes }) => `${name}: ${minutes}`),
      ...roles.map(({ role, name }) => `${role}: ${name}`),
      ...join,
    ],
    closing: `— ${words.end} Circlekeeper —`,
  };
}

/** The block as text to paste. */
export const blockText = ({ opening, lines, closing }: Block): string =>
  `${[opening, ...lines, closing].join('\n')}\n`;
