import { badRequest } from './errors.ts';
import { published, type Shape } from './schema.ts';

/** A request's parameters, read after the published list of its method: unknown names and wrong kinds are 400s. */
export interface Params {
  /** As sent, for comparing; without what only shapes the answer. */
  list: readonly (readonly [string, string])[];
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** False when not given. */
  flag(name: string): boolean | undefined;
  count(name: string, fallback: number, max: number): number;
  /** UTC ms of an RFC 3339 time, whose offset is mandatory. */
  time(name: string): number | undefined;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** `method` as in the published types: `Events.List`. Repeated values only where the types have a list. */
export function readParams(method: string, search: URLSearchParams): Params {
  const known = published().params.get(method) ?? new Map<string, Shape>();
  const standard = published().params.get('') ?? new Map<string, Shape>();
  for (const name of new Set(search.keys())) {
    const shape = known.get(name) ?? standard.get(name);
    if (!shape || name === 'auth') throw badRequest('invalidParameter', `Unknown name "${name}"`, name);
    const values = search.getAll(name);
    if (shape.kind !== 'list' && values.length > 1)
      throw badRequest('invalidParameter', `${name} may not be repeated`, name);
    for (const value of values) {
      const fine =
        shape.kind === 'boolean'
          ? value === 'true' || value === 'false'
          : shape.kind !== 'number' || /^-?\d+$/.test(value);
      if (!fine) throw badRequest('invalidParameter', `Invalid value '${value}' for ${name}`, name);
    }
  }
  const text = (name: string) => search.get(name) ?? undefined;
  return {
    list: [...search].filter(([name]) => known.has(name)),
    text,
    texts: (name) => search.getAll(name),
    flag: (name) => (search.has(name) ? search.get(name) === 'true' : undefined),
    count(name, fallback, max) {
      const value = Number(search.get(name) ?? fallback);
      if (value < 1) throw badRequest('invalidParameter', `Invalid value for ${name}`, name);
      return Math.min(value, max);
    },
    time(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      if (!RFC3339.test(value) || Number.isNaN(Date.parse(value)))
        throw badRequest('badRequest', 'Bad Request', name);
      return Math.floor(Date.parse(value) / 1000) * 1000;
    },
  };
}

/** One of the words a parameter may have. */
export function wordOf<Word extends string>(
  params: Params,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = params.text(name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (!found) throw badRequest('invalidParameter', `Invalid value '${value}' for ${name}`, name);
  return found;
}
