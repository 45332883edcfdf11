import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EXPORTED_KINDS, everyKind } from '../builders/every-kind.ts';
import { filesUnder, ROOT, read } from './source.ts';

/** What devices of one member carry to each other stands in no file. */
const NOT_EXPORTED = /^own\./;

/** Every kind of fact that any module of lib declares, with the shape of its body. */
async function declaredKinds(): Promise<Map<string, v.GenericSchema>> {
  const declares = /^export const \w+Kinds\b/m;
  const modules = filesUnder('lib', (path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path));
  const found = new Map<string, v.GenericSchema>();
  for (const path of modules.filter((one) => declares.test(read(one)))) {
    const all = (await import(join(ROOT, path))) as Record<string, Record<string, v.GenericSchema>>;
    for (const [name, kinds] of Object.entries(all))
      if (name.endsWith('Kinds')) for (const [kind, schema] of Object.entries(kinds)) found.set(kind, schema);
  }
  return found;
}

describe('kinds of facts', () => {
  it('have examples that round trips are tried with, every one of them', async () => {
    const declared = await declaredKinds();
    expect(declared.size).toBeGreaterThan(90);
    const wanted = [...declared.keys()].filter((kind) => !NOT_EXPORTED.test(kind));
    expect(wanted.filter((kind) => !EXPORTED_KINDS.has(kind))).toEqual([]);
    fc.assert(
      fc.property(everyKind({ circleId: 'circle', ids: ['ada', 'bo', 'meeting'] }), (drafts) => {
        expect(new Set(drafts.map(({ kind }) => kind))).toEqual(new Set(wanted));
        for (const { kind, body } of drafts) {
          const schema = declared.get(kind);
          expect(schema && v.is(schema, body), `${kind} ${JSON.stringify(body)}`).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stand in the description of the file of “Export everything”', async () => {
    const text = read('docs/export-format.md');
    const isNamed = (kind: string) =>
      text.includes(`\`${kind}\``) || text.includes(`\`${kind.split('.')[0]}.*\``);
    expect([...(await declaredKinds()).keys()].filter((kind) => !isNamed(kind))).toEqual([]);
  });
});
