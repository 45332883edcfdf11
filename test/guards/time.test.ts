import { describe, expect, it } from 'vitest';
import { DOMAIN } from './arrows.ts';
import { isNode, type Module, parseModule, place, shippedModules, walk } from './source.ts';

/** Names of the world outside. The domain gets what it needs as arguments. */
const OUTSIDE = new Set(
  'browser chrome crypto document fetch indexedDB localStorage location navigator performance requestAnimationFrame sessionStorage setInterval setTimeout window'.split(
    ' ',
  ),
);

/** Every place that asks the computer for the time of day, past the one clock that tests can move. */
function readsTime(module: Module): string[] {
  const found: string[] = [];
  for (const [node] of walk(module.tree)) {
    const callee = isNode(node.callee) ? node.callee : undefined;
    const isNewDate =
      ['NewExpression', 'CallExpression'].includes(node.type) &&
      callee?.name === 'Date' &&
      (node.type === 'CallExpression' || (node.arguments as unknown[]).length === 0);
    const object = isNode(node.object) ? node.object : undefined;
    const property = isNode(node.property) ? String(node.property.name ?? node.property.value) : '';
    const isMember = node.type === 'MemberExpression';
    const isDateNow = isMember && object?.name === 'Date' && property === 'now';
    const isNow = isMember && isNode(object?.property) && object.property.name === 'Now';
    // The zone is no time.
    const isTemporal =
      isNow && isNode(object?.object) && object.object.name === 'Temporal' && property !== 'timeZoneId';
    if (isNewDate || isDateNow || isTemporal) found.push(place(module, node));
  }
  return found;
}

/** Every use of something outside, by name, that is no field or key of that name. */
function usesOutside(module: Module): string[] {
  const found: string[] = [];
  for (const [node, parent] of walk(module.tree)) {
    if (node.type !== 'Identifier' || !OUTSIDE.has(String(node.name))) continue;
    const isField =
      parent?.type === 'MemberExpression' && parent.property === node && parent.computed !== true;
    const isKey = parent !== undefined && /Property$|Signature$/.test(parent.type) && parent.key === node;
    if (!isField && !isKey) found.push(`${place(module, node)}: ${String(node.name)}`);
  }
  return found;
}

const modules = shippedModules();

describe('time', () => {
  it('is told by platform/clock alone, so that one hook moves it everywhere', () => {
    const elsewhere = modules.filter(({ path }) => path !== 'lib/platform/clock.ts');
    expect(elsewhere.flatMap(readsTime)).toEqual([]);
  });

  it.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Temporal.Now.instant()',
    "Temporal.Now['plainDateISO']()",
    '[1].map(Date.now)',
  ])('the guard sees %s', (text) => {
    expect(readsTime(parseModule('lib/bad.ts', `export const bad = ${text};`))).toHaveLength(1);
  });

  it.each(['new Date(at)', 'Date.UTC(2026, 0)', 'Temporal.Now.timeZoneId()', 'clock.now()', '"Date.now()"'])(
    'the guard leaves %s alone',
    (text) => {
      expect(readsTime(parseModule('lib/good.ts', `export const good = ${text};`))).toEqual([]);
    },
  );
});

describe('the domain', () => {
  it('reaches for nothing outside: what it needs is an argument', () => {
    const domain = modules.filter(({ path }) => DOMAIN.some((room) => path.startsWith(`lib/${room}/`)));
    expect(domain.length).toBeGreaterThan(20);
    expect(domain.flatMap(usesOutside)).toEqual([]);
  });

  it('the guard sees a reach outside, and no field of that name', () => {
    const look = (text: string) => usesOutside(parseModule('lib/fact/x.ts', text));
    expect(look('export const bad = () => fetch("/");')).toHaveLength(1);
    expect(look('export const bad = globalThis.x ?? indexedDB;')).toHaveLength(1);
    expect(look('export const good = (call: { location: string }) => call.location;')).toEqual([]);
    expect(look('export const good = { document: 1 };')).toEqual([]);
  });
});
