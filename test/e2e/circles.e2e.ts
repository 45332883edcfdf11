import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';

let rig: Rig;
let page: Page;
const bugs: string[] = [];

beforeAll(async () => {
  rig = await launch({ port: 9, viewport: { width: 1200, height: 900 } });
  page = await rig.open('home.html#/circles');
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => bugs.push(error.message));
});

afterAll(async () => {
  await rig.close();
  expect(bugs).toEqual([]);
});

async function go(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const choose = async (menu: string, item: string) => {
  await button(menu).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
};
const contracts = () => page.getByRole('list', { name: 'Contracts' }).getByRole('listitem');
const members = () => page.getByRole('region', { name: 'Members' });

/** Which of these words are anywhere on disk. */
const onDisk = async (...words: string[]): Promise<string[]> => {
  const all = await disk();
  return words.filter((one) => all.includes(one));
};

/** All that is on disk, as text. */
const disk = () =>
  rig.inExtension(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('circlekeeper');
        request.onsuccess = () => {
          const db = request.result;
          const names = [...db.objectStoreNames];
          const reading = db.transaction(names);
          const all = names.map((name) => reading.objectStore(name).getAll());
          reading.oncomplete = () => {
            db.close();
            resolve(JSON.stringify(all.map((one) => one.result)));
          };
        };
      }),
    null,
  );

describe('a circle by hand', () => {
  it('starts with an empty place that offers both ways', async () => {
    await page.getByRole('link', { name: 'Find it in my calendar' }).waitFor();
    await expect.poll(() => button('New circle').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says in words what is missing, and stores nothing before it is created', async () => {
    await button('New circle').press('Enter');
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Give the circle a name.').waitFor();
    await page.getByText('A circle has at least two members. Add somebody.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('Thursday circle');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog', { name: 'Leave without creating the circle?' }).waitFor();
    await button('Stay here').press('Enter');
    expect(await onDisk('Thursday circle')).toEqual([]);
  });

  it('is made with the keyboard alone', async () => {
    await page.getByRole('textbox', { name: 'Name of person 1' }).focus();
    for (const name of ['Amira Said', 'Bo Olsen', 'Chen Wei', 'Dana Levi']) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
        .toBe('');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How do you meet?' }).waitFor();
    await page.getByRole('combobox', { name: 'Guide' }).selectOption('Dana Levi');
    const link = page.getByRole('textbox', { name: 'Link to the call, if there is one' });
    await link.fill('the usual room');
    await link.press('Enter');
    await page.getByText('That is no call link that Circlekeeper knows.').waitFor();
    await link.fill('meet.google.com/abc-defg-hij');
    expect(await axeFindings(page)).toEqual([]);
    await link.press('Enter');
    await page.getByRole('heading', { name: 'What do you agree on?' }).waitFor();
    const own = page.getByRole('textbox', { name: 'In your own words' });
    await own.fill('Tea first');
    await own.press('Enter');
    await page.getByRole('checkbox', { name: 'Tea first' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await own.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
    await page.getByText('Guide: Dana Levi, until meeting 3').waitFor();
    await expect.poll(() => page.getByText('Tea first').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is an article named by it', async () => {
    await go('#/circles');
    const article = page.getByRole('article', { name: 'Thursday circle' });
    await article.getByText('every two weeks · 4 people').waitFor();
    await article.getByRole('link', { name: 'Open Thursday circle' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
  });
});

describe('a circle changes, and its past does not', () => {
  it('keeps the meeting and its people when one of them leaves, and takes them back on their seat', async () => {
    await button('Add a past meeting').press('Enter');
    await page.getByLabel('Date').fill('2026-11-05');
    await page.getByLabel('From', { exact: true }).fill('16:00');
    await page.getByLabel('To', { exact: true }).fill('17:30');
    await page.getByRole('checkbox', { name: 'Dana Levi' }).uncheck();
    await button('Save').press('Enter');
    await page.getByText('3 were there: Amira Said, Bo Olsen, and Chen Wei').waitFor();
    const seat = () =>
      members().locator('.member', { hasText: 'Chen Wei' }).locator('[data-hue]').getAttribute('data-hue');
    const hue = await seat();
    await choose('More for Chen Wei', 'Has left the circle');
    await members().getByText('Former members').waitFor();
    await members().getByText('3 people').waitFor();
    await expect
      .poll(() => page.getByText('3 were there: Amira Said, Bo Olsen, and Chen Wei').count())
      .toBe(1);
    expect(await seat()).toBe(hue);
    expect(await axeFindings(page)).toEqual([]);
    await button('Chen Wei came back').press('Enter');
    await members().getByText('4 people').waitFor();
    expect(await members().getByText('Former members').count()).toBe(0);
    expect(await seat()).toBe(hue);
  });

  it('renames a member everywhere, refuses a name that is taken, and undoes', async () => {
    await choose('More for Bo Olsen', 'Change name or address');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('dana levi');
    await page.getByText('Somebody in the circle is already called that.').waitFor();
    await name.fill('Bo Berg');
    await name.press('Enter');
    await page.getByText('3 were there: Amira Said, Bo Berg, and Chen Wei').waitFor();
    await page
      .getByRole('group')
      .filter({ hasText: 'Changed to Bo Berg.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('3 were there: Amira Said, Bo Olsen, and Chen Wei').waitFor();
  });

  it('keeps a private note of a meeting in my own log', async () => {
    await choose('More for the meeting of November 5', 'Write a private note');
    await page.getByRole('textbox', { name: 'Private note' }).fill('Bo looked tired');
    await button('Save').click();
    await page.getByText('Bo looked tired').waitFor();
    expect(/"log":"me"[^}]*"entity":"note-/.test(await disk())).toBe(true);
  });

  it('loosens a link and ties another', async () => {
    await button('Remove the link: Call: https://meet.google.com/abc-defg-hij').press('Enter');
    await page.getByText('Nothing linked yet.').waitFor();
    await button('Add a link').press('Enter');
    const link = page.getByRole('textbox', { name: 'Link to the call' });
    await link.fill('https://meet.google.com/xyz-abcd-efg');
    await link.press('Enter');
    await page.getByText('Call: https://meet.google.com/xyz-abcd-efg').waitFor();
  });

  it('rests in the archive, and comes out of it', async () => {
    await choose('More for Thursday circle', 'Archive');
    await expect.poll(() => page.getByRole('region', { name: 'Next meeting' }).count()).toBe(0);
    await choose('More for Thursday circle', 'Take out of the archive');
    await expect.poll(() => page.getByRole('region', { name: 'Next meeting' }).count()).toBe(1);
  });
});

describe('the contract log', () => {
  it('holds what is written, finds it by any words, and shows how it went', async () => {
    await go('#/contracts');
    const text = page.getByRole('textbox', { name: 'New contract' });
    for (const words of ['Écrire la page des objectifs', 'Say no to one committee', 'Block two mornings']) {
      await text.fill(words);
      await text.press('Enter');
      await contracts().filter({ hasText: words }).waitFor();
    }
    await page.getByRole('searchbox', { name: 'Search' }).fill('OBJECTIFS ecrire');
    await expect.poll(() => contracts().count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await choose('More for: Say no to one committee', 'Report');
    const group = page.getByRole('group', { name: 'Say no to one committee' });
    await group.getByRole('radio', { name: 'Partly' }).press('Space');
    await group.getByText('Carry on with it?').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await group.getByRole('textbox', { name: 'Report' }).fill('Said not this term');
    await button('Save').press('Enter');
    await group.getByText('Said not this term').waitFor();
    await expect.poll(() => contracts().count()).toBe(3);
  });

  it('keeps earlier wordings of an edited contract', async () => {
    await choose('More for: Block two mornings', 'Change the words');
    const words = page.getByRole('textbox', { name: 'Contract', exact: true });
    await words.fill('Block three mornings');
    await words.press('Enter');
    const group = page.getByRole('group', { name: 'Block three mornings' });
    await group.getByText('Edited').click();
    await group.getByText('Block two mornings').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('erases a contract from the disk, words and reports, after asking', async () => {
    const said = ['Say no to one committee', 'Said not this term', 'Block three mornings'];
    expect(await onDisk(...said)).toEqual(said);
    await choose('More for: Say no to one committee', 'Erase for good…');
    await page.getByRole('alertdialog', { name: 'Erase this contract for good?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => contracts().count()).toBe(3);
    await choose('More for: Say no to one committee', 'Erase for good…');
    await button('Erase for good').press('Enter');
    await expect.poll(() => contracts().count()).toBe(2);
    expect(await onDisk(...said)).toEqual(['Block three mornings']);
  });

  it('keeps a former member’s contracts', async () => {
    await go('#/circles');
    await page.getByRole('link', { name: 'Open Thursday circle' }).click();
    await choose('More for Amira Said', 'Has left the circle');
    await go('#/contracts');
    await page.getByRole('combobox', { name: 'Whose' }).selectOption('Everyone’s');
    await expect.poll(() => contracts().count()).toBe(2);
    await contracts().first().getByText('former member').waitFor();
  });

  it('fits a window of 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const hash of ['#/contracts', '#/circles']) {
      await go(hash);
      await page.waitForTimeout(300);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});

describe('a year of an invented circle', () => {
  it('is shown by one link, stands apart from what is one’s own, and is gone with one press', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    const before = await disk();
    await go('#/settings');
    await page.getByRole('link', { name: 'See a year of a circle' }).click();
    await page.getByRole('article', { name: 'Tuesday circle' }).waitFor();
    for (const section of ['Contracts', 'Goals', 'Network', 'Insights']) {
      await page.getByRole('navigation').getByRole('link', { name: section }).click();
      await page.getByRole('heading', { name: section, level: 1 }).waitFor();
    }
    await page.getByText(/^Over 25 meetings, \d+ of \d+ places were taken/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // Somebody who tries a meeting there stays there.
    await go('#/circles');
    const opened = rig.context.waitForEvent('page');
    await page
      .getByRole('article', { name: 'Tuesday circle' })
      .getByRole('link', { name: 'Hold the meeting here' })
      .click();
    const sidebar = await opened;
    await sidebar.getByRole('heading', { name: 'Tuesday circle', level: 1 }).waitFor();
    await sidebar.close();
    expect(await disk()).toBe(before);
    await button('Remove the demonstration').click();
    await page.waitForURL(/home\.html$/);
    await page.getByRole('heading', { name: 'Circles', level: 1 }).waitFor();
    expect(await page.getByText('Tuesday circle').count()).toBe(0);
    const names = await rig.inExtension(
      async () => (await indexedDB.databases()).map(({ name }) => name),
      null,
    );
    expect(names).toEqual(['circlekeeper']);
  });
});
