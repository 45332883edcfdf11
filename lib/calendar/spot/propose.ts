import { formatOf } from '../../meeting/format.ts';
import { C_CHANGE } from '../../meeting/formats/c-change.ts';

export const FORMAT_IDS = [
  'pmc',
  'every-other-thursday',
  'three-weekly',
  'c-change',
  'action-learning-set',
  'troika',
  'wise-crowds',
  'dyad',
  'writing-group',
  'speed',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export interface Proposal {
  formatId: FormatId;
  /** Minutes a meeting lasts. */
  lengthMin: number;
}

export interface ProposeFrom {
  /** Days between meetings; 0 when it does not repeat. */
  everyDays: number;
  /** Minutes in the calendar; 0 when it gives none. */
  lengthMin: number;
  /** Members, oneself included. */
  people: number;
  title: string;
}

/** The length of a speed event when the calendar gives none: three rounds fit. */
const SPEED_MIN = 60;

/** Minutes to propose when the calendar gives none that a meeting could have, by what each format is usually given. */
const usualLength = (id: FormatId): number => (id === 'speed' ? SPEED_MIN : formatOf(id).lengthMin);

const SHORTEST = 15;
/** A circle has at most 12 seats; more people meet as a speed event. */
const MOST_SEATS = 12;
const TITLE_READ = 400;

/** Words that name a format, in the five languages of the spotter; folded like everything it compares. */
const NAMES: readonly (readonly [FormatId, RegExp])[] = [
  ['speed', /\bspeed\b|\brotations?\b|\brencontres? eclair/],
  ['troika', /\btroikas?\b|\btroica\b|\btriad(?:e|s)?\b|\btrio\b/],
  ['wise-crowds', /\bwise crowds?\b/],
  [
    'action-learning-set',
    /action learning|aprendizaje(?: en| por)? accion|aprendizagem(?: pela| em)? acao|codev|co developpement|kollegiale\w* (?:fall)?beratung|intervis/,
  ],
  ['writing-group', /\bwag\b|\bwriting\b|schreib|ecriture|redaction|escritura|escrita|redacao|redaccion/],
  [
    'every-other-thursday',
    /every other thursday|jede[nr] zweiten? donnerstag|un jeudi sur deux|jueves alternos|quintas? alternadas?/,
  ],
  ['c-change', /\bc change\b/],
  ['dyad', /\bdyads?\b|\bdyade\b|\bdiada\b|\bbuddy\b|\bbuddies\b|\btandem\b|\bbinome\b/],
];

function plain(title: string): string {
  return title
    .slice(0, TITLE_READ)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** The format a circle probably uses, from its words first, then from rhythm, length and number of people. */
export function proposeFormat(from: ProposeFrom): Proposal {
  const formatId = formatFrom(from);
  const fits = from.lengthMin >= SHORTEST && from.lengthMin <= C_CHANGE.lengthMin * 2;
  return { formatId, lengthMin: fits ? Math.round(from.lengthMin) : usualLength(formatId) };
}

function formatFrom({ everyDays, lengthMin, people, title }: ProposeFrom): FormatId {
  const words = plain(title);
  const named = NAMES.find(([, name]) => name.test(words));
  if (named) return named[0];
  if (people === 2) return 'dyad';
  if (people === 3 && lengthMin > 0 && lengthMin <= 60) return 'troika';
  if (people > MOST_SEATS && everyDays === 0) return 'speed';
  if (everyDays >= 84 && everyDays <= 98 && lengthMin >= 180) return 'c-change';
  if (everyDays >= 20 && everyDays <= 22) return 'three-weekly';
  return 'pmc';
}
