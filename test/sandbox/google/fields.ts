import { badRequest } from './errors.ts';
import { published, type Shape } from './schema.ts';

/** What a `fields` parameter asks for: names with what is wanted inside, or everything. */
export type Selection = ReadonlyMap<string, Selection> | 'all';

/**
 * Reads a partial response's selector (`items(id,start/dateTime),nextPageToken`) against the schema of the answer;
 * 400 `invalidParameter` for what is no selector or names no field.
 * https://developers.google.com/workspace/calendar/api/guides/performance#partial-response
 */
export function parseFields(text: string, schema: string): Selection {
  let at = 0;
  const fail = (what: string): never => {
    throw badRequest('invalidParameter', `Invalid field selection ${what}`, 'fields');
  };
  function list(shape: Shape): Selection {
    const found = new Map<string, Selection>();
    let all = false;
    for (;;) {
      const name = /[\w*-]+/y;
      name.lastIndex = at;
      const word = name.exec(text)?.[0] ?? fail(text.slice(at) || text);
      at += word.length;
      if (word === '*') all = true;
      else {
        const inside = child(shape, word) ?? fail(word);
        found.set(word, merge(found.get(word), nested(inside)));
      }
      if (text[at] !== ',') break;
      at++;
    }
    return all ? 'all' : found;
  }
  function nested(shape: Shape): Selection {
    if (text[at] === '/') {
      at++;
      const word = /[\w*-]+/y;
      word.lastIndex = at;
      const name = word.exec(text)?.[0] ?? fail(text.slice(at));
      at += name.length;
      if (name === '*') return 'all';
      const inside = child(shape, name) ?? fail(name);
      return new Map([[name, nested(inside)]]);
    }
    if (text[at] !== '(') return 'all';
    at++;
    const inside = list(shape);
    if (text[at] !== ')') fail(text.slice(at) || text);
    at++;
    return inside;
  }
  const selection = list({ kind: 'named', name: schema });
  if (at !== text.length) fail(text.slice(at));
  return selection;
}

function merge(one: Selection | undefined, other: Selection): Selection {
  if (one === undefined) return other;
  if (one === 'all' || other === 'all') return 'all';
  const both = new Map(one);
  for (const [name, inside] of other) both.set(name, merge(both.get(name), inside));
  return both;
}

function child(shape: Shape, name: string): Shape | undefined {
  switch (shape.kind) {
    case 'list':
      return child(shape.of, name);
    case 'map':
      return shape.of;
    case 'named':
      return published().schemas.get(shape.name)?.get(name);
    case 'object':
      return shape.fields.get(name);
    default:
      return undefined;
  }
}

/** Leaves of `value` what is asked for; objects of which nothing is left are left out. */
export function selectFields(value: unknown, selection: Selection): unknown {
  if (selection === 'all') return value;
  if (Array.isArray(value)) return value.map((one) => selectFields(one, selection));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const inside = selection.get(key);
    if (inside !== undefined) kept[key] = selectFields(one, inside);
  }
  return kept;
}
