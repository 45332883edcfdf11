import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './source.ts';

export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

export interface Manifest {
  version: string;
  key?: string;
  default_locale?: string;
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[]; js?: string[] }[];
  web_accessible_resources?: { resources: string[]; matches?: string[]; extension_ids?: string[] }[];
  content_security_policy?: { extension_pages?: string; sandbox?: string };
  externally_connectable?: unknown;
  minimum_chrome_version?: string;
  browser_specific_settings?: {
    gecko?: {
      id?: string;
      strict_min_version?: string;
      data_collection_permissions?: { required: string[]; optional?: string[] };
    };
  };
}

/** What came out for one browser. */
export interface Built {
  /** Where it lies unpacked. */
  folder: string;
  manifest: Manifest;
  /** Path in the package → size in bytes. */
  files: ReadonlyMap<string, number>;
  /** Text of a file of the package. */
  text(path: string): string;
  /** Size of the packed extension, bytes. */
  zipBytes: number;
  /** Of the packed extension, in hexadecimal digits. */
  zipSha256: string;
}

/**
 * Builds and packs the extension for every browser, some seconds each. In a process of its own: under a test runner
 * `NODE_ENV` is `test`, and React would come with its development half.
 */
export async function buildAll(
  folder = join(ROOT, 'test-results/guard-build'),
): Promise<Record<Browser, Built>> {
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete (env as NodeJS.ProcessEnv)[name];
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'build-extension.ts'), folder], {
    cwd: ROOT,
    env,
  });
  return {
    chrome: readBuilt(folder, 'chrome'),
    edge: readBuilt(folder, 'edge'),
    firefox: readBuilt(folder, 'firefox'),
  };
}

function readBuilt(folder: string, browser: Browser): Built {
  const root = join(folder, `${browser}-mv3`);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const packed = readdirSync(folder).filter((name) => name.endsWith(`-${browser}.zip`));
  if (packed.length !== 1) throw new Error(`${packed.length} packages for ${browser} in ${folder}`);
  return {
    folder: root,
    manifest: JSON.parse(text('manifest.json')),
    files: new Map(paths.map((path) => [path, statSync(join(root, path)).size])),
    text,
    zipBytes: statSync(join(folder, packed[0] ?? '')).size,
    zipSha256: createHash('sha256')
      .update(readFileSync(join(folder, packed[0] ?? '')))
      .digest('hex'),
  };
}

/** Everything in a manifest that lets an extension do or see more than a page can. */
export function rightsOf(manifest: Manifest): string[] {
  return [
    ...(manifest.permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches),
  ];
}

/**
 * The scripts of a package that run or are loaded without anybody asking for more: all beside `c/`, those that pages
 * name, and what these import. What is behind an `import()` is not among them.
 */
export function loadedAtOnce({ files, text }: Pick<Built, 'files' | 'text'>): string[] {
  const found = new Set<string>();
  const queue = [...files.keys()].filter((path) => path.endsWith('.js') && !path.startsWith('c/'));
  for (const page of files.keys()) {
    if (!page.endsWith('.html')) continue;
    for (const [, path = ''] of text(page).matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)) queue.push(path);
  }
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path) || !files.has(path)) continue;
    found.add(path);
    // `from"./x.js"` and `import"./x.js"`; what is imported late has a bracket there.
    for (const [, target = ''] of text(path).matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      queue.push(posix.join(posix.dirname(path), target));
    }
  }
  return [...found];
}
