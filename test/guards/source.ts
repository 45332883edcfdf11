import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export interface SyntaxNode {
  type: string;
  start: number;
  [field: string]: unknown;
}

/** A module of ours: its path from the root with `/`, its text and its tree. */
export interface Module {
  path: string;
  text: string;
  tree: SyntaxNode;
}

/** Parses a module. Throws a SyntaxError on text that is none, so that a guard never passes over a file in silence. */
export function parseModule(path: string, text: string): Module {
  const lang = path.endsWith('x') ? 'tsx' : 'ts';
  return { path, text, tree: parseAst(text, { lang }, path) as unknown as SyntaxNode };
}

/** All files under a folder of the root whose path the filter accepts, as paths from the root with `/`. */
export function filesUnder(folder: string, accepts: (path: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(accepts)
    .sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What is built and shipped: entrypoints, components and lib without the tests beside them. */
export function shippedModules(): Module[] {
  const isShipped = (path: string) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);
  return ['entrypoints', 'components', 'lib']
    .flatMap((folder) => filesUnder(folder, isShipped))
    .map((path) => parseModule(path, read(path)));
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Every node below `node`, itself first, each with the one it stands in. */
export function* walk(
  node: SyntaxNode,
  parent?: SyntaxNode,
): Generator<[SyntaxNode, SyntaxNode | undefined]> {
  yield [node, parent];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, node);
  }
}

/** `path:line`, for messages that lead somewhere. */
export const place = ({ path, text }: Module, node: SyntaxNode): string =>
  `${path}:${text.slice(0, node.start).split('\n').length}`;

/** The value of a string literal, or of a template without anything to fill in; otherwise undefined. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = quasisOf(node);
  return quasis.length === 1 ? quasis[0] : undefined;
}

/** The fixed parts of a template literal. */
export const quasisOf = (node: SyntaxNode): string[] =>
  (node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked);
