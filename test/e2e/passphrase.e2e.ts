import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCircle } from '../../lib/circle/commands.ts';
import { device } from '../builders/logs.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { setPassphrase } from '../rig/seal-by.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const PASSPHRASE = 'blue kettle on Thursday';
/** Written after sealing, so that it must be nowhere on the disk. */
const MARKER = 'Ask Quintessa about the fellowship';

let sandbox: Sandbox;
let profileDir: string;
let rig: Rig;

beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'circlekeeper-sealed-'));
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port, profileDir });
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
  await rm(profileDir, { recursive: true, force: true });
});

it('a passphrase seals what is here: the browser closed and opened, it is asked for, a contract is saved, and the disk has no word of it', async () => {
  const members = [{ id: 'm0', name: 'Amira Said', email: '', guide: null, isMe: true }];
  const circle = { id: 'c1', name: 'Thursday circle', formatId: 'pmc', everyDays: 14, lengthMin: 90 };
  const url = `https://meet.google.com/${CIRCLE_CODE}`;
  const call = { kind: 'call', host: 'meet', value: CIRCLE_CODE, url } as const;
  const at = Date.UTC(2026, 10, 5);
  await seed(
    rig,
    device('seeder').write(
      createCircle({ ...circle, agreement: [], links: [call], members }, at, '2026-11-05'),
      at,
    ),
  );

  const code = await setPassphrase(rig, PASSPHRASE);
  await rig.close();
  rig = await launch({ port: sandbox.port, profileDir });
  const popup = await rig.open('popup.html');
  await locked(popup).waitFor();
  expect(await axeFindings(popup)).toEqual([]);
  await unlock(popup, 'not this one');
  await popup.getByText('That is not the passphrase.').waitFor();
  // Beside the circle's call nothing opens by itself; what the member opens asks for the passphrase and names nothing.
  const meet = await rig.context.newPage();
  await meet.goto(url);
  await meet.getByRole('button', { name: 'Join now' }).click();
  await meet.getByRole('button', { name: 'Open Circlekeeper' }).click();
  const sidebar = meet.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
  await locked(sidebar).waitFor();
  expect(await sidebar.locator('body').innerHTML()).not.toContain('Thursday');
  // A tab in which nothing was opened by hand.
  const other = await rig.context.newPage();
  await other.goto(url);
  await other.getByRole('button', { name: 'Join now' }).click();
  await other.getByRole('button', { name: 'Open Circlekeeper' }).waitFor();
  await popup.bringToFront();
  await unlock(popup, PASSPHRASE);
  // Once it can be told whose call it is, the sidebar is there by itself, as it always is.
  await other.bringToFront();
  await other
    .frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]')
    .getByText('Thursday circle')
    .first()
    .waitFor();
  await other.close();
  await popup.bringToFront();
  const field = popup.getByRole('textbox', { name: 'New contract' });
  await field.fill(MARKER);
  await field.press('Enter');
  await expect.poll(badge).toBe('1');
  // The other page heard of it as well.
  await sidebar.getByText('Thursday circle').first().waitFor();

  // Words that were not sent are nowhere once it is locked.
  await field.fill('Half a contract');
  await popup.getByRole('button', { name: 'Lock now' }).click();
  await locked(sidebar).waitFor();
  await expect.poll(badge).toBe('');
  await meet.bringToFront();
  await unlock(sidebar, code.toLowerCase().replaceAll('-', ' '));
  await expect.poll(badge).toBe('1');
  // Both pages begin anew, which counts as use: only then do the fifteen minutes without any begin.
  await sidebar.getByText('Thursday circle').first().waitFor();
  await field.waitFor();
  expect(await field.inputValue()).toBe('');
  // Fifteen minutes without use.
  await rig.moveClock(16 * 60_000);
  await locked(sidebar).waitFor();

  await rig.close();
  expect(await filesWith(profileDir, MARKER)).toEqual([]);
  // The same search finds what is not sealed.
  expect(await filesWith(profileDir, 'pbkdf2-sha-256')).not.toEqual([]);
  rig = await launch({ port: sandbox.port, profileDir });
  const again = await rig.open('popup.html');
  await unlock(again, PASSPHRASE);
  await again.getByText(MARKER).waitFor();
});

const badge = () =>
  rig.inExtension(
    () =>
      (
        globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
      ).chrome.action.getBadgeText({}),
    null,
  );

const locked = (page: Page | FrameLocator) => page.getByRole('heading', { name: 'Circlekeeper is locked' });

async function unlock(page: Page | FrameLocator, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** The files of a folder that hold a text, in either of the encodings that browsers write. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.push(entry.name);
  }
  return found;
}
