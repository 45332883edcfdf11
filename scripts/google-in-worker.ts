import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Modules of Google's own packages, and of nothing else. */
const GOOGLES = /\/node_modules\/(?:@googleapis\/|(?:googleapis-common|google-auth-library|gaxios)\/)/;
/** What Google's code names at its beginning and a browser lacks. Nothing of it runs for a member's own calendar. */
const LACKING = new Set([
  ...['crypto', 'events', 'fs', 'fs/promises', 'http', 'http2', 'https', 'os', 'path', 'process'],
  ...['querystring', 'stream', 'url', 'util', 'zlib', 'child_process'],
  ...[
    'ecdsa-sig-formatter',
    'gcp-metadata',
    'google-logging-utils',
    'https-proxy-agent',
    'jws',
    'node-fetch',
  ],
  './http2',
  './node/crypto',
  // Codes and signed tokens of a sign-in, which is done elsewhere.
  '../crypto/crypto',
]);
/** Names of this module alone, so that the worker's `typeof window` stays what it is for everybody else. */
const PREFIX = 'const window = globalThis, process = { env: {}, version: "", versions: { node: "" } };';

const STUB = '\0google-in-worker/stub';
const COMMON = '\0google-in-worker/common';
const QS = '\0google-in-worker/qs';

/** Stands for all that is lacking: classes to build upon and names to import, none of which does anything. */
const STUB_CODE = `
  export class EventEmitter { on() { return this; } emit() { return false; } }
  export class Readable {}
  export class PassThrough {}
  export class Transform {}
  export class Agent {}
  export class NodeCrypto {}
  export const pipeline = () => { throw new Error('not in a browser'); };
  export const randomUUID = () => crypto.randomUUID();
  export const log = () => ({ debug() {} });
  export default {};
`;

/** As the API reads lists: `a=1&a=2`. That is all of qs that the client uses. */
const QS_CODE = `
  export const stringify = (params) => Object.entries(params)
    .flatMap(([key, value]) => [value].flat().filter((one) => one !== undefined && one !== null)
      .map((one) => encodeURIComponent(key) + '=' + encodeURIComponent(one)))
    .join('&');
`;

/**
 * Lets the public entry of `@googleapis/calendar` and Google's `OAuth2Client` run in a service worker. Google's
 * packages take a browser for what has a `window` and otherwise reach for about twenty parts of Node. Within these
 * packages alone, this gives them a `window` and an empty `process`, one stub in place of Node's parts, and of their
 * own packages only what a request needs; nothing is defined for the rest of the program. The versions are pinned in
 * package.json: `test/e2e/google-in-worker.e2e.ts` says whether a newer one still fits.
 */
export function googleInWorker(): Plugin {
  const calendar = createRequire(import.meta.url).resolve('@googleapis/calendar');
  const common = createRequire(calendar).resolve('googleapis-common');
  const auth = createRequire(common).resolve('google-auth-library');
  // Two builds of gaxios would be two classes of error: all take the one for modules.
  const gaxios = createRequire(auth)
    .resolve('gaxios')
    .replace(/([\\/])cjs([\\/])/, '$1esm$2');
  const oauth = join(auth, '../auth/oauth2client.js');
  return {
    name: 'google-in-worker',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === 'google-auth-library') return oauth;
      if (source === COMMON || source === STUB || source === QS) return source;
      if (!importer || !(importer === COMMON || GOOGLES.test(importer.replaceAll('\\', '/')))) return null;
      switch (source) {
        case 'googleapis-common':
          return COMMON;
        case 'gaxios':
          return gaxios;
        case 'qs':
          return QS;
        default:
          return LACKING.has(source.replace(/^node:/, '')) ? STUB : null;
      }
    },
    load(id) {
      if (id === STUB) return STUB_CODE;
      if (id === QS) return QS_CODE;
      if (id === COMMON) {
        return [
          `export { createAPIRequest } from ${JSON.stringify(join(common, '../apirequest.js'))};`,
          `export { getAPI } from ${JSON.stringify(join(common, '../apiIndex.js'))};`,
          // Built once when the package is loaded; signing in is done elsewhere.
          'export class AuthPlus {}',
        ].join('\n');
      }
      return null;
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      if (!GOOGLES.test(path)) return null;
      // Of its own description a package uses name and version; the rest would be shipped along.
      if (path.endsWith('/package.json')) {
        const { name, version } = JSON.parse(code) as { name: string; version: string };
        return { code: JSON.stringify({ name, version }), map: null };
      }
      return { code: PREFIX + code, map: null };
    },
  };
}
