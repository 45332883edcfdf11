import fc from 'fast-check';
import * as v from 'valibot';

/** What is read of a valibot schema or action here. */
interface Shape {
  readonly type: string;
  readonly pipe?: readonly Shape[];
  readonly requirement?: unknown;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly key?: Shape;
  readonly value?: Shape;
}

/** Texts of a make of their own that bodies hold: days, moments, half-years, hashes, keys, clocks. */
const MADE = [
  '2026-03-14',
  '2026-11-05',
  '2026-12-24',
  '2026-03-14T09:30',
  '2026-H1',
  '2026-H2',
  'q'.repeat(43),
  'AbC-_'.repeat(9).slice(0, 43),
  'part-1',
];

/**
 * Any body that a schema of ours takes: whatever kind of fact is added, there are examples of it. Throws on a part of valibot
 * that was not used in a body so far.
 * @param ids what texts like to be, so that facts point at each other.
 */
export function anyOf(schema: v.GenericSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  return any(schema as unknown as Shape, ids);
}

function any(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const limit = (type: string): number | undefined => {
    const found = shape.pipe?.find((one) => one.type === type)?.requirement;
    return typeof found === 'number' ? found : undefined;
  };
  const inner = (one: Shape | undefined) => any(one ?? { type: 'nothing' }, ids);
  switch (shape.type) {
    case 'object': {
      const entries = Object.entries(shape.entries ?? {});
      return fc.record(Object.fromEntries(entries.map(([key, one]) => [key, inner(one)])), {
        requiredKeys: entries.flatMap(([key, one]) => (one.type === 'optional' ? [] : [key])),
      });
    }
    case 'optional':
      return inner(shape.wrapped);
    case 'nullable':
      return fc.option(inner(shape.wrapped));
    case 'array': {
      const length = limit('length');
      const most = Math.min(limit('max_length') ?? 4, 4);
      const least = limit('min_length') ?? 0;
      return fc.array(inner(shape.item), {
        minLength: length ?? least,
        maxLength: length ?? Math.max(most, least),
      });
    }
    case 'record':
      return fc
        .array(fc.tuple(inner(shape.key), inner(shape.value)), { maxLength: 3 })
        .map((pairs) => Object.fromEntries(pairs));
    case 'union':
    case 'variant':
      return fc.oneof(...(shape.options ?? []).map((one) => inner(one as Shape)));
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []));
    case 'literal':
      return fc.constant(shape.literal);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: limit('min_value') ?? 0, max: limit('max_value') ?? 4_000_000_000_000 });
    case 'string': {
      const isOne = (text: string) => v.is(shape as unknown as v.GenericSchema, text);
      const known = [...MADE, ...ids].filter(isOne);
      const least = limit('min_length') ?? 0;
      const free = fc.string({ unit: 'grapheme', minLength: least, maxLength: 12 }).filter(isOne);
      const isMade = shape.pipe?.some(({ type }) => !['string', 'min_length', 'max_length'].includes(type));
      return isMade ? fc.constantFrom(...known) : fc.oneof(fc.constantFrom(...known), free);
    }
    default:
      throw new Error(`no example of ${shape.type}`);
  }
}
