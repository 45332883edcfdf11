import { describe, expect, it } from 'vitest';
import { filesUnder, read, shippedModules } from './source.ts';

/** What would let a page, another extension or a script in a host's page nearer than messages with a known sender. */
const WAYS_IN: readonly { what: string; is: RegExp }[] = [
  { what: 'hears other extensions', is: /\bon(?:Message|Connect)External\b/ },
  {
    what: 'hears messages that any page can post',
    is: /\b(?:window|self|globalThis)\.(?:addEventListener\(\s*'message'|onmessage\b)|(?<![.\w])addEventListener\(\s*'message'/,
  },
  { what: 'hands the key of a locked store to scripts in pages of others', is: /\bsetAccessLevel\b/ },
  {
    what: 'makes markup or code out of text',
    is: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe)\b|\bdocument\.write\(|\bnew Function\(|(?<![.\w])eval\(/,
  },
];

const waysIn = (modules: readonly { path: string; text: string }[]): string[] =>
  modules.flatMap(({ path, text }) =>
    WAYS_IN.filter(({ is }) => is.test(text)).map(({ what }) => `${path} ${what}`),
  );

describe('strangers', () => {
  it('have no way in: no outside messages, no key for other scripts, no markup out of text', () => {
    expect(waysIn(shippedModules())).toEqual([]);
  });

  it('the guard sees each way', () => {
    const text = `browser.runtime.onMessageExternal.addListener(f); window.addEventListener('message', f);
      browser.storage.session.setAccessLevel({}); element.innerHTML = words;`;
    expect(waysIn([{ path: 'x.ts', text }])).toHaveLength(4);
  });
});

describe('packages of others', () => {
  it('come in one version each, from nowhere but the registry, with the hash they had', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<
        string,
        { resolved?: string; integrity?: string; optional?: boolean; os?: string[]; inBundle?: boolean }
      >;
    };
    const locked = Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && !inBundle);
    expect(locked.length).toBeGreaterThan(100);
    const loose = locked.filter(([, { resolved, integrity, optional, os }]) => {
      // An address stands only beside what does not come from the registry (`.npmrc`).
      const isElsewhere = resolved !== undefined;
      // Tools for other systems than the one the lock was made on have no hash in it: they build, and ship nowhere.
      return isElsewhere || !(integrity?.startsWith('sha512-') || (optional && os));
    });
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});

/** Tests a text names, as `file`, "title", "title" …: titles belong to the file before them. */
function testsNamed(text: string): { file: string; title: string }[] {
  const named: { file: string; title: string }[] = [];
  let file = '';
  for (const [, path, title] of text.matchAll(/`([\w./-]+\.(?:test|e2e)\.tsx?)`|"([^"\n]+)"/g)) {
    if (path) file = path;
    else if (title && file) named.push({ file, title });
  }
  return named;
}

/** Which of them are not there. A title may be cut short. */
function missing(text: string): string[] {
  const known = new Set(
    ['lib', 'components', 'test'].flatMap((folder) =>
      filesUnder(folder, (path) => /\.(?:test|e2e)\.tsx?$/.test(path)),
    ),
  );
  return testsNamed(text)
    .filter(({ file, title }) => {
      if (!known.has(file)) return true;
      const titles = [
        ...read(file).matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.+?)\1/g),
      ].map(([, , one = '']) => one);
      return !titles.some((one) => one.startsWith(title));
    })
    .map(({ file, title }) => `${file}: ${title}`);
}

describe('the threat model', () => {
  const text = read('docs/threat-model.md');

  it('names for what holds a test that is there', () => {
    expect(testsNamed(text).length).toBeGreaterThan(20);
    expect(missing(text)).toEqual([]);
    expect(read('ARCHITECTURE.md')).toContain('docs/threat-model.md');
  });

  it('the guard sees a test that is not there, and a title that is not', () => {
    expect(
      missing('`lib/no.test.ts`, "is"; `test/guards/strangers.test.ts`, "have no way in", "nothing"'),
    ).toEqual(['lib/no.test.ts: is', 'test/guards/strangers.test.ts: nothing']);
  });
});
