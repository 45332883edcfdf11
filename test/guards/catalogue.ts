import { isNode, type Module, place, quasisOf, type SyntaxNode, textOf, walk } from './source.ts';

/** What one module asks of the catalogue. */
export interface Asked {
  /** Keys written out as the first argument of `t` (`counted` false) or `tn` (true). */
  calls: readonly { key: string; counted: boolean; params: readonly string[] | null; where: string }[];
  /** Keys put together from parts: the fixed parts with `*` between them. */
  patterns: readonly { pattern: string; counted: boolean; where: string }[];
  /** Every text of the module, since keys also travel in tables before they are looked up. */
  texts: ReadonlySet<string>;
}

/** Reads what a module asks of the catalogue. */
export function askedBy(module: Module): Asked {
  const calls: Asked['calls'][number][] = [];
  const patterns: Asked['patterns'][number][] = [];
  const texts = new Set<string>();
  for (const [node] of walk(module.tree)) {
    const text = textOf(node);
    if (text !== undefined) texts.add(text);
    if (node.type !== 'CallExpression' || !isNode(node.callee)) continue;
    const name = node.callee.name;
    if (name !== 't' && name !== 'tn') continue;
    const counted = name === 'tn';
    const args = node.arguments as readonly SyntaxNode[];
    const params = paramsOf(args[counted ? 2 : 1]);
    for (const key of keysOf(args[0])) {
      const where = place(module, node);
      const fixed = textOf(key);
      if (fixed !== undefined) calls.push({ key: fixed, counted, params, where });
      else patterns.push({ pattern: quasisOf(key).join('*'), counted, where });
    }
  }
  return { calls, patterns, texts };
}

/** The literals a key may be: itself, or either side of a choice. Variables carry keys that stand elsewhere as text. */
function keysOf(node: SyntaxNode | undefined): SyntaxNode[] {
  if (!node) return [];
  if (node.type === 'ConditionalExpression') {
    return [...keysOf(node.consequent as SyntaxNode), ...keysOf(node.alternate as SyntaxNode)];
  }
  return textOf(node) !== undefined || node.type === 'TemplateLiteral' ? [node] : [];
}

/** Names of what is filled in; null when that cannot be read here (a variable, a spread). */
function paramsOf(node: SyntaxNode | undefined): string[] | null {
  if (!node) return [];
  if (node.type !== 'ObjectExpression') return null;
  const names: string[] = [];
  for (const property of node.properties as readonly SyntaxNode[]) {
    if (property.type !== 'Property' || !isNode(property.key)) return null;
    names.push(String(property.key.name ?? property.key.value));
  }
  return names;
}

/** The names in `{…}` of a text. */
export const placeholders = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')),
];

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** `key` without the ending of a plural form; unchanged when it is none. */
export const baseOf = (key: string): string => key.replace(PLURAL, '');

const asRegExp = (pattern: string, counted: boolean): RegExp =>
  new RegExp(
    `^${pattern.split('*').map(RegExp.escape).join('(\\w+)')}${counted ? '_(?:zero|one|two|few|many|other)' : ''}$`,
  );

/** Whether a key of the catalogue is one that a pattern puts together. */
export const fits = (key: string, { pattern, counted }: { pattern: string; counted: boolean }): boolean =>
  asRegExp(pattern, counted).test(key);

export type Catalogue = Readonly<Record<string, { message: string }>>;

/** What is wrong between a catalogue and those that ask it, as sentences. */
export function disagreements(
  catalogue: Catalogue,
  modules: readonly Asked[],
  elsewhere: ReadonlySet<string> = new Set(),
): string[] {
  const wrong: string[] = [];
  const calls = modules.flatMap((asked) => asked.calls);
  const patterns = modules.flatMap((asked) => asked.patterns);
  for (const { key, counted, params, where } of calls) {
    const forms = counted
      ? Object.keys(catalogue).filter((one) => one !== key && baseOf(one) === key)
      : [key];
    const isThere = counted ? forms.includes(`${key}_other`) : Object.hasOwn(catalogue, key);
    if (!isThere) {
      wrong.push(`${where} asks for ${counted ? `${key}_other` : key}, which is not in the catalogue`);
      continue;
    }
    const given = params && new Set(counted ? [...params, 'count'] : params);
    for (const form of forms) {
      const missing = placeholders(catalogue[form]?.message ?? '').filter(
        (name) => given && !given.has(name),
      );
      if (missing.length > 0) wrong.push(`${where} does not fill {${missing.join('}, {')}} of ${form}`);
    }
  }
  for (const one of patterns) {
    const found = Object.keys(catalogue).some((key) => fits(key, one));
    if (!found) wrong.push(`${one.where} asks for ${one.pattern}, and no key is like it`);
  }
  const texts = new Set(modules.flatMap((asked) => [...asked.texts]));
  for (const key of Object.keys(catalogue)) {
    const isWritten = texts.has(key) || (PLURAL.test(key) && texts.has(baseOf(key))) || elsewhere.has(key);
    if (!isWritten && !patterns.some((one) => fits(key, one))) wrong.push(`nobody asks for ${key}`);
  }
  return wrong;
}
