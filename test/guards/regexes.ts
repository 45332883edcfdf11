import { isNode, type Module, place, walk } from './source.ts';

/** A regular expression written in a module. */
export interface Found {
  path: string;
  /** `path:line`. */
  at: string;
  pattern: string;
  flags: string;
}

/** All regular expressions of a module that are written as such; those put together out of texts are not among them. */
export function regexesIn(module: Module): Found[] {
  const found: Found[] = [];
  for (const [node] of walk(module.tree)) {
    const { regex } = node as { regex?: unknown };
    if (node.type !== 'Literal' || typeof regex !== 'object' || regex === null) continue;
    const { pattern, flags } = regex as { pattern: string; flags: string };
    if (isNode(node)) found.push({ path: module.path, at: place(module, node), pattern, flags });
  }
  return found;
}

/** What repeats in texts that are made to harm: signs that classes take, and markup. */
const PUMPS = [
  ' ',
  'a',
  'A',
  '0',
  '-',
  '_',
  '.',
  ',',
  '"',
  "'",
  '`',
  '(',
  '[',
  '{',
  '<',
  '>',
  '/',
  '=',
  ':',
  ';',
  '#',
  '&',
  '@',
  '*',
  '~',
  '\n',
  'é',
  '\u00a0',
  '“',
  '–',
  '{a',
  ' a',
  'a ',
  '0.',
  'a.',
  '--',
  '""',
  '" ',
  '<a ',
  '<li ',
  '<br ',
  '<p ',
  '</',
  '_00000000',
  '00',
];

/** Pieces of the pattern itself: what it waits for, said again and again. */
function own(pattern: string): string[] {
  const plain = pattern.replace(/\\[bBdDsSwWpPnrtux](?:\{[^{}]*\})?/g, ' ').replace(/\\(.)/g, '$1');
  return plain.split(/[()[\]{}|^$*+?!:]+/).filter((piece) => piece.length > 1 && piece.length < 40);
}

/** Ends that keep a pattern from matching at last. */
const ENDS = ['\u0001', 'x\n'];

/** CPU time of a task, in ms, the least of some tries: what else the computer does only makes it longer. */
export function leastMs(task: () => unknown, tries = 3): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < tries; at++) {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/**
 * The text that makes an expression slow, or null. `explodes`: thirty letters are enough. `grows`: four times the letters
 * take far more than four times as long, as they do where it begins anew at every letter.
 */
export function harmOf({
  pattern,
  flags,
}: Pick<Found, 'pattern' | 'flags'>): { how: 'explodes' | 'grows'; by: string } | null {
  const every = new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`);
  const run = (text: string) => text.replace(every, '');
  const pumps = [...new Set([...PUMPS, ...own(pattern)])];
  for (const pump of pumps)
    for (const end of ENDS) {
      const of = (length: number) => pump.repeat(Math.ceil(length / pump.length)) + end;
      const by = JSON.stringify(pump + end);
      if (leastMs(() => run(of(28)), 1) > 100) return { how: 'explodes', by };
      // From short to long, so that what grows by the third power is seen before it stops everything.
      for (const length of [512, 4_096, 16_384]) {
        const text = of(length);
        if (leastMs(() => run(text), 1) < MS) continue;
        const [least, quarter] = [leastMs(() => run(text)), leastMs(() => run(of(length / 4)))];
        if (least > MS && least > 8 * quarter) return { how: 'grows', by };
        break;
      }
    }
  return null;
}

/** What nobody notices, in ms; below it figures are noise. */
const MS = 12;
