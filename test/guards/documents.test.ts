import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, ROOT, read } from './source.ts';

const isOurs = (path: string) => path.endsWith('.md') && !path.startsWith('node_modules/');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'PRIVACY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesUnder('docs', isOurs),
  ...filesUnder('test', isOurs),
];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What a document promises and the project does not have, as `what is missing`. */
function lies(path: string, text: string): string[] {
  const found: string[] = [];
  const from = join(ROOT, dirname(path));
  for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
    if (!/^[a-z]+:/.test(target) && !existsSync(join(from, target))) found.push(`link to ${target}`);
  }
  for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
    if (!Object.hasOwn(scripts, script)) found.push(`npm run ${script}`);
  }
  for (const [, named = ''] of text.matchAll(
    /`((?:lib|components|entrypoints|test|scripts|public|docs)\/[\w./-]*\w)\/?`/g,
  )) {
    if (!existsSync(join(ROOT, named)) && !existsSync(join(ROOT, `${named}.ts`))) found.push(named);
  }
  return found.map((one) => `${path}: ${one}`);
}

describe('the documents', () => {
  it('name no file, link or command that is not there', () => {
    expect(documents.length).toBeGreaterThan(6);
    expect(documents.flatMap((path) => lies(path, read(path)))).toEqual([]);
  });

  it('show each rule that cannot be repaired by tests that exist', () => {
    const rules = read('ARCHITECTURE.md')
      .split('\n')
      .filter((line) => /^\| *\d+ *\|/.test(line));
    expect(rules).toHaveLength(10);
    const tests = ['lib', 'test'].flatMap((folder) =>
      filesUnder(folder, (path) => /\.(test|e2e)\.tsx?$/.test(path)),
    );
    const titles = tests.flatMap((path) =>
      [...read(path).matchAll(/\b(?:it|test|describe)\('([^']+)'/g)].map((m) => m[1] ?? ''),
    );
    for (const rule of rules) {
      const named = [...rule.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(named.length, rule).toBeGreaterThan(0);
      const plain = (title: string) => title.replaceAll('’', "'");
      for (const name of named) {
        expect(
          titles.some((title) => plain(title).startsWith(name)),
          `${name} (${rule})`,
        ).toBe(true);
      }
    }
  });

  it('the guard sees each kind of lie', () => {
    expect(lies('docs/x.md', 'See [it](no.md), `npm run nothing` and `lib/nowhere/at-all.ts`.')).toEqual([
      'docs/x.md: link to no.md',
      'docs/x.md: npm run nothing',
      'docs/x.md: lib/nowhere/at-all.ts',
    ]);
    expect(
      lies(
        'docs/x.md',
        '[a](../README.md#try-it) [b](https://x.org) `npm run build` `lib/fact/fact.ts` `lib/call`',
      ),
    ).toEqual([]);
  });
});

describe('the project', () => {
  const folders = ['components', 'docs', 'entrypoints', 'lib', 'public', 'scripts', 'test'];
  const isText = (path: string) => /\.(ts|tsx|mjs|js|json|css|html|md|ics)$/.test(path);
  /** A home or working folder of somebody's computer; put together here so that this file holds none. */
  const somebodys = new RegExp(
    `(?:^|[^\\w.])/(?:${['work', 'root', 'home/\\w+', 'Users/\\w+'].join('|')})/`,
    'm',
  );

  it('holds no path of anybody’s computer', () => {
    const files = folders.flatMap((folder) => filesUnder(folder, isText));
    expect(files.filter((path) => somebodys.test(read(path)))).toEqual([]);
  });

  it('the guard sees one', () => {
    expect(somebodys.test(`import x from '/${'work'}/main/x.ts'`)).toBe(true);
    expect(somebodys.test('https://example.org/work/x and lib/work/')).toBe(false);
  });
});
