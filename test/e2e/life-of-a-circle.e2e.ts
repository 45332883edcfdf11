import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COHORT, cohortYear, thursdayWithDates } from '../builders/cohort.ts';
import { THURSDAY } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';

let rig: Rig;
let page: Page;
const bugs: string[] = [];
const DAY = 86_400_000;
const now = Date.now();

beforeAll(async () => {
  rig = await launch({ port: 9, viewport: { width: 1200, height: 900 } });
  await seed(rig, [...thursdayWithDates(now, 5), ...cohortYear(now, 4)]);
  page = await rig.open(`home.html#/circles/${THURSDAY}`);
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => bugs.push(error.message));
});

afterAll(async () => {
  await rig.close();
  expect(bugs).toEqual([]);
});

const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const iso = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10);

it('a date is skipped with one press, the roles move on to the next, and meeting after all brings it back', async () => {
  // Of the first date: who facilitates, keeps the time and hosts.
  const roles = async () => (await page.locator('.rota-who').allTextContents()).slice(0, 3);
  await region('Roles to come').waitFor();
  const [first] = await region('Roles to come').getByRole('heading', { level: 3 }).allTextContents();
  const before = await roles();
  await region('Next meeting')
    .getByRole('button', { name: /^Skip this date/ })
    .click();
  const skipped = page.getByRole('list', { name: 'Skipped dates' });
  await skipped.getByText('It still stands in the calendar').waitFor();
  // The next date has the roles of the one that is skipped: nobody loses a turn.
  await page
    .getByRole('heading', { level: 3, name: first ?? '', exact: true })
    .waitFor({ state: 'detached' });
  expect(await roles()).toEqual(before);
  expect(await axeFindings(page)).toEqual([]);
  await skipped.getByRole('button', { name: /^Meet after all/ }).click();
  await page.getByRole('heading', { level: 3, name: first ?? '', exact: true }).waitFor();
  expect(await roles()).toEqual(before);
  expect(new Set(before).size).toBe(3);
});

it('a break takes the dates in it and wakes the circle by itself', async () => {
  await button('Plan a break').click();
  await page.getByLabel('Until').fill(iso(20));
  await button('Save break').click();
  await page.getByText('This circle is having a break').waitFor();
  // The dates in 3 and 17 days are in it, the one in 31 days is next.
  await region('Next meeting').getByText('in 31 days').waitFor();
  await rig.moveClock(25 * DAY);
  await page.reload();
  await region('Next meeting').getByText('in 6 days').waitFor();
  expect(await page.getByText('This circle is having a break').count()).toBe(0);
  await rig.moveClock(0);
  await page.reload();
  await button('End the break now').click();
  await region('Next meeting').getByText('in 3 days').waitFor();
});

it('whoever leaves sees what stays, takes their own words along and nobody else’s, and can come back', async () => {
  await go(`#/circles/${THURSDAY}/leave`);
  await page.getByRole('heading', { name: 'Leaving Thursday circle' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), button('Save my words').click()]);
  const words = await readFile((await file.path()) ?? '', 'utf8');
  expect(words).toContain('Block two mornings for the resubmission');
  expect(words).not.toContain('Say no to one committee');
  expect(await axeFindings(page)).toEqual([]);
  await button('Leave the circle').click();
  await page.getByText('You left this circle').waitFor();
  await button('I am back').click();
  await page.getByText('You left this circle').waitFor({ state: 'detached' });
});

it('closing looks back, offers ties one by one, archives, and can go on after all', async () => {
  await go(`#/circles/${THURSDAY}/close`);
  const back = region('Looking back');
  await back.getByText('You met 3 times').waitFor();
  for (const line of ['You wrote 18 contracts with yourselves.', '6 were kept.', '2 came partly true.'])
    await back.getByText(line).waitFor();
  expect(await back.textContent()).not.toContain('%');
  await button('Keep in touch with Asha Sen').click();
  const tie = page.getByRole('group', { name: 'Asha Sen as a tie' });
  await tie.getByRole('checkbox', { name: 'the career' }).check();
  await tie.getByLabel('How close you are').selectOption('Close');
  expect(await axeFindings(page)).toEqual([]);
  await button('Close the circle').click();
  await page.getByText('This circle came to its end').waitFor();
  await go('#/circles');
  await page.getByText('Archived circles').click();
  await page.getByText('closed', { exact: true }).waitFor();
  // The tie is mine: it is there again, in one's own log and with what was said of it.
  await go(`#/circles/${THURSDAY}/close`);
  await expect.poll(() => tie.getByRole('checkbox', { name: 'the career' }).isChecked()).toBe(true);
  await expect.poll(() => tie.getByLabel('How close you are').inputValue()).toBe('close');
  await go(`#/circles/${THURSDAY}`);
  await button('Go on after all').click();
  await region('Next meeting').waitFor();
});

it('a cohort’s year hands over to a circle that runs itself, and its guide says goodbye', async () => {
  await go(`#/circles/${COHORT}`);
  await region('The year is over').getByText('Gita Rao guided you').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await button('Go on as our own circle').click();
  await region('How you meet').getByText('Peer Mentoring Circle, every two weeks, 90 minutes').waitFor();
  expect(await region('The year is over').count()).toBe(0);
  await region('Members').getByRole('heading', { name: 'Former members' }).waitFor();
});

it('a development plan is written, ticked and looked at again, and is in one’s own log alone', async () => {
  await go('#/plan');
  await button('Begin my plan').click();
  await page.getByLabel('New goal').fill('A lab of my own');
  await button('Add goal').click();
  await button('Add step: A lab of my own').click();
  await page.getByLabel('New step').fill('Read three job talks');
  await button('Add step').click();
  await page.getByRole('checkbox', { name: 'Read three job talks' }).check();
  await page.getByText('1 goal · 1 of 1 step done').waitFor();
  await page.getByLabel('Day', { exact: true }).fill(iso(90));
  await button('Add day').click();
  await button(/^Look at it now/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const logs = await rig.inExtension(
    () =>
      new Promise<string[]>((resolve) => {
        const open = indexedDB.open('circlekeeper');
        open.onsuccess = () => {
          const all = open.result.transaction('facts').objectStore('facts').getAll();
          all.onsuccess = () => {
            open.result.close();
            const mine = all.result.filter((fact: { kind: string }) => /^(plan|tie)\./.test(fact.kind));
            resolve([...new Set(mine.map((fact: { log: string }) => fact.log))]);
          };
        };
      }),
    null,
  );
  expect(logs).toEqual(['me']);
});
