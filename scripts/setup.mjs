// Makes a bare clone ready to work with, and does nothing, quickly, when it already is. Plain JavaScript for Node 20:
// it runs before anything is installed. With `--browser` it also sees to a Chromium for tests and the sandbox,
// and to a Firefox for those commands that try one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { findChromium } from '../test/rig/find-chromium.mjs';
import { findFirefox } from '../test/rig/find-firefox.mjs';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');
const at = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0);

/** Runs a command in the project with its own Node first on PATH; ends this process when it fails. */
function run(command, ...parameters) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  if (error) fail(`Could not run ${command}: ${error.message}`);
  if (status !== 0) fail(`${[command, ...parameters].join(' ')} failed.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (
  at('node_modules/.package-lock.json') < at('package-lock.json') ||
  at('node_modules/.package-lock.json') === 0
) {
  console.log('Installing packages');
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
}

const prepared = at('.wxt/tsconfig.json');
if (prepared < at('wxt.config.ts') || prepared < at('node_modules/.package-lock.json')) run('wxt', 'prepare');

const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
const isDebian = /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
const isRoot = process.getuid?.() === 0;

/** Whether Debian's packages can be installed here without asking anybody. */
const canInstall = () => isDebian && (isRoot || spawnSync('sudo', ['-n', 'true']).status === 0);

/** Installs Debian packages. @returns whether that went well. */
function install(...packages) {
  const asRoot = (...parameters) => {
    const [command, ...rest] = isRoot ? parameters : ['sudo', ...parameters];
    const { status } = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    return status === 0;
  };
  console.log(`Installing ${packages.join(' and ')}`);
  asRoot('apt-get', 'update', '-q');
  return asRoot('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);
}

if (process.argv.includes('--browser') && !findChromium()) {
  if (canInstall()) install('chromium');
  if (!findChromium()) {
    fail(
      [
        'No Chromium found. Tests and the sandbox need Chromium or Chrome for Testing, 144 or newer',
        '(Google Chrome itself no longer loads unpacked extensions from the command line).',
        'Debian: sudo apt-get install chromium. macOS: brew install --cask chromium.',
        'Anywhere: set CHROMIUM to the path of its executable.',
      ].join('\n'),
    );
  }
}

// What is tried in Firefox fails without one and says so; everything else still runs.
if (['test', 'live', 'e2e'].includes(process.env.npm_lifecycle_event ?? '') && !findFirefox()) {
  // Debian has the long-term one; Ubuntu's package of that name does not exist, and its `firefox` is a snap.
  if (canInstall()) install('firefox-esr');
  if (!findFirefox()) {
    console.warn(
      [
        'No Firefox found: the tests in Firefox will fail. They need Firefox 153 or newer, ESR or not.',
        'Debian: sudo apt-get install firefox-esr. macOS: brew install --cask firefox.',
        'Anywhere: set FIREFOX to the path of its executable (not of a snap, which reads no temporary folders).',
      ].join('\n'),
    );
  }
}

// `live` also goes through Firefox in German; without the pack that test fails and says what is missing.
const german = '/usr/lib/firefox-esr/browser/extensions/langpack-de@firefox-esr.mozilla.org.xpi';
const isDebians = findFirefox() === '/usr/bin/firefox-esr';
if (process.env.npm_lifecycle_event === 'live' && isDebians && !existsSync(german) && canInstall())
  install('firefox-esr-l10n-de');

// Real relays, for those commands that try sharing over them; the sandbox needs none. Where they cannot be installed
// the tests that need them fail and say so; everything else still runs.
if (['test', 'live', 'bench', 'soak'].includes(process.env.npm_lifecycle_event ?? '')) {
  const isMissing = (name) =>
    [name, `/usr/sbin/${name}`].every((path) => spawnSync(path, ['--help'], { stdio: 'ignore' }).error);
  const missing = ['mosquitto', 'nats-server'].filter(isMissing);
  if (missing.length > 0 && !(canInstall() && install(...missing))) {
    console.warn(`Without ${missing.join(' and ')} some tests of sharing will fail: please install them.`);
  }
}
