import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { endMeeting } from '../rig/press-again.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

type Part = Page | FrameLocator;
let sandbox: Sandbox;
let rig: Rig;
let page: Page;
const bugs: string[] = [];

// One circle and one window go through it all: what one meeting leaves behind is what the next one begins with.
beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port });
  await seed(rig, thursdayCircle(Date.now()).facts);
  page = watch(await rig.open(`sidebar.html?circle=${THURSDAY}`));
  await page.setViewportSize({ width: 360, height: 800 });
  await button(page, 'Start meeting').waitFor();
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
});
afterEach(() => expect(bugs.splice(0)).toEqual([]));

const watch = (one: Page): Page => one.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (part: Part, name: string | RegExp) => part.getByRole('button', { name });
const step = () => page.getByRole('timer').getAttribute('aria-label');
const focusOf = (one: Page) => one.evaluate(() => document.activeElement?.textContent?.slice(0, 60));

async function goTo(label: RegExp): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const before = await step();
    if (label.test(before ?? '')) return;
    await button(page, /^Next:/).click();
    await expect.poll(step).not.toBe(before);
  }
  throw new Error(`${label} never came`);
}

/** What is stored of the circle's last meeting. */
const lastMeeting = () =>
  page.evaluate(
    () =>
      new Promise<{
        unrecorded: string | null;
        run: { plan: { kind: string; member: string | null }[]; lost: unknown[] };
      }>((resolve, reject) => {
        const open = indexedDB.open('circlekeeper');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('meetings').objectStore('meetings').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.sort((a, b) => a.start - b.start).at(-1));
          };
        };
      }),
  );

describe('before the start', () => {
  it('asks whether anything records; the answer is a fact, so that everyone who opens the sidebar sees it', async () => {
    const question = page.getByRole('group', { name: /does anything record/ });
    await button(page, 'Yes').click();
    await page.getByText('Have it stopped, or agree with everyone').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'It is off now').click();
    await page.getByText('Nothing records.').waitFor();
    expect(await question.count()).toBe(0);
    await page.reload();
    await page.getByText('Nothing records.').waitFor();
  });

  it('draws the order of speaking for today, which the plan then has', async () => {
    await page.getByText('Order of speaking: as you sit').click();
    await page.getByRole('radio', { name: 'drawn for today' }).check();
    const today = page.getByText(/^Today: /);
    const seats = 'Today: Asha, Bea, Chen, Dana, Emeka, Fatima';
    await button(page, 'Draw again').waitFor();
    // One draw in 720 is as they sit.
    if ((await today.textContent()) === seats) await button(page, 'Draw again').click();
    await expect.poll(() => today.textContent()).not.toBe(seats);
    const drawn = await today.textContent();
    // Dana is away: the others keep the order that was drawn.
    await page.getByRole('checkbox', { name: 'Dana Levi' }).uncheck();
    await page.getByText('5 of 6').waitFor();
    await button(page, 'Start meeting').click();
    await page.getByRole('timer').waitFor();
    const { run, unrecorded } = await lastMeeting();
    expect(unrecorded).toBe('nothing');
    const spoke = run.plan.flatMap(({ kind, member }) =>
      kind === 'work' && member ? [member.slice(2)] : [],
    );
    expect(spoke).toEqual(
      (drawn ?? '')
        .replace('Today: ', '')
        .toLowerCase()
        .split(', ')
        .filter((name) => name !== 'dana'),
    );
  });
});

describe('a meeting', () => {
  it('opens with a thumbs-up round for new rules, and says who is missing', async () => {
    const thumbs = page.getByRole('group', { name: 'Thumbs up for the ground rules' });
    await expect.poll(() => thumbs.getByRole('checkbox').count()).toBe(5);
    await thumbs.getByRole('checkbox', { name: 'Asha' }).check();
    await page.getByText('Still missing: Bea, Chen, Emeka, and Fatima.').waitFor();
    await button(page, 'All thumbs are up').click();
    await page.getByText('Everyone here has given a thumbs-up.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('shows the question large when the thread is lost, and counts it, unless it was a slip', async () => {
    await goTo(/’s turn/);
    await button(page, 'We lost the thread').click();
    await button(page, 'A slip: undo').click();
    // The keyboard is never lost on the way: it rests at the question.
    await button(page, 'We lost the thread').waitFor();
    expect(await focusOf(page)).toMatch(/What would you like from us/);
    await button(page, 'We lost the thread').click();
    await expect.poll(() => focusOf(page)).toMatch(/What would you like from us/);
    expect(await axeFindings(page)).toEqual([]);
    expect((await lastMeeting()).run.lost).toHaveLength(1);
    // Another window of somebody else's shows it too, without a slip to undo.
    const other = watch(await rig.open(`sidebar.html?circle=${THURSDAY}`));
    await button(other, 'We are back').waitFor();
    expect(await button(other, 'A slip: undo').count()).toBe(0);
    await other.close();
    await page.bringToFront();
    await button(page, 'We are back').click();
    await button(page, 'We lost the thread').waitFor();
  });

  it('parks a thought in one line', async () => {
    await page.getByText('Parking lot', { exact: true }).click();
    const field = page.getByRole('textbox', { name: 'Park a thought' });
    for (const thought of ['Who knows a good statistician?', 'A writing day in spring']) {
      await field.fill(thought);
      await field.press('Enter');
      await page.getByText(thought).waitFor();
    }
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByText('Parking lot · 2').click();
  });

  it('is covered by one key from a field, a menu and a dialog, and shown again by the same', async () => {
    const field = page.getByRole('textbox', { name: 'New contract' });
    await field.fill('Half a sentence');
    const isCovered = async () => {
      await button(page, 'Show again').waitFor();
      for (const words of ['Thursday', 'Asha', 'statistician'])
        expect(await page.getByText(words).filter({ visible: true }).count()).toBe(0);
    };
    await field.press('F2');
    await isCovered();
    expect(await axeFindings(page)).toEqual([]);
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await isCovered();
    await page.keyboard.press('F2');
    await expect.poll(() => field.inputValue()).toBe('Half a sentence');
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('');

    // The clock in its own window is over the shared screen too.
    const small = watch(await rig.open(`sidebar.html?clock=${THURSDAY}`));
    await small.setViewportSize({ width: 240, height: 260 });
    await small.getByRole('timer').waitFor();
    await page.bringToFront();
    await page.keyboard.press('F2');
    await isCovered();
    await button(small, 'Show again').waitFor();
    await page.keyboard.press('F2');
    await button(small, 'Show again').waitFor({ state: 'detached' });
    await small.close();

    await page.getByText('Parking lot · 2').click();
    await button(page, /^More for “Who knows/).click();
    await page.keyboard.press('F2');
    await isCovered();
    await page.keyboard.press('Enter');
    await button(page, /^More for “Who knows/).click();
    await page.getByRole('menuitem', { name: 'Erase for good' }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('F2');
    await isCovered();
    await button(page, 'Show again').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    const cover = button(page, 'Cover sidebar');
    await expect.poll(() => cover.getAttribute('aria-keyshortcuts')).toBe('F2');
    await expect.poll(() => cover.getAttribute('data-tip')).toContain('F2');
  });

  it('closes with a stroke each, the next date and the roles, and keeps no word but one’s own', async () => {
    await goTo(/^Strokes/);
    const round = page.getByRole('region', { name: 'Strokes' });
    const pairs = new Set<string>();
    for (let n = 0; n < 5; n += 1) {
      await round.getByText(`${n} of 5`).waitFor();
      pairs.add((await round.locator('.stroke-turn p').textContent()) ?? '');
      await button(round as unknown as Part, /has said it$/).click();
    }
    await round.getByText('Everyone has said one and heard one.').waitFor();
    expect(pairs.size).toBe(5);
    expect([...pairs].join()).not.toContain('Dana');
    await round.getByText(/^Next: /).waitFor();
    await round.getByText(/^Next time \w+ facilitates, \w+ keeps time, \w+ hosts\.$/).waitFor();
    await round.getByText('Keep a stroke you heard').click();
    await round.getByRole('textbox', { name: 'What you heard' }).fill('You ask well');
    await button(round as unknown as Part, 'Keep').click();
    await page.getByText('Kept, only for you.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'End meeting').first().click();
    await page.getByRole('region', { name: 'Summary' }).waitFor();
  });
});

describe('the next meeting', () => {
  it('brings back what was parked, until it is taken up or becomes a contract', async () => {
    await button(page, 'Hold another meeting').click();
    const list = page.getByRole('list', { name: 'Parking lot' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    await button(page, /^Taken up: Who knows/).click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await button(page, 'Undo').click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    await button(page, /^More for “A writing/).click();
    await page.getByRole('menuitem', { name: 'Make it a contract' }).click();
    await page
      .getByRole('textbox', { name: 'The contract, in their own words' })
      .fill('I ask about a writing day');
    await page.locator('.parked-contract').getByRole('button', { name: 'Add contract' }).click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await page.getByRole('list', { name: 'Contracts' }).getByText('I ask about a writing day').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('asks only the one who was away for a thumb', async () => {
    await button(page, 'Start meeting').click();
    await page.getByText('Still missing: Dana.').waitFor();
    await page.getByRole('checkbox', { name: 'Dana' }).check();
    await page.getByText('Everyone here has given a thumbs-up.').waitFor();
    await goTo(/^Roles/);
    await page.getByText('Who knows a good statistician?').waitFor();
  });
});

describe('at home', () => {
  it('has the parking lot between meetings, and a page that is only for oneself', async () => {
    const home = watch(await rig.open(`home.html#/circles/${THURSDAY}`));
    await home.getByText('Every member has given a thumbs-up.').waitFor();
    await home.getByRole('textbox', { name: 'Park a thought' }).fill('Thought of at night');
    await button(home, 'Park').click();
    await expect
      .poll(() => home.getByRole('list', { name: 'Parking lot' }).getByRole('listitem').count())
      .toBe(2);
    await home.goto(`chrome-extension://${rig.extensionId}/home.html#/mine`);
    await home.getByText('You ask well').waitFor();
    await home.getByRole('textbox', { name: 'What do you tell yourself?' }).fill('I was only lucky');
    await button(home, 'Write it down').click();
    const pig = home.getByRole('article', { name: 'I was only lucky' });
    await pig.getByRole('textbox', { name: 'What would a peer say?' }).fill('Three drafts are not luck');
    await pig.getByRole('textbox').blur();
    expect(await axeFindings(home)).toEqual([]);
    await home.reload();
    await expect.poll(() => pig.getByRole('textbox').inputValue()).toBe('Three drafts are not luck');
    await button(pig as unknown as Part, 'Let it go').click();
    await home.getByRole('alertdialog').getByRole('button', { name: 'Erase for good' }).click();
    await expect.poll(() => pig.count()).toBe(0);
    await home.close();
  });
});

describe('beside a call', () => {
  it('warns of a note-taker and of a mark of recording, and says that no mark proves nothing', async () => {
    const call = watch(await rig.context.newPage());
    await call.goto('https://meet.google.com/pmc-ring-two');
    await button(call, 'Join now').click();
    const frame = call.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
    await endMeeting(frame);
    await button(frame, 'Hold another meeting').click();
    await frame.getByText('Whether it is recorded cannot be told from its page: ask.').waitFor();
    await call.evaluate(() => {
      const row = document.createElement('div');
      row.role = 'listitem';
      row.ariaLabel = 'read.ai meeting notes';
      row.dataset.participantId = 'x/1';
      row.dataset.isRecording = 'true';
      document.body.append(row);
    });
    await frame
      .getByText(
        'The call shows a mark of recording. “read.ai meeting notes” looks like a note-taker (Read AI).',
      )
      .waitFor();
    expect(await frame.getByText('cannot be told from its page').count()).toBe(0);
    expect(await frame.getByText(/^From the call:.*read\.ai/).count()).toBe(0);
  });
});
