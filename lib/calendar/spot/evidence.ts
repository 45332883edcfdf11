import type { Series } from '../event.ts';
import { MOST_GUESTS } from './ceiling.ts';
import { COSTS, NAME } from './look.ts';
import { glance, match, type Said } from './match.ts';
import { countPeople, type Familiar, familiar } from './people.ts';
import { DESCRIPTION_READ, plainDescription } from './plain-description.ts';
import { type Claim, claim, couldClaim, couldMatter, couldSpeak, practices, speaks } from './says.ts';
import { ruledOut, shapePoints } from './shape.ts';
import type { KnownCircle, Reason } from './spotted.ts';

/** What a description adds. */
export interface Described {
  said: Said;
  /** It names the thing outright, and is not only news about it. */
  claim: Claim | null;
  /** How many of the things circles do it names, 0 to 5, and in which words. */
  practices: { count: number; word: string };
}

/** Everything that is known about a series when it is judged. */
export interface Evidence {
  series: Series;
  /** People besides the member. */
  people: number;
  title: Said;
  /** What the title claims to be. */
  claim: Claim | null;
  description: Described | null;
  /** Points of rhythm, people, call and length together. */
  shape: number;
  met: Familiar | null;
  ruledOut: Reason | null;
}

/** How much of a title is read, in characters; what a person would see of it. */
const TITLE_READ = 400;
/** Points of shape from which on a description may speak although the title says nothing. */
const SHAPELY = 24;
/** And from which on a single thing that circles do makes a quiet offer of it. */
const OFFERABLE = 32;

/** What a title says. */
interface Title {
  text: string;
  claim: Claim | null;
  /** It names or costs something ({@link glance}). */
  hits: boolean;
  /** Read only where it can matter. */
  said: Said | null;
}

/** Titles repeat in a calendar ("Lunch", "Dentist"): each is read once. Emptied before it grows large. */
const titles = new Map<string, Title>();
const MOST_TITLES = 10_000;
const LONGEST_TITLE = 200;

function titleOf(text: string): Title {
  const known = titles.get(text);
  if (known !== undefined) return known;
  const glanced = glance(text, TITLE_READ);
  const said = couldClaim(glanced) ? match(text, TITLE_READ) : null;
  const title = { text, claim: said && claim(said), hits: (glanced & (NAME | COSTS)) !== 0, said };
  if (titles.size >= MOST_TITLES) titles.clear();
  if (text.length <= LONGEST_TITLE) titles.set(text, title);
  return title;
}

function saidBy(title: Title): Said {
  title.said ??= match(title.text, TITLE_READ);
  return title.said;
}

/** "Lab meeting", "Dentist", or crowded, or cancelled: nothing that a description may say makes a circle of it. */
function settled(title: Title, series: Series, people: number): boolean {
  return people > MOST_GUESTS || ruledOut(series) !== null || (title.hits && saidBy(title).hits.length > 0);
}

/** Collects what speaks for and against a series; null when nothing in it names a circle and nobody in it is known. */
export function gather(series: Series, known: readonly KnownCircle[]): Evidence | null {
  const met = known.length === 0 ? null : familiar(series, known);
  const title = titleOf(series.title);
  // Nearly all of a calendar ends here: no word of the title could name a circle, and nothing else gives a reason to read on.
  if (!title.claim && !met && series.description === '') return null;
  const people = countPeople(series);
  const shape = shapePoints(series, people);
  // Reading descriptions is dear, so they are read only where they can change the answer.
  const matters =
    series.description !== '' &&
    (title.claim !== null || (shape >= SHAPELY && (met !== null || !settled(title, series, people))));
  const description = matters
    ? describe(series.description, title.claim !== null, shape >= OFFERABLE || met !== null)
    : null;
  if (!title.claim && !met && !description) return null;
  return {
    series,
    people,
    title: saidBy(title),
    claim: title.claim,
    description,
    shape,
    met,
    ruledOut: ruledOut(series),
  };
}

function describe(description: string, titleSays: boolean, enough: boolean): Described | null {
  // Most descriptions hold none of the words; taking them apart line by line is only for the others.
  const glanced = glance(description, DESCRIPTION_READ);
  if (!(titleSays ? couldMatter(glanced) : couldSpeak(glanced, enough))) return null;
  const said = match(plainDescription(description), DESCRIPTION_READ);
  if (titleSays ? said.roles === 0 && said.hits.length === 0 : !speaks(said, enough)) return null;
  const found = claim(said);
  const news = said.hits.some((hit) => hit.as === 'about' || hit.as === 'hard');
  return {
    said,
    claim: news ? null : found,
    practices: practices(said),
  };
}
