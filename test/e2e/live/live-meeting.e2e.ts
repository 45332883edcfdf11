import { mkdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeContract } from '../../../lib/contract/commands.ts';
import { askForTime, giveTurn, setPresence, setRoles } from '../../../lib/meeting/commands.ts';
import type { MeetingRow } from '../../../lib/meeting/meeting.ts';
import type { Party } from '../../../lib/share/invite/code.ts';
import type { Grant } from '../../../lib/share/invite/grant.ts';
import { circleOfNine, memberId, NINE } from '../../builders/nine.ts';
import { type Broker, startBroker } from '../../rig/broker.ts';
import { type CutLine, openLine } from '../../rig/cut-line.ts';
import { HeadlessMember } from '../../rig/headless-member.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { endMeeting } from '../../rig/press-again.ts';
import { seed } from '../../rig/seed.ts';
import { grantOf } from '../../rig/sent-grant.ts';
import { jumpsBack, shownTimes, watchClock } from '../../rig/shown-time.ts';
import { type SpacePage, spacePage } from '../../rig/space-page.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

const BROWSERS = ['chen', 'asha', 'bea', 'dana'] as const;
/** By how much the clocks of some computers are wrong, ms. */
const SKEW = { asha: 41_000, bea: -95_000, emeka: 3_600_000, gil: -20_000 } as const;

let sandbox: Sandbox;
let broker: Broker;
/** Dana's line to the relay. */
let line: CutLine;
let space = '';
const rigs = new Map<string, Rig>();
const pages = new Map<string, Page>();
const headless = new Map<string, HeadlessMember>();
const bugs: string[] = [];
/** The reader of Chen's profile, a steward's. */
let steward: SpacePage;

const of = <T>(map: ReadonlyMap<string, T>, name: string): T => {
  const found = map.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const rig = (name: string) => of(rigs, name);
const page = (name: string) => of(pages, name);
const node = (name: string) => of(headless, name);
const button = (on: Page, name: string | RegExp) => on.getByRole('button', { name });
const watch = (on: Page): Page => on.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const label = (name: string) => page(name).getByRole('timer').getAttribute('aria-label');
const stepOf = async (name: string) => (await node(name).meeting())?.run?.current.step;

async function openSidebar(name: string): Promise<void> {
  const sidebar = watch(await rig(name).open(`sidebar.html?circle=${space}`));
  await sidebar.setViewportSize({ width: 360, height: 900 });
  sidebar.setDefaultTimeout(15_000);
  pages.set(name, sidebar);
}

/** As somebody is let in: an invitation, and a code that both compare. */
async function joinByCode(home: Page, name: string, full: string): Promise<void> {
  await button(home, `Invite ${full}`).click();
  const invitation = await home.getByRole('textbox', { name: 'Invitation' }).inputValue();
  const theirs = await rig(name).open('home.html#/circles');
  await button(theirs, 'Join a circle').click();
  await theirs.getByRole('textbox', { name: 'Invitation' }).fill(invitation);
  await button(theirs, 'Join').last().click();
  await button(theirs, 'They are the same').click();
  await button(home, 'They are the same').click();
  await theirs.getByText('You are in Circle of nine').waitFor();
  await button(home, 'Done').click();
  await theirs.close();
}

const letIn = async (member: string, party: Party): Promise<Grant> =>
  grantOf(await steward.call('letIn', { space, member, party }));

async function addContract(name: string, text: string, whose?: string): Promise<void> {
  const on = page(name);
  // The form is one line until somebody writes in it.
  await on.getByRole('textbox', { name: 'New contract' }).fill(text);
  if (whose !== undefined) await on.getByLabel('Member', { exact: true }).selectOption({ label: whose });
  await button(on, 'Add contract').click();
}

/** A member without a browser writes down a contract of their own. */
async function writeContract(name: string, text: string): Promise<void> {
  const member = node(name);
  const row = await member.meeting();
  const id = `k-${name}`;
  const contract = { id, circleId: space, memberId: memberId(name), meetingId: row?.id ?? null, text };
  member.write([makeContract({ ...contract, isPrivate: false }, memberId(name), member.now())]);
}

beforeAll(async () => {
  [sandbox, broker] = await Promise.all([startSandbox(), startBroker()]);
  line = await openLine(broker.url);
  await Promise.all(BROWSERS.map(async (name) => rigs.set(name, await launch({ port: sandbox.port }))));
  await seed(rig('chen'), circleOfNine(Date.now()));
  await Promise.all([rig('asha').moveClock(SKEW.asha), rig('bea').moveClock(SKEW.bea)]);
});
afterAll(async () => {
  await Promise.all([...headless.values()].map((member) => member.stop()));
  await Promise.all([...rigs.values()].map((one) => one.close()));
  await line?.close();
  await Promise.all([sandbox?.close(), broker?.close()]);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  mkdirSync('test-results/live-meeting', { recursive: true });
  const shoot = ([name, on]: [string, Page]) =>
    on.screenshot({ path: `test-results/live-meeting/${name}.png`, fullPage: true }).catch(() => undefined);
  await Promise.all([...pages].map(shoot));
});

describe('a live meeting of eight browsers over one relay', () => {
  it('begins with eight who were let in, two of them by a code', async () => {
    const home = watch(await rig('chen').open(`home.html#/circles/${NINE}`));
    await button(home, 'Share this circle').click();
    const dialog = home.getByRole('dialog', { name: 'Share Circle of nine' });
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByLabel('Address of the relay').fill(broker.url);
    await dialog.getByRole('button', { name: 'Share now' }).click();
    await home.waitForURL(/circles\/s/);
    space = await home.evaluate(() => decodeURIComponent(location.hash.split('/').at(-1) ?? ''));
    await joinByCode(home, 'asha', 'Asha Sen');
    await joinByCode(home, 'bea', 'Bea Ortiz');
    steward = await spacePage(rig('chen'));
    const dana = await spacePage(rig('dana'));
    const sent = await steward.call('letIn', {
      space,
      member: 'm-dana',
      party: await dana.call('party', null),
    });
    await dana.call('arrive', { ...sent, relays: [{ kind: 'mqtt', address: line.url }] });
    await dana.close();
    const danaHome = watch(await rig('dana').open('home.html#/circles'));
    await danaHome.getByText('Circle of nine').first().waitFor();
    for (const name of ['emeka', 'fatima', 'gil', 'hana']) {
      const skew = name === 'emeka' || name === 'gil' ? SKEW[name] : 0;
      headless.set(name, await HeadlessMember.join(space, memberId(name), letIn, skew));
    }
    await steward.close();
    // Hana comes later.
    await Promise.all(['emeka', 'fatima', 'gil'].map((name) => node(name).start()));
    await Promise.all(BROWSERS.map(openSidebar));
    await Promise.all([home.close(), danaHome.close()]);
    for (const name of BROWSERS) await page(name).getByText('Shared · 6 more here').waitFor();
  });

  it('has one agenda: asked for, prepared and begun from three browsers', async () => {
    const emeka = node('emeka');
    const at = emeka.now();
    const slot = {
      circleId: space,
      meetingId: 'meeting-of-nine',
      originalStart: at,
      start: at,
      lengthMin: 120,
      adhoc: true,
    };
    emeka.write([
      ...setRoles(await emeka.acting(slot), { facilitator: 'm-chen', timekeeper: null, host: null }),
      ...askForTime({ ...(await emeka.acting(slot)), row: null }, 'm-emeka', 12).slice(-1),
    ]);
    await expect.poll(async () => (await node('fatima').meeting())?.asked).toEqual({ 'm-emeka': 12 });
    const fatima = node('fatima');
    fatima.write(giveTurn(await fatima.acting(), 'm-fatima', 'm-gil'));
    fatima.write(setPresence(await fatima.acting(), 'm-hana', 'away', fatima.now()));
    const chen = page('chen');
    await chen.getByText('Hana is away').waitFor();
    await button(chen, 'Start meeting').click();
    for (const name of BROWSERS) {
      await page(name).getByRole('timer').waitFor();
      await watchClock(page(name));
    }
    const [first] = await Promise.all(BROWSERS.map(label));
    for (const name of BROWSERS) expect(await label(name)).toBe(first);
    await expect.poll(() => stepOf('gil')).toBeTruthy();
    const { run, asked, gave } = (await node('gil').meeting()) as MeetingRow;
    expect({ asked, gave }).toEqual({ asked: { 'm-emeka': 12 }, gave: { 'm-fatima': 'm-gil' } });
    expect(run?.plan.some(({ member, kind }) => member === 'm-hana' && kind === 'work')).toBe(false);
  });

  it('takes one step when two press Next in the same moment', async () => {
    await button(page('asha'), 'Take over').click();
    await page('bea').getByText('Asha and Chen move the agenda today.').waitFor();
    const before = await stepOf('gil');
    const next = (await button(page('asha'), /^Next: /).textContent()) ?? '';
    await expect.poll(() => button(page('chen'), /^Next: /).textContent()).toBe(next);
    broker.hold();
    try {
      await Promise.all(['asha', 'chen'].map((name) => button(page(name), next).click()));
      for (const name of ['asha', 'chen']) await expect.poll(() => button(page(name), next).count()).toBe(0);
    } finally {
      broker.letGo();
    }
    const presses = () =>
      node('gil')
        .store.of('meeting-of-nine')
        .filter(({ kind, body }) => kind === 'meeting.moved' && (body as { from: string }).from === before);
    await expect
      .poll(() =>
        presses()
          .map(({ by }) => by)
          .sort(),
      )
      .toEqual(['m-asha', 'm-chen']);
    const [to, other] = presses().map(({ body }) => (body as { to: string }).to);
    expect(other).toBe(to);
    for (const name of ['emeka', 'fatima', 'gil']) await expect.poll(() => stepOf(name)).toBe(to);
    const now = await label('asha');
    for (const name of BROWSERS) await expect.poll(() => label(name)).toBe(now);
  });

  it('goes on without one whose line is cut, who comes back with what was written meanwhile', async () => {
    line.cut();
    const dana = page('dana');
    await dana.getByText('Not connected').waitFor();
    await addContract('dana', 'Draw the map offline', 'Dana Levi (me)');
    await button(page('chen'), /^Next: /).click();
    const before = await label('dana');
    await expect.poll(() => label('asha')).not.toBe(before);
    await writeContract('gil', 'Phone the archive');
    await expect.poll(() => page('bea').getByText('Phone the archive').count()).toBeGreaterThan(0);
    expect(await page('bea').getByText('Draw the map offline').count()).toBe(0);
    line.mend();
    // A late-comer in the same moment, and the scribe writes for who has no extension.
    await node('hana').start();
    await button(page('asha'), 'Arrived late: Hana Mori').click();
    await addContract('bea', 'Ask for the grant’s rules', 'Ines Faure');
    await page('bea').getByText('Draw the map offline').first().waitFor();
    await dana.getByText('Phone the archive').first().waitFor();
    const now = await label('asha');
    await expect.poll(() => label('dana')).toBe(now);
    const stands = async () => {
      const run = (await node('hana').meeting())?.run;
      return run?.plan.some(({ member, kind }) => member === 'm-hana' && kind === 'work');
    };
    await expect.poll(stands).toBe(true);
    await writeContract('hana', 'Read two pages a day');
  });

  it('goes on when the facilitator’s browser dies: somebody takes over, for all to see', async () => {
    // The profile's lock names its process.
    const pid = Number(
      readlinkSync(join(rig('chen').profileDir, 'SingletonLock'))
        .split('-')
        .at(-1),
    );
    const closed = rig('chen').context.waitForEvent('close');
    const chenSaw = await shownTimes(page('chen'));
    process.kill(pid, 'SIGKILL');
    await closed;
    expect(jumpsBack(chenSaw)).toEqual([]);
    await button(page('bea'), 'Take over').click();
    await page('dana')
      .getByText(/^Asha, Bea,? and Chen move the agenda today/)
      .waitFor();
    const before = await label('bea');
    await button(page('bea'), /^Next: /).click();
    await expect.poll(() => label('dana')).not.toBe(before);
    await addContract('asha', 'Leave at six on Fridays', 'Asha Sen (me)');
    const { profileDir } = rig('chen');
    rigs.set('chen', await launch({ port: sandbox.port, profileDir }));
    await openSidebar('chen');
    const now = await label('bea');
    await expect.poll(() => page('chen').getByRole('timer').count()).toBe(1);
    await watchClock(page('chen'));
    await expect.poll(() => label('chen')).toBe(now);
  });

  it('shows all the same second, though clocks are wrong by an hour, and never a jump backwards', async () => {
    const shown = await Promise.all(
      BROWSERS.map((name) =>
        page(name).evaluate(() => {
          const [minutes, seconds] = (document.querySelector('[role=timer]')?.textContent ?? '').split(':');
          // What a page shows now, set back to one instant of this machine for all of them.
          return Number(minutes) * 60 + Number(seconds) + (performance.timeOrigin + performance.now()) / 1000;
        }),
      ),
    );
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(2);
    for (const name of BROWSERS) {
      const seen = await shownTimes(page(name));
      expect(seen.length).toBeGreaterThan(1);
      expect({ [name]: jumpsBack(seen) }).toEqual({ [name]: [] });
    }
  });

  it('ends with one agenda, one contract log and one summary for all eight', async () => {
    await endMeeting(page('bea'));
    for (const name of BROWSERS) await page(name).getByRole('region', { name: 'Summary' }).waitFor();
    const wanted = [
      'Ask for the grant’s rules',
      'Draw the map offline',
      'Leave at six on Fridays',
      'Phone the archive',
      'Read two pages a day',
    ];
    const all = async () => {
      const readers = await Promise.all(
        BROWSERS.map(async (name) => {
          const reader = await spacePage(rig(name));
          const rows = await reader.call('rows', space);
          await reader.close();
          return rows;
        }),
      );
      const others = await Promise.all([...headless.values()].map((member) => member.rows()));
      return [...readers, ...others].map(plain);
    };
    await expect.poll(async () => new Set(await all()).size, { timeout: 20_000, interval: 500 }).toBe(1);
    const contracts = await node('hana').contracts();
    expect(contracts.map(({ text }) => text).sort()).toEqual(wanted);
    const scribed = contracts.find(({ memberId }) => memberId === 'm-ines');
    expect(scribed?.text).toBe('Ask for the grant’s rules');
    const screens = await Promise.all(
      BROWSERS.map(async (name) => ({
        summary: await page(name).locator('.summary-lines li').allInnerTexts(),
        log: await page(name)
          .getByRole('list', { name: 'Contracts' })
          .locator('.contract-text')
          .allInnerTexts(),
      })),
    );
    for (const screen of screens) expect(screen).toEqual(screens[0]);
    expect(screens[0]?.log.toSorted()).toEqual(wanted);
    expect([...headless.values()].flatMap(({ errors }) => errors)).toEqual([]);
    expect(bugs).toEqual([]);
  });
});

/** Rows with their tables and themselves in one order. */
const plain = (tables: [string, { id: string }[]][]): string =>
  JSON.stringify(
    tables
      .filter(([, rows]) => rows.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, rows]) => [name, rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(sorted)]),
  );

/** The same value with its keys in one order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
};
