import { describe, expect, it } from 'vitest';
import { callsIn, DONE_WITHOUT, FEATURES, isKnown, OLDEST, propertiesIn, tooOldFor } from './minimum.ts';
import { filesUnder, read } from './source.ts';

const FOLDERS = ['entrypoints', 'components', 'lib'];
const shipped = (accepts: RegExp) =>
  FOLDERS.flatMap((folder) => filesUnder(folder, (path) => accepts.test(path) && !path.includes('.test.')));
const CODE = shipped(/\.tsx?$/);
const STYLES = shipped(/\.css$/);
const all = [...CODE, ...STYLES].map(read).join('\n');

/** What the oldest browsers cannot do and nobody does without, as `firefox 152: css.properties.field-sizing`. */
const missing = (mdn: string, without: Readonly<Record<string, string>> = DONE_WITHOUT[mdn] ?? {}) =>
  tooOldFor(mdn)
    .filter(({ browser }) => without[browser] === undefined)
    .map(({ browser, since }) => `${browser} ${since}: ${mdn}`);

describe('the oldest browsers that the manifests let in', () => {
  it.each(FEATURES)('can do $mdn, or it is known how they do without', ({ uses, mdn, without }) => {
    expect(uses.test(all), 'not used any more: take it out of the table').toBe(true);
    expect(missing(mdn, without ?? {})).toEqual([]);
  });

  it('know every property of our stylesheets', () => {
    const names = [...new Set(STYLES.flatMap((path) => propertiesIn(read(path))))];
    expect(names.length).toBeGreaterThan(80);
    const known = names.map((name) => `css.properties.${name}`).filter(isKnown);
    // All three browsers know these old names, which MDN lists by their new ones.
    expect(names.filter((name) => !isKnown(`css.properties.${name}`)).toSorted()).toEqual([
      '-webkit-box-orient',
      '-webkit-line-clamp',
      '-webkit-text-size-adjust',
    ]);
    expect(known.flatMap((mdn) => missing(mdn))).toEqual([]);
  });

  it('have every function of `browser` that is called', () => {
    const names = [...new Set(CODE.flatMap((path) => callsIn(read(path))))];
    expect(names.length).toBeGreaterThan(30);
    const known = names.map((name) => `webextensions.api.${name}`).filter(isKnown);
    expect(known.length).toBeGreaterThan(30);
    expect(known.flatMap((mdn) => missing(mdn))).toEqual([]);
  });

  it('are what the stylesheets are built for', () => {
    expect(read('wxt.config.ts')).toContain(
      `cssTarget: ['chrome${OLDEST.chrome}', 'firefox${OLDEST.firefox}']`,
    );
  });
});

describe('the guard', () => {
  it('sees what is too new, and what a browser never had', () => {
    expect(tooOldFor('css.properties.field-sizing')).toEqual([{ browser: 'firefox', since: '152' }]);
    expect(tooOldFor('webextensions.api.sidePanel.open')).toEqual([{ browser: 'firefox', since: 'never' }]);
    expect(tooOldFor('webextensions.api.sidebarAction.open').map(({ browser }) => browser)).toEqual([
      'chrome',
      'edge',
    ]);
  });

  it('reads properties and calls, not what only looks like them', () => {
    expect(
      propertiesIn('a:hover { color: red; --own: 1px; @media (width > 1px) { inset : 0 } } /* x: y; */'),
    ).toEqual(['color', 'inset']);
    expect(callsIn('void browser.alarms.create("x"); browser.storage.local.get(); my.browser')).toEqual([
      'alarms.create',
      'storage.local',
    ]);
  });
});
