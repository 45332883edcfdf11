// `npm run release -- 0.2.0` [YYYY-MM-DD]: sets the version in package.json and package-lock.json and closes the change
// log's "Unreleased" under it. Changes nothing when the version is not a later one, or when there is nothing to release.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Whether `a` comes after `b`; both as three numbers, as browsers and stores take them. */
function isLater(a, b) {
  const [left, right] = [a, b].map((one) => (VERSION.exec(one) ?? []).slice(1).map(Number));
  const at = left.findIndex((number, place) => number !== right[place]);
  return at >= 0 && left[at] > right[at];
}

/**
 * The change log with "Unreleased" closed under a version, and an empty one above it.
 * @param {string} log the whole file @param {string} version @param {string} day ISO date
 * @throws when there is nothing below "Unreleased", or the version is there already.
 */
export function closeUnreleased(log, version, day) {
  const [, before, body, after] =
    /^([\s\S]*?^## \[Unreleased\]\n)([\s\S]*?)((?=^## \[)[\s\S]*|)$(?![\s\S])/m.exec(log) ?? [];
  if (before === undefined || !/^- /m.test(body))
    throw new Error('CHANGELOG.md has nothing under "Unreleased".');
  if (log.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has ${version} already.`);
  return `${before}\n## [${version}] - ${day}\n${body}${after}`;
}

/** The notes of one version, without its heading. @throws when it is not there. */
export function notesOf(log, version) {
  const start = log.indexOf(`## [${version}]`);
  if (start < 0) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  const body = log.slice(log.indexOf('\n', start) + 1);
  const end = body.search(/^## \[/m);
  return (end < 0 ? body : body.slice(0, end)).trim();
}

/** The text of package.json or package-lock.json with another version of the project itself. @throws when it is no later one. */
export function withVersion(text, version) {
  if (!VERSION.test(version)) throw new Error(`"${version}" is no version such as 0.2.0.`);
  const data = JSON.parse(text);
  if (!isLater(version, data.version)) throw new Error(`${version} does not come after ${data.version}.`);
  data.version = version;
  if (data.packages?.['']) data.packages[''].version = version;
  return `${JSON.stringify(data, null, 2)}\n`;
}

function release(version = '', day = new Date().toISOString().slice(0, 10)) {
  const root = resolve(import.meta.dirname, '..');
  const read = (name) => readFileSync(resolve(root, name), 'utf8');
  const changed = {
    'package.json': withVersion(read('package.json'), version),
    'package-lock.json': withVersion(read('package-lock.json'), version),
    'CHANGELOG.md': closeUnreleased(read('CHANGELOG.md'), version, day),
  };
  for (const [name, text] of Object.entries(changed)) writeFileSync(resolve(root, name), text);
  console.log(
    `Version ${version}. Look it over, commit, then: git tag v${version} && git push --follow-tags`,
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const [first, second] = process.argv.slice(2);
    if (first === '--notes') console.log(notesOf(readFileSync('CHANGELOG.md', 'utf8'), second ?? ''));
    else release(first, second);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
