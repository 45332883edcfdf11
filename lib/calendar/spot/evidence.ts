import type { Series } from '../event.ts';
import { glance, match, type Said } from './match.ts';
import { countPeople, type Familiar, familiar } from './people.ts';
import { DESCRIPTION_READ, plainDescription } from './plain-description.ts';
import { type Claim, claim, couldClaim, couldSpeak, practices, speaks } from './says.ts';
import { ruledOut, type Sign, shapeSigns } from './shape.ts';
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
  signs: readonly Sign[];
  /** Points of all signs together. */
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

/** Titles repeat in a calendar ("Lunch", "Dentist"): each is glanced at once. Emptied before it grows large. */
const titles = new Map<string, boolean>();
const MOST_TITLES = 10_000;
const LONGEST_TITLE = 200;

function titleCould(title: string): boolean {
  const known = titles.get(title);
  if (known !== undefined) return known;
  const could = couldClaim(glance(title, TITLE_READ));
  if (titles.size >= MOST_TITLES) titles.clear();
  if (title.length <= LONGEST_TITLE) titles.set(title, could);
  return could;
}

/** Collects what speaks for and against a series; null when nothing in it names a circle and nobody in it is known. */
export function gather(series: Series, known: readonly KnownCircle[]): Evidence | null {
  const met = familiar(series, known);
  // Nearly all of a calendar ends here: no word of the title could name a circle, and nothing else gives a reason to read on.
  const could = titleCould(series.title);
  if (!could && !met && !couldMatter(series)) return null;
  const title = match(series.title, TITLE_READ);
  const said = could ? claim(title) : null;
  if (!said && !met && series.description === '') return null;
  const people = countPeople(series);
  const signs = shapeSigns(series, people);
  const shape = signs.reduce((sum, sign) => sum + sign.points, 0);
  // Reading descriptions is dear, so they are read only where they can change the answer.
  const settled = said === null && shape < SHAPELY;
  const matters = series.description !== '' && !settled;
  const description = matters
    ? describe(series.description, said !== null, shape >= OFFERABLE || met !== null)
    : null;
  if (!said && !met && !description) return null;
  return {
    series,
    people,
    title,
    claim: said,
    description,
    signs,
    shape,
    met,
    ruledOut: ruledOut(series),
  };
}

/** Whether the description is worth reading although the title claims nothing. */
function couldMatter(series: Series): boolean {
  if (series.description === '') return false;
  const shape = shapeSigns(series, countPeople(series)).reduce((sum, sign) => sum + sign.points, 0);
  return shape >= SHAPELY && couldSpeak(glance(series.description, DESCRIPTION_READ), shape >= OFFERABLE);
}

function describe(description: string, titleSays: boolean, enough: boolean): Described | null {
  // Most descriptions hold none of the words; taking them apart line by line is only for the others.
  if (!titleSays && !couldSpeak(glance(description, DESCRIPTION_READ), enough)) return null;
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
