import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The shapes of Google's answers, from the types that Google generates out of its discovery document and publishes
 * with `@googleapis/calendar` (`build/v3.d.ts`, read as it is installed, so that a new version is a new check).
 */
export type Shape =
  | { kind: 'string' | 'number' | 'boolean' }
  | { kind: 'list'; of: Shape }
  | { kind: 'map'; of: Shape }
  | { kind: 'named'; name: string }
  | { kind: 'object'; fields: ReadonlyMap<string, Shape> };

export interface Published {
  schemas: ReadonlyMap<string, ReadonlyMap<string, Shape>>;
  /** Parameters by method, such as `Events.List`. */
  params: ReadonlyMap<string, ReadonlyMap<string, Shape>>;
  /** Short scopes (`calendar.events`) by method, such as `events.list`. */
  scopes: ReadonlyMap<string, readonly string[]>;
}

let read: Published | null = null;

/** Reads the published types once. */
export function published(): Published {
  read ??= parse(
    readFileSync(
      join(dirname(createRequire(import.meta.url).resolve('@googleapis/calendar')), 'v3.d.ts'),
      'utf8',
    ),
  );
  return read;
}

function parse(source: string): Published {
  const scopes = new Map<string, string[]>();
  for (const [, list = '', method = ''] of source.matchAll(
    /scopes: \[([^\]]*)\][\s\S]*?await calendar\.(\w+\.\w+)\(/g,
  ))
    scopes.set(
      method,
      [...list.matchAll(/auth\/([\w.]+)'/g)].map((found) => found[1] ?? ''),
    );
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const schemas = new Map<string, ReadonlyMap<string, Shape>>();
  const params = new Map<string, ReadonlyMap<string, Shape>>();
  for (const found of bare.matchAll(/interface (Schema|Params\$Resource)\$([\w$]+)(?: extends \w+)? \{/g)) {
    const fields = new Reader(bare, (found.index ?? 0) + found[0].length).fields();
    if (found[1] === 'Schema') schemas.set(found[2] ?? '', fields);
    else params.set((found[2] ?? '').replace('$', '.'), fields);
  }
  const standard = /interface StandardParameters \{/.exec(bare);
  if (standard) params.set('', new Reader(bare, standard.index + standard[0].length).fields());
  return { schemas, params, scopes };
}

/** Reads the few forms of type that the generator writes. */
class Reader {
  readonly #text: string;
  #at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  fields(): ReadonlyMap<string, Shape> {
    const fields = new Map<string, Shape>();
    for (;;) {
      const name = this.#take(/\s*(?:'([^']+)'|"([^"]+)"|([\w$]+))\??:\s*/y);
      if (!name) break;
      fields.set(name[1] ?? name[2] ?? name[3] ?? '', this.#type());
      this.#take(/\s*;/y);
    }
    this.#take(/\s*\}/y);
    return fields;
  }

  #type(): Shape {
    const shape = this.#one();
    const list = this.#take(/\[\]/y);
    while (this.#take(/\s*\|\s*[\w.]+/y));
    return list ? { kind: 'list', of: shape } : shape;
  }

  #one(): Shape {
    if (this.#take(/\{\s*\[key: string\]:\s*/y)) {
      const of = this.#type();
      this.#take(/\s*;?\s*\}/y);
      return { kind: 'map', of };
    }
    if (this.#take(/\{/y)) return { kind: 'object', fields: this.fields() };
    const word = this.#take(/[\w$.]+/y)?.[0] ?? '';
    if (word === 'string' || word === 'number' || word === 'boolean') return { kind: word };
    return { kind: 'named', name: word.replace('Schema$', '') };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

/** What is wrong with a value of a published schema: fields that it has not, types that differ. */
export function shapeProblems(name: string, value: unknown): string[] {
  return problems({ kind: 'named', name }, value, name);
}

function problems(shape: Shape, value: unknown, path: string): string[] {
  switch (shape.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.kind ? [] : [`${path}: ${typeof value}, not ${shape.kind}`];
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((one, index) => problems(shape.of, one, `${path}[${index}]`))
        : [`${path}: not a list`];
    case 'map':
      return entries(value, path, () => shape.of);
    case 'named': {
      const fields = published().schemas.get(shape.name);
      return fields ? entries(value, path, (key) => fields.get(key)) : [`${path}: no schema ${shape.name}`];
    }
    case 'object':
      return entries(value, path, (key) => shape.fields.get(key));
    default:
      return shape satisfies never;
  }
}

function entries(value: unknown, path: string, of: (key: string) => Shape | undefined): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: not an object`];
  return Object.entries(value).flatMap(([key, one]) => {
    if (one === undefined) return [];
    const shape = of(key);
    return shape ? problems(shape, one, `${path}.${key}`) : [`${path}.${key}: unknown`];
  });
}
