import { fold } from './fold.ts';
import { LEXICONS } from './lexicon/all.ts';
import { CLASSES, type Lexicon, PRACTICES, ROLES, roleBit } from './lexicon/lexicon.ts';
import { KINDS, type Kind, shelf, type Table } from './table-format.ts';

interface Draft {
  roles: number;
  phrases: { words: readonly string[]; as: Kind; after?: string; next?: string }[];
  skipped: boolean;
  second: boolean;
}

const QUIET = roleBit('neutral') | roleBit('among') | roleBit('senior') | roleBit('by') | roleBit('not');

/** Classes that a glance looks for. */
const GLANCED: ReadonlySet<string> = new Set(['strong', 'likely', ...PRACTICES]);

const SPACE = /[\s-]+/g;

/** The folded words of a list. */
function words(list: string): string[] {
  return list.replace(SPACE, ' ').split(' ').filter(Boolean).map(fold);
}

function phrases(list: string): string[][] {
  return list === '' ? [] : list.split(',').map(words);
}

/** "reading circle", "cercle de lecture": every circle word of the language beside every word that changes its meaning. */
function otherCircles({ otherCircle, roles }: Lexicon): string[][] {
  const circles = words(roles.circle ?? '');
  const pairs = (list: string, pair: (word: string, circle: string) => string[]) =>
    words(list).flatMap((word) => circles.map((circle) => pair(word, circle)));
  return [
    ...pairs(otherCircle.before ?? '', (word, circle) => [word, circle]),
    ...pairs(otherCircle.after ?? '', (word, circle) => [circle, word]),
  ];
}

/** "supporting each other", "nos apoyan". */
function mutually({ mutual }: Lexicon): string[][] {
  const partners = phrases(mutual?.partners ?? '');
  return words(mutual?.verbs ?? '').flatMap((verb) => partners.map((partner) => [verb, ...partner]));
}

function collect(): Map<string, Draft> {
  const stop = new Set(LEXICONS.flatMap((lexicon) => words(lexicon.stop)));
  const drafts = new Map<string, Draft>();
  const draft = (word: string): Draft => {
    const found = drafts.get(word) ?? { roles: 0, phrases: [], skipped: stop.has(word), second: false };
    drafts.set(word, found);
    return found;
  };
  for (const word of stop) draft(word);
  for (const lexicon of LEXICONS) {
    for (const role of ROLES) {
      for (const word of words(lexicon.roles[role] ?? '')) draft(word).roles |= roleBit(role);
    }
    for (const phrase of otherCircles(lexicon)) {
      if (phrase[0] !== undefined) draft(phrase[0]).phrases.push({ words: phrase, as: 'trap' });
    }
    const things = words(lexicon.brings?.things ?? '');
    for (const verb of words(lexicon.brings?.verbs ?? '')) {
      for (const thing of things) draft(verb).phrases.push({ words: [verb, thing], as: 'bring' });
    }
    for (const as of [...CLASSES, ...PRACTICES]) {
      const mutual = as === 'bring' ? mutually(lexicon) : [];
      for (const all of [...phrases(lexicon.phrases[as] ?? ''), ...mutual]) {
        const phrase = all.filter((word) => !stop.has(word));
        const first = phrase[0];
        if (first === undefined) continue;
        // "my mentor" must not come down to "mentor", nor "nos ayudamos" to "ayudamos".
        const whole = phrase.length > 1 || all.length === 1;
        const before = all.slice(0, all.indexOf(first)).join(' ');
        if (whole) draft(first).phrases.push({ words: phrase, as });
        else if (before !== '') draft(first).phrases.push({ words: phrase, as, after: before });
        else draft(first).phrases.push({ words: phrase, as, next: all[1] ?? '' });
      }
    }
  }
  for (const { phrases: all } of [...drafts.values()]) {
    for (const { as, words: phrase } of all) {
      const second = phrase[1];
      if (second !== undefined && GLANCED.has(as)) draft(second).second = true;
    }
  }
  for (const { phrases: all } of drafts.values()) all.sort((a, b) => b.words.length - a.words.length);
  return drafts;
}

/** Whether longer words can be made of this one. */
function isPart(word: string, { skipped, roles, phrases: all }: Draft): boolean {
  const alone = all.some(
    ({ words: { length }, after, next, as }) => length === 1 && !after && !next && as !== 'trap',
  );
  return word.length >= 3 && !skipped && ((roles & ~QUIET) !== 0 || alone);
}

/** Phrases of one class in a row: the class, then what follows the first word of each, and what must stand before it. */
function runs(all: Draft['phrases']): string[] {
  const found: string[] = [];
  let last: Kind | null = null;
  for (const { as, words: phrase, after, next } of all) {
    const beside = after === undefined ? (next === undefined ? '' : `>${next}`) : `<${after}`;
    const rest = phrase.slice(1).join(' ') + beside;
    if (as === last) found.push(`${found.pop() ?? ''},${rest}`);
    else found.push(`${KINDS.indexOf(as).toString(36)}${rest}`);
    last = as;
  }
  return found;
}

/** A run that stands in the table more often than this is written once. */
const REPEATED = 3;

/** Makes the lexicon ready to be looked up: all folding, sorting and combining, which takes a while, is done here. */
export function compile(): Table {
  const drafts = collect();
  const counts = new Map<string, number>();
  for (const { phrases: all } of drafts.values())
    for (const run of runs(all)) counts.set(run, (counts.get(run) ?? 0) + 1);
  const repeated = [...counts].flatMap(([run, count]) => (count > REPEATED && run.length > 4 ? run : []));
  const at = new Map(repeated.map((run, i) => [run, `#${i.toString(36)}`]));
  const lines: string[] = [];
  const parts = new Map<string, 'own' | 'before'>();
  for (const [word, draft] of drafts) if (isPart(word, draft)) parts.set(word, 'own');
  for (const word of LEXICONS.flatMap((lexicon) => words(lexicon.before ?? '')))
    if (!parts.has(word)) parts.set(word, 'before');
  for (const [word, draft] of drafts) {
    const part = parts.get(word);
    const flags = `${draft.skipped ? 's' : ''}${draft.second ? 'n' : ''}${part === 'own' ? 'p' : ''}${part === 'before' ? 'b' : ''}`;
    const all = runs(draft.phrases).map((run) => at.get(run) ?? run);
    lines.push([draft.roles.toString(36), flags, ...all].join(';'));
  }
  const only = [...parts.keys()].filter((word) => !drafts.has(word));
  const shelves: Record<string, string> = {};
  const put = (word: string, line: string) => {
    shelves[shelf(word)] = `${shelves[shelf(word)] ?? ''}\n${word}\t${line}`;
  };
  [...drafts.keys()].forEach((word, i) => {
    put(word, lines[i] ?? '');
  });
  for (const word of only) put(word, '0;o');
  return { shelves, runs: repeated };
}
