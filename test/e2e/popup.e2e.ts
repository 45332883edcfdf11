import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCircle } from '../../lib/circle/commands.ts';
import { seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick } from '../../lib/fact/hlc.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';

let rig: Rig;
const bugs: string[] = [];

beforeAll(async () => {
  // No host is visited: the port leads nowhere on purpose.
  rig = await launch({ port: 9, viewport: { width: 380, height: 600 } });
});

afterAll(() => rig.close());

afterEach(async () => {
  for (const page of rig.context.pages().slice(1)) await page.close();
  expect(bugs.splice(0)).toEqual([]);
});

async function popup(): Promise<Page> {
  const page = await rig.open('popup.html');
  page.on('pageerror', (error) => bugs.push(error.message));
  await page.getByRole('link', { name: 'All of Circlekeeper' }).waitFor();
  return page;
}

/** Facts of a circle of mine, as its making records them. */
function circle(id: string, name: string) {
  let at = HLC_START;
  let prev = '';
  const members = ['Amira Said', 'Bo Olsen', 'Chen Wei'].map((person, seat) => ({
    id: `${id}-m${seat}`,
    name: person,
    email: '',
    guide: null,
    isMe: seat === 0,
  }));
  const drafts = createCircle(
    {
      id,
      name,
      formatId: 'pmc',
      everyDays: 14,
      lengthMin: 90,
      agreement: [],
      links: [],
      members,
    },
    Date.UTC(2026, 10, 5),
    '2026-11-05',
  );
  const seqs = new Map<string, number>();
  return drafts.map((draft) => {
    at = tick(at, Date.UTC(2026, 10, 5));
    const seq = (seqs.get(draft.log) ?? 0) + 1;
    seqs.set(draft.log, seq);
    const fact = seal(draft, {
      author: `seed-${id}`,
      seq,
      at,
      prev: seq === 1 ? '' : prev,
      salt: `${id}-${at}`,
    });
    prev = fact.hash;
    return fact;
  });
}

interface Extension {
  chrome: { action: { getBadgeText(of: object): Promise<string>; openPopup(): Promise<void> } };
}

const badge = () =>
  rig.inExtension(() => (globalThis as unknown as Extension).chrome.action.getBadgeText({}), null);
const field = (page: Page) => page.getByRole('textbox', { name: 'New contract' });
const open = (page: Page) => page.getByRole('list', { name: 'Open contracts' }).getByRole('listitem');

describe('the popup', () => {
  it('says what it is for, and the first step, to somebody without a circle', async () => {
    const page = await popup();
    const step = page.getByRole('link', { name: 'Set up a circle' });
    await step.waitFor();
    await expect.poll(() => step.getAttribute('href')).toContain('home.html');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is opened by keys that the browser really gives away, which it does not say of those it keeps', async () => {
    const keys = await rig.inExtension(async () => {
      const { commands } = (
        globalThis as unknown as {
          chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
        }
      ).chrome;
      return commands.getAll();
    }, null);
    expect(keys).toMatchObject([{ name: '_execute_action', shortcut: 'Alt+Shift+K' }]);
  });

  it('takes a contract from opening to disk by keyboard alone, well under five seconds', async () => {
    await seed(rig, circle('thursday', 'Thursday circle'));
    await (await rig.open('popup.html')).close();
    const started = performance.now();
    const page = await popup();
    // Nothing is clicked and nothing is focused by the test: the cursor has to be there.
    await page.keyboard.type('Send the aims page to two readers');
    await page.keyboard.press('Enter');
    await page.getByText('Saved for Thursday circle.').waitFor();
    const took = performance.now() - started;
    console.log(`popup: opened to saved in ${Math.round(took)} ms`);
    expect(took).toBeLessThan(5_000);
    expect(await page.getByRole('combobox', { name: 'Circle' }).count()).toBe(0);
    expect(await field(page).inputValue()).toBe('');
    await expect.poll(badge).toBe('1');
    const again = await popup();
    await expect.poll(() => open(again).count()).toBe(1);
    await expect.poll(() => again.getByText('No meeting in sight.').count()).toBe(1);
    expect(await axeFindings(again)).toEqual([]);
  });

  it('saves once however often Enter is pressed, and Undo takes it back', async () => {
    const page = await popup();
    await page.keyboard.type('Only once');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Saved for Thursday circle.').waitFor();
    await expect.poll(() => open(page).filter({ hasText: 'Only once' }).count()).toBe(1);
    // Tab leads from the text past the check box and the button to Undo.
    await page.getByRole('button', { name: 'Undo' }).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => open(page).filter({ hasText: 'Only once' }).count()).toBe(0);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(badge).toBe('1');
  });

  it('keeps a contract only for me, marked by words, in a log that is not the circle’s', async () => {
    const page = await popup();
    await page.keyboard.type('Say no to one committee');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Add contract' }).press('Enter');
    await page.getByText('Saved, only for you.').waitFor();
    const item = open(page).filter({ hasText: 'Say no to one committee' });
    await item.getByText('Only you see this ·').waitFor();
    const logs = await rig.inExtension(
      () =>
        new Promise<string[]>((resolve) => {
          const request = indexedDB.open('circlekeeper');
          request.onsuccess = () => {
            const all = request.result.transaction('facts').objectStore('facts').getAll();
            all.onsuccess = () => {
              const facts = all.result as { log: string; body: { text?: string } | null }[];
              request.result.close();
              resolve(facts.filter((fact) => fact.body?.text?.startsWith('Say no')).map((fact) => fact.log));
            };
          };
        }),
      null,
    );
    expect(logs).toEqual(['me']);
  });

  it('goes on with what was being written when it closed, as private as it was, until it is saved', async () => {
    const first = await popup();
    await first.keyboard.type('Ask for a quiet');
    await first.getByRole('checkbox', { name: 'Only me' }).check();
    await first.getByRole('button', { name: 'More for this contract' }).click();
    await first.getByLabel('By when').fill('2030-01-31');
    // As when somebody clicks beside it.
    await first.close();
    const again = await popup();
    await expect.poll(() => field(again).inputValue()).toBe('Ask for a quiet');
    await again.keyboard.type(' room');
    await expect.poll(() => again.getByLabel('By when').inputValue()).toBe('2030-01-31');
    expect(await axeFindings(again)).toEqual([]);
    await field(again).press('Enter');
    await again.getByText('Saved, only for you.').waitFor();
    await open(again).filter({ hasText: 'Ask for a quiet room' }).getByText('Only you see this ·').waitFor();
    await again.close();
    expect(await field(await popup()).inputValue()).toBe('');
  });

  it('takes an outcome in one press, keeps what is partly done open, and gives it back', async () => {
    const page = await popup();
    const item = open(page).filter({ hasText: 'Send the aims page' });
    await item.getByRole('button', { name: 'Partly', exact: true }).click();
    await page.getByText('Saved: Partly. It stays open.').waitFor();
    await expect.poll(() => item.count()).toBe(1);
    await item.getByRole('button', { name: 'Kept', exact: true }).click();
    await expect.poll(() => item.count()).toBe(0);
    await page.getByText('Saved: Kept.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => item.count()).toBe(1);
  });

  it('a renegotiated contract closes when the words of its successor are there', async () => {
    const page = await popup();
    const item = open(page).filter({ hasText: 'Send the aims page' });
    await item.getByRole('button', { name: 'Renegotiated' }).click();
    await page
      .getByRole('textbox', { name: 'What will you do instead?' })
      .fill('Send one page to one reader');
    await page.keyboard.press('Enter');
    await expect.poll(() => item.count()).toBe(0);
    await expect.poll(() => open(page).filter({ hasText: 'Send one page to one reader' }).count()).toBe(1);
  });

  it('asks for the circle only where there are several, and remembers the last one', async () => {
    await seed(rig, circle('tuesday', 'Tuesday circle'));
    await (await rig.open('popup.html')).close();
    const page = await popup();
    await page.getByRole('combobox', { name: 'Circle' }).selectOption('Tuesday circle');
    await field(page).fill('Write on Mondays');
    await field(page).press('Enter');
    await page.getByText('Saved for Tuesday circle.').waitFor();
    const again = await popup();
    expect(
      await again.getByRole('combobox', { name: 'Circle' }).locator('option:checked').textContent(),
    ).toBe('Tuesday circle');
    expect(await field(again).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await again.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await axeFindings(again)).toEqual([]);
  });
});
