import { expect, it } from 'vitest';
import { unfoldKeys } from '@/lib/platform/keys';
import { importsOf } from '@/test/guards/arrows';
import { askedBy } from '@/test/guards/catalogue';
import { type Module, shippedModules } from '@/test/guards/source';
import { BROWSERS_KEYS, packedCatalogues } from './catalogues.ts';

const messages = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, message]) => [key, { message }]));

const en = messages({
  appName: 'Circlekeeper',
  b_one: 'one',
  b_other: '{count}',
  a: 'A',
  commandOpen: 'Open',
});
const es = messages({
  appName: 'Circlekeeper',
  b_one: 'uno',
  b_other: '{count}',
  b_many: 'de {count}',
  a: 'Á',
});

it('gives keys once and the texts of each language in their order', () => {
  const files = packedCatalogues({ en, es });
  const read = (name: string) => (files.get(`texts/${name}.txt`) ?? '').split('\n');
  expect(read('languages')).toEqual(['en', 'es']);
  expect(unfoldKeys(read('keys'))).toEqual(['a', 'appName', 'b_many', 'b_one', 'b_other', 'commandOpen']);
  // A form that English has not, and a text that Spanish has not yet.
  expect(read('en')).toEqual(['A', 'Circlekeeper', '', 'one', '{count}', 'Open']);
  expect(read('es')).toEqual(['Á', 'Circlekeeper', 'de {count}', 'uno', '{count}', 'Open']);
});

it('leaves to the browser what it shows itself, and says which language it chose', () => {
  const files = packedCatalogues({ en, pt: messages({ commandOpen: 'Abrir' }) });
  const own = (folder: string) => JSON.parse(files.get(`_locales/${folder}/messages.json`) ?? '{}');
  expect(Object.keys(own('en')).toSorted()).toEqual([...BROWSERS_KEYS, 'language'].toSorted());
  expect(own('en').language.message).toBe('en');
  expect(own('pt').commandOpen.message).toBe('Abrir');
  // The two that Chrome's store knows.
  expect(own('pt_BR')).toEqual(own('pt'));
  expect(own('pt_PT')).toEqual(own('pt'));
});

it('refuses a text over two lines, which would move all after it', () => {
  expect(() => packedCatalogues({ en: messages({ a: 'A\nB' }) })).toThrow('more than one line');
});

it('leaves the browser every text that scripts in other people’s pages ask for', () => {
  const modules = new Map(shippedModules().map((module) => [module.path.replace(/\.tsx?$/, ''), module]));
  const reached = new Set<Module>();
  const queue = ['entrypoints/call.content/index', 'entrypoints/teams-call', 'entrypoints/calendar-page'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const module = modules.get(path.replace(/\.tsx?$/, ''));
    if (!module || reached.has(module)) continue;
    reached.add(module);
    for (const { target, isType, isPackage } of importsOf(module))
      if (!isType && !isPackage) queue.push(target);
  }
  expect(reached.size).toBeGreaterThan(15);
  const asked = [...reached].flatMap((module) => askedBy(module).calls.map(({ key }) => key));
  expect(asked).toContain('callOpen');
  expect(asked.filter((key) => !BROWSERS_KEYS.includes(key))).toEqual([]);
});
