import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';

let rig: Rig;
let page: Page;
const bugs: string[] = [];
const MIN = 60_000;
const NAMES = ['Ana', 'Bo', 'Chen', 'Dana', 'Eli', 'Fay', 'Gus', 'Hana', 'Ida'];

/** Notes, of all tones the page has asked the audio clock for, in how many seconds each sounds. */
function listenToTones(): void {
  const tones: number[] = [];
  Object.assign(window, { tones });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when = 0) {
    tones.push(Math.round(when - this.context.currentTime));
    start.call(this, when);
  };
}

const tones = () => page.evaluate(() => (window as unknown as { tones: number[] }).tones);

async function open(): Promise<Page> {
  const opened = await rig.open('home.html#/circles');
  opened.setDefaultTimeout(10_000);
  opened.on('pageerror', (error) => bugs.push(error.message));
  return opened;
}

beforeAll(async () => {
  rig = await launch({ port: 9, viewport: { width: 1200, height: 900 } });
  await rig.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await rig.context.addInitScript(listenToTones);
  page = await open();
});

afterAll(async () => {
  await rig.close();
  expect(bugs).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const timer = () => page.getByRole('timer');
const rooms = async (name: string): Promise<string[][]> => {
  const list = page.getByRole('list', { name, exact: true });
  await list.waitFor();
  const pairs = await list.locator('.speed-pair').allTextContents();
  return pairs.map((pair) => pair.split(' · '));
};
/** Two people in a group, in one word whatever their order. */
const met = (groups: readonly string[][]): string[] =>
  groups.flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b) => [a, b].sort().join(' '))),
  );

/** All clocks `minutes` after the event began. */
let begunAt = 0;
const at = async (minutes: number): Promise<void> => {
  const real = await page.evaluate(() => Date.now());
  await rig.moveClock(begunAt + minutes * MIN - real);
};
const timerSays = async (name: string): Promise<void> => {
  await expect.poll(() => timer().getAttribute('aria-label')).toBe(name);
};

describe('a speed mentoring event of nine', () => {
  it('is found from the circles, and says what it is for', async () => {
    await page.getByRole('link', { name: 'Run a speed mentoring event' }).click();
    await page.getByText('Bring people together who do not know each other yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says what is missing and keeps nothing', async () => {
    await page.getByRole('link', { name: 'New event' }).press('Enter');
    await page.getByRole('textbox', { name: 'Who comes' }).fill('Ana\nBo');
    await button('Draw the pairs').press('Enter');
    await page.getByText('Name at least four people, each on a line of their own.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is set up from a pasted list, with those kept apart who know each other', async () => {
    await page.getByRole('textbox', { name: 'Name of the event' }).fill('Autumn workshop');
    await page
      .getByRole('textbox', { name: 'Who comes' })
      .fill(NAMES.map((name, i) => `${i + 1}. ${name}`).join('\n'));
    await page.getByText('9 people').waitFor();
    await page.getByRole('radio', { name: 'one rests, in turn' }).check();
    await page.getByText('Who knows whom already').click();
    for (const name of ['Ana', 'Bo', 'Chen']) await page.getByRole('checkbox', { name, exact: true }).check();
    await button('They know each other').press('Enter');
    await page.getByText('Ana, Bo, Chen').waitFor();
    await page.getByRole('radio', { name: '75 min' }).check();
    await page.getByText('5 rounds.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Draw the pairs').press('Enter');
    await button('Begin now').waitFor();
  });

  it('shows every round beforehand: all in a place, nobody twice, acquaintances apart', async () => {
    const all: string[] = [];
    for (let round = 1; round <= 5; round++) {
      const groups = await rooms(`Round ${round}`);
      expect(groups.flat().sort()).toEqual(NAMES);
      all.push(...met(groups));
    }
    expect(all).toHaveLength(20);
    expect(new Set(all).size).toBe(20);
    expect(all.filter((pair) => ['Ana Bo', 'Ana Chen', 'Bo Chen'].includes(pair))).toEqual([]);
    await page.getByText('Nobody meets the same person twice.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('gives a list with the times on the clock, for those without the extension', async () => {
    await button('Copy times and pairs').press('Enter');
    await page.getByText('Copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Autumn workshop/);
    expect(text.match(/^Round \d, .+, swap at .+$/gm)).toHaveLength(5);
    expect(text.match(/^Room 4: /gm)).toHaveLength(5);
    expect(text.match(/^Rests: /gm)).toHaveLength(5);
    expect(text).toMatch(/M End$/);
  });

  it('begins with the welcome and waits in it for the host', async () => {
    begunAt = await page.evaluate(() => Date.now());
    await button('Begin now').press('Enter');
    await timerSays('Welcome');
    await expect.poll(() => timer().getAttribute('aria-live')).toBe('off');
    await at(7);
    await page.getByText('2 min behind').waitFor();
    await timerSays('Welcome');
    await button('Next: Prepare, each alone').press('Enter');
    await timerSays('Prepare, each alone');
    await page.getByText('What do I want to get done in the next six months?').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('goes on by itself in the rounds: swap, move, next round', async () => {
    await at(11);
    await button('Next: Round 1 of 5: first half').press('Enter');
    await timerSays('Round 1 of 5: first half');
    // One tone at each swap, two at the end of each round: set ahead, since a hidden tab's own timers come late.
    await expect.poll(async () => (await tones()).filter((inS) => inS > 290 && inS < 302)).not.toEqual([]);
    expect((await tones()).filter((inS) => inS > 590 && inS < 602).length).toBeGreaterThanOrEqual(2);
    expect((await tones()).filter((inS) => inS > 305 && inS < 590)).toEqual([]);
    await at(16.2);
    await timerSays('Round 1 of 5: second half');
    await page.getByRole('status').filter({ hasText: 'Swap now.' }).waitFor({ state: 'attached' });
    await at(21.2);
    await timerSays('Change rooms for round 2');
    await page.getByRole('list', { name: 'Rooms for round 2' }).waitFor();
    await at(22.2);
    await timerSays('Round 2 of 5: first half');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is at the right moment after a reload in the middle', async () => {
    const before = await rooms('Rooms in round 2');
    await page.close();
    await whileClosed(24);
    page = await open();
    await page.getByRole('link', { name: 'Run a speed mentoring event' }).click();
    await page.getByRole('link', { name: 'Autumn workshop' }).click();
    await timerSays('Round 2 of 5: first half');
    await page.getByText('The bell is silent until you press something on this page.').waitFor();
    expect(await rooms('Rooms in round 2')).toEqual(before);
    await expect.poll(() => timer().textContent()).toMatch(/^[23]:\d\d$/);
  });

  it('takes in somebody who comes late, from the next round on and without a repeat', async () => {
    const second = await rooms('Rooms in round 2');
    await page.getByRole('textbox', { name: 'Name of somebody who came late' }).fill('Lee');
    await page.keyboard.press('Enter');
    await page.getByText('Lee joins with the next round').waitFor();
    expect(await rooms('Rooms in round 2')).toEqual(second);
    await button('Next: Round 2 of 5: second half').press('Enter');
    await button('Next: Change rooms for round 3').press('Enter');
    const third = await rooms('Rooms for round 3');
    expect(third.flat().sort()).toEqual([...NAMES, 'Lee'].sort());
    expect(third).toHaveLength(5);
    expect(met(third).filter((pair) => met(second).includes(pair))).toEqual([]);
  });

  it('lets somebody go between two rounds', async () => {
    await button('Left early: Bo').press('Enter');
    await page.getByText('Bo is out of the rounds to come').waitFor();
    await expect
      .poll(async () => (await rooms('Rooms for round 3')).flat().sort())
      .toEqual([...NAMES.filter((name) => name !== 'Bo'), 'Lee'].sort());
    await expect.poll(() => page.getByText('Bo (not here)').count()).toBe(1);
  });

  it('can be held, gone back in and given a minute', async () => {
    await button('Next: Round 3 of 5: first half').press('Enter');
    await timerSays('Round 3 of 5: first half');
    await button('Pause').press('Enter');
    const held = await timer().textContent();
    await rig.moveClock((await offset()) + 20 * MIN);
    await button('Resume').waitFor();
    await expect.poll(() => timer().textContent()).toBe(held);
    await button('Resume').press('Enter');
    await button('Add a minute').press('Enter');
    await expect.poll(() => timer().textContent()).toMatch(/^(6:00|5:[3-5]\d)$/);
    await button('Back').press('Enter');
    await timerSays('Change rooms for round 3');
  });

  it('fills a projector with the clock and the rooms', async () => {
    await button('Large screen').press('Enter');
    await button('Leave the large screen').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Leave the large screen').press('Enter');
    await button('Large screen').waitFor();
  });

  it('comes to the wrap-up by itself, asks its questions, and ends when the host says so', async () => {
    await rig.moveClock((await offset()) + 60 * MIN);
    await timerSays('Wrap-up together');
    await page.getByText('How was it to be both mentor and mentee?').waitFor();
    await button('End the event').press('Enter');
    await page.getByRole('region', { name: 'Who met whom' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('keeps who met whom, and my notes for me', async () => {
    await page.getByRole('combobox', { name: 'On the list I am' }).selectOption('Dana');
    const mine =
      (await page.locator('.speed-met > div').filter({ hasText: /^Dana/ }).locator('dd').textContent()) ?? '';
    const first = mine.split(', ')[0] ?? '';
    const note = page.getByRole('textbox', { name: `What ${first} and I planned` });
    await note.fill('Read each other’s aims on Friday');
    await note.press('Tab');
    await page.getByText('Saved on this computer').waitFor();
    await page.reload();
    await expect.poll(() => note.inputValue()).toBe('Read each other’s aims on Friday');
  });

  it('starts the next event from this one: the same people, and nobody again whom they met', async () => {
    const names = await page.locator('.speed-met dt').allTextContents();
    const others = await page.locator('.speed-met dd').allTextContents();
    const old = names.flatMap((name, index) =>
      (others[index] ?? '').split(', ').map((other) => [name, other].sort().join(' ')),
    );
    await page.getByRole('link', { name: 'Next event with these people' }).press('Enter');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Who comes' }).inputValue())
      .toBe([...NAMES, 'Lee'].join('\n'));
    await page.getByRole('radio', { name: '45 min' }).check();
    await button('Draw the pairs').press('Enter');
    await button('Begin now').waitFor();
    const pairs = [...met(await rooms('Round 1')), ...met(await rooms('Round 2'))];
    expect(pairs).toHaveLength(10);
    expect(pairs.filter((pair) => old.includes(pair))).toEqual([]);
  });

  it('fits a screen of 320 px, set up and running', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(320);
    await button('Begin now').press('Enter');
    await timerSays('Welcome');
    expect(await wide()).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  it('can be deleted for good, names and notes and all', async () => {
    for (const _ of [1, 2]) {
      await page.evaluate(() => {
        location.hash = '#/speed';
      });
      await page.getByRole('link', { name: 'Autumn workshop' }).first().click();
      await button('More for Autumn workshop').press('Enter');
      await page.getByRole('menuitem', { name: 'Delete this event' }).press('Enter');
      await button('Delete for good').press('Enter');
      await page.getByRole('heading', { name: 'Speed mentoring', level: 1 }).waitFor();
    }
    await page.getByText('Bring people together who do not know each other yet').waitFor();
    const onDisk = await rig.inExtension(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('circlekeeper');
          request.onsuccess = () => {
            const asked = request.result.transaction('facts').objectStore('facts').getAll();
            asked.onsuccess = () => {
              request.result.close();
              resolve(JSON.stringify(asked.result));
            };
          };
        }),
      null,
    );
    expect(['Autumn workshop', 'Dana', 'Friday'].filter((word) => onDisk.includes(word))).toEqual([]);
  });
});

/** How far the clocks are moved now. */
const offset = () =>
  rig.inExtension(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };
    };
    return Number((await chrome.storage.local.get('clock.offsetMs'))['clock.offsetMs'] ?? 0);
  }, null);

/** The same as {@link at} while no page is open. */
async function whileClosed(minutes: number): Promise<void> {
  const real = await rig.inExtension(() => Date.now(), null);
  await rig.moveClock(begunAt + minutes * MIN - real);
}
