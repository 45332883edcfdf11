import { describe, expect, it } from 'vitest';
import { breaches, DOMAIN, importsOf, reach, roomsInCircles } from './arrows.ts';
import { parseModule, shippedModules } from './source.ts';

const modules = shippedModules();
const byPath = new Map(modules.map((module) => [module.path, module]));
const at = (path: string, text: string) => breaches(parseModule(path, text));

describe('arrows point one way', () => {
  it('entrypoints → components → lib, and inside lib towards the domain', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.flatMap(breaches)).toEqual([]);
  });

  it('domain rooms build on each other without a circle, with facts at the bottom', () => {
    const rooms = new Map(DOMAIN.map((room) => [room, new Set<string>()]));
    for (const module of modules) {
      for (const { target } of importsOf(module)) {
        const [from, to] = [module.path, target].map((path) => /^lib\/([^/]+)\//.exec(path)?.[1]);
        if (from && to && from !== to && rooms.has(from)) rooms.get(from)?.add(to);
      }
    }
    expect([...(rooms.get('fact') ?? [])]).toEqual([]);
    expect(roomsInCircles(rooms)).toEqual([]);
  });

  it('domain and calendars lead to no browser, database or screen, also not by a detour', () => {
    const isPure = (path: string) =>
      path.startsWith('lib/calendar/') || DOMAIN.some((room) => path.startsWith(`lib/${room}/`));
    const led = [...byPath.keys()]
      .filter(isPure)
      .flatMap((path) =>
        [...reach(path, byPath)]
          .filter((target) => /^(wxt|dexie|react)/.test(target))
          .map((target) => `${path} ⇒ ${target}`),
      );
    expect(led).toEqual([]);
  });
});

describe('the guard sees', () => {
  it.each([
    [
      'a domain room that opens the database',
      'lib/contract/bad.ts',
      "import { database } from '../store/database.ts';",
    ],
    ['a type taken from above', 'lib/fact/bad.ts', "import type { Series } from '@/lib/calendar/event';"],
    ['a type taken in passing', 'lib/fact/bad.ts', "export type S = import('../calendar/event.ts').Series;"],
    ['something passed on', 'lib/circle/bad.ts', "export * from '../platform/clock.ts';"],
    [
      'an import that runs later',
      'lib/meeting/bad.ts',
      "export const later = () => import('@/lib/store/append');",
    ],
    ['a package in the domain', 'lib/me/bad.ts', "import { Dexie } from 'dexie';"],
    ['Node in the domain', 'lib/me/bad.ts', "import { readFileSync } from 'node:fs';"],
    ['the browser in lib/calendar', 'lib/calendar/ics/bad.ts', "import { browser } from 'wxt/browser';"],
    ['lib that reaches up', 'lib/platform/bad.ts', "import { Ring } from '@/components/ring/Ring';"],
    [
      'components that reach up',
      'components/home/bad.tsx',
      "import main from '../../entrypoints/home/main.tsx';",
    ],
    ['the database in a component', 'components/home/bad.tsx', "import { liveQuery } from 'dexie';"],
    [
      'a control that knows the domain',
      'components/ui/Bad.tsx',
      "import { PMC } from '@/lib/meeting/format';",
    ],
    [
      'a control that knows the store',
      'components/ui/Bad.tsx',
      "import { settings } from '@/lib/platform/settings';",
    ],
    [
      'a control that knows a card',
      'components/ui/Bad.tsx',
      "import { CircleCard } from '../card/CircleCard.tsx';",
    ],
    ['a control that knows the browser', 'components/ui/Bad.tsx', "import { browser } from 'wxt/browser';"],
    [
      'test code in what is shipped',
      'lib/store/bad.ts',
      "import { seeded } from '../../test/builders/ics.ts';",
    ],
    ['texts taken past i18n', 'lib/call/bad.ts', "import texts from '@/public/_locales/en/messages.json';"],
    ['a room nobody named', 'lib/helpers/bad.ts', "import { t } from '../platform/i18n.ts';"],
    [
      'an import spread over lines',
      'lib/goal/bad.ts',
      "import {\n  // why not\n  t,\n} from\n  '../platform/i18n.ts';",
    ],
  ])('%s', (_, path, text) => {
    expect(at(path, text)).toHaveLength(1);
  });

  it('nothing where there is nothing: words in texts and comments are no imports', () => {
    const text = "// import { x } from 'dexie'\nexport const said = `import { x } from 'dexie'`;";
    expect(at('lib/fact/good.ts', text)).toEqual([]);
  });

  it('a detour to the browser', () => {
    const far = [
      parseModule('lib/calendar/a.ts', "import '../platform/b';"),
      parseModule('lib/platform/b.ts', "export * from 'wxt/browser';"),
    ];
    expect(reach('lib/calendar/a.ts', new Map(far.map((module) => [module.path, module])))).toContain('wxt');
  });

  it('rooms in a circle', () => {
    const rooms = new Map([
      ['circle', new Set(['me'])],
      ['me', new Set(['pulse'])],
      ['pulse', new Set(['circle', 'fact'])],
      ['goal', new Set(['circle'])],
      ['fact', new Set<string>()],
    ]);
    expect(roomsInCircles(rooms)).toEqual(['circle', 'me', 'pulse']);
  });

  it('a file that it cannot read, rather than passing over it', () => {
    expect(() => at('lib/fact/bad.ts', "import { from 'x'")).toThrow();
  });
});
