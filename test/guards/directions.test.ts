import { expect, it } from 'vitest';
import { filesUnder, read } from './source.ts';

/** Left and right where the beginning and the end of a line are meant: in a language from right to left they change sides. */
const SIDED = new RegExp(
  [
    '^\\s*(?:margin|padding|border|scroll-(?:margin|padding))-(?:left|right)\\b',
    '^\\s*(?:left|right)\\s*:',
    '^\\s*border-(?:top|bottom)-(?:left|right)-radius',
    '(?:text-align|float|clear)\\s*:\\s*(?:left|right)\\b',
  ].join('|'),
);

/** Where a side of the window is meant. */
const MEANT: Readonly<Record<string, string>> = {
  'lib/call/shell/shell.css':
    'stands at the right of somebody else’s page, which does not turn with our language',
};

const sided = (css: string): string[] => css.split('\n').filter((line) => SIDED.test(line));

it('our styles speak of the beginning and the end of lines, not of left and right', () => {
  const files = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
    filesUnder(folder, (path) => path.endsWith('.css')),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.filter((path) => sided(read(path)).length > 0);
  expect(found).toEqual(Object.keys(MEANT));
});

it.each(['  margin-left: 4px;', '  left: 0;', '  text-align: right;', '  border-top-left-radius: 2px;'])(
  'the guard sees %s',
  (line) => expect(sided(line)).toEqual([line]),
);

it.each(['  margin-inline-start: 4px;', '  inset-inline-end: 0;', '  text-align: start;', '  --left: 1;'])(
  'the guard leaves %s alone',
  (line) => expect(sided(line)).toEqual([]),
);
