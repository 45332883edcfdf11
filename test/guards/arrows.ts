import { posix } from 'node:path';
import { isNode, type Module, textOf, walk } from './source.ts';

/** Pure rooms: no I/O, no browser, `now` is an argument. */
export const DOMAIN = [
  'fact',
  'circle',
  'meeting',
  'contract',
  'milestone',
  'me',
  'goal',
  'network',
  'pulse',
  'speed',
  'insight',
  'sheet',
  'demo',
];
/** Rooms that know the world outside; they may import each other and the domain. */
export const WORLD = ['share', 'call', 'calendar-page', 'calendar', 'store', 'platform'];

export interface Import {
  /** A package (`dexie`, `wxt/browser`), or a path from the root with `/` and mostly without ending. */
  target: string;
  isPackage: boolean;
  /** Erased when built. An arrow all the same. */
  isType: boolean;
}

/** Everything a module imports, in whatever way it is written. */
export function importsOf(module: Module): Import[] {
  const found: Import[] = [];
  const add = (source: unknown, isType: boolean) => {
    const specifier = textOf(source);
    if (specifier === undefined) throw new Error(`${module.path}: an import of something that is not a text`);
    const clean = specifier.replace(/\?.*$/, '');
    if (clean.startsWith('@/')) found.push({ target: clean.slice(2), isPackage: false, isType });
    else if (clean.startsWith('.')) {
      found.push({ target: posix.join(posix.dirname(module.path), clean), isPackage: false, isType });
    } else found.push({ target: clean.replace(/^node:/, ''), isPackage: true, isType });
  };
  for (const [node] of walk(module.tree)) {
    switch (node.type) {
      case 'ImportDeclaration':
        add(node.source, node.importKind === 'type');
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (isNode(node.source)) add(node.source, node.exportKind === 'type');
        break;
      case 'ImportExpression':
        add(node.source, false);
        break;
      case 'TSImportType':
        add(node.source ?? node.argument, true);
        break;
      case 'TSExternalModuleReference':
        add(node.expression, false);
        break;
      case 'CallExpression':
        if (isNode(node.callee) && node.callee.name === 'require') {
          add((node.arguments as readonly unknown[])[0], false);
        }
        break;
    }
  }
  return found;
}

/** Where a file lives: `lib/fact`, `components/ui`, `entrypoints`, or the first folder of anything else. */
function roomOf(path: string): { floor: string; room: string } {
  const [floor = '', room = ''] = path.split('/');
  return { floor, room };
}

const packageName = (target: string): string =>
  target.startsWith('@') ? target.split('/', 2).join('/') : (target.split('/', 1)[0] ?? '');

/** Why a package may not be imported in a place; null when it may. */
function refusePackage(floor: string, room: string, name: string): string | null {
  const isDomain = floor === 'lib' && DOMAIN.includes(room);
  if (isDomain && !['valibot', '@noble/hashes'].includes(name))
    return 'the domain knows no package but these two';
  if (name === 'dexie' && !(floor === 'lib' && room === 'store')) return 'only lib/store opens the database';
  if (name === 'dexie-react-hooks' && floor !== 'components') return 'a hook belongs to components';
  if (floor === 'lib' && /^react(-dom)?$/.test(name)) return 'lib draws nothing';
  if (name === 'wxt' && floor === 'lib' && room === 'calendar') return 'lib/calendar knows no browser';
  if (floor === 'components' && room === 'ui' && !/^react(-dom)?$|^@base-ui\/react$/.test(name)) {
    return 'components/ui knows no domain and no browser';
  }
  return null;
}

/** Why one place may not import another; null when it may. */
function refusePath(from: string, to: string): string | null {
  const here = roomOf(from);
  const there = roomOf(to);
  if (to === 'public/_locales/en/messages.json') {
    return from === 'lib/platform/i18n.ts' ? null : 'texts come through lib/platform/i18n';
  }
  if (!['entrypoints', 'components', 'lib'].includes(there.floor))
    return 'nothing outside the rooms is shipped';
  if (there.floor === 'lib' && ![...DOMAIN, ...WORLD].includes(there.room)) return 'no room of that name';
  switch (here.floor) {
    case 'entrypoints':
      return there.floor === 'entrypoints' && there.room !== here.room
        ? 'an entrypoint is not a library'
        : null;
    case 'components':
      if (there.floor === 'entrypoints') return 'components are below entrypoints';
      if (here.room !== 'ui' || (there.floor === 'components' && there.room === 'ui')) return null;
      return /^lib\/platform\/(?:i18n|intl)(\.ts)?$/.test(to)
        ? null
        : 'components/ui knows no domain and no browser';
    case 'lib':
      if (there.floor !== 'lib') return 'lib is below components and entrypoints';
      if (![...DOMAIN, ...WORLD].includes(here.room)) return 'a room that architecture does not know';
      return DOMAIN.includes(here.room) && !DOMAIN.includes(there.room)
        ? 'the domain knows nothing else'
        : null;
    default:
      return 'a module outside the rooms';
  }
}

/** Each import of a module that goes against the arrows, as `from → to: why`. */
export function breaches(module: Module): string[] {
  const { floor, room } = roomOf(module.path);
  return importsOf(module).flatMap(({ target, isPackage }) => {
    const why = isPackage ? refusePackage(floor, room, packageName(target)) : refusePath(module.path, target);
    return why ? [`${module.path} → ${target}: ${why}`] : [];
  });
}

/** What a module leads to when it runs, over other modules: packages and paths. Types lead nowhere. */
export function reach(start: string, modules: ReadonlyMap<string, Module>): Set<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const module = modules.get(path);
    if (!module) continue;
    for (const { target, isPackage, isType } of importsOf(module)) {
      if (isType) continue;
      const found = isPackage ? packageName(target) : resolvePath(target, modules);
      if (seen.has(found)) continue;
      seen.add(found);
      if (!isPackage) queue.push(found);
    }
  }
  return seen;
}

function resolvePath(target: string, modules: ReadonlyMap<string, Module>): string {
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  return endings.map((ending) => target + ending).find((path) => modules.has(path)) ?? target;
}

/** The rooms that, over others, lead back to themselves. */
export function roomsInCircles(rooms: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const leadsTo = (room: string, seen: Set<string>): Set<string> => {
    for (const next of rooms.get(room) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      leadsTo(next, seen);
    }
    return seen;
  };
  return [...rooms.keys()].filter((room) => leadsTo(room, new Set()).has(room));
}
