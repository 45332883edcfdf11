import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bigCalendar } from '../builders/ics.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { FEED } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const HOST = 'https://calendar.sandbox.test/*';
const SECRET = 'https://calendar.sandbox.test/private-s3cret/basic.ics';

let sandbox: Sandbox;
let rig: Rig;
let page: Page;
const bugs: string[] = [];

interface Extension {
  chrome: {
    permissions: { contains(what: { origins: string[] }): Promise<boolean> };
    storage: { local: { clear(): Promise<void> } };
    alarms: {
      getAll(): Promise<{ name: string; periodInMinutes?: number }[]>;
      create(name: string, when: { delayInMinutes: number }): Promise<void>;
    };
  };
}

async function open(path: string, at = rig): Promise<Page> {
  const opened = await at.open(`home.html#/${path}`);
  opened.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
  opened.on('console', (line) => {
    // The address of a feed is the key to a calendar: nobody may find it in a log.
    if (line.text().includes('s3cret')) bugs.push(`told in the console: ${line.text()}`);
  });
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

/** Starts over: an empty database in an open page of the calendars. */
async function fresh(path = 'calendars'): Promise<void> {
  for (const old of rig.context.pages()) if (!old.url().startsWith('about:')) await old.close();
  await rig.inExtension(async () => {
    await new Promise<void>((done, fail) => {
      const request = indexedDB.deleteDatabase('circlekeeper');
      request.onsuccess = () => done();
      request.onerror = () => fail(request.error);
    });
    await (globalThis as unknown as Extension).chrome.storage.local.clear();
  }, null);
  page = await open(path);
}

const input = () => page.getByLabel('Calendar file (.ics)');
const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/calendar',
  buffer: Buffer.from(text),
});
const week = () => sandboxIcs(sandbox.calendar, Date.now());
const spotted = () => page.getByRole('region', { name: 'Spotted meetings' });
const article = (title: string | RegExp) => spotted().getByRole('article', { name: title });
const region = (name: string) => page.getByRole('region', { name });
const alert = () => page.getByRole('alert');
const SECOND = 'Women in medicine, every three weeks';

async function importWeek(name = 'week.ics'): Promise<void> {
  await input().setInputFiles(asFile(name, week()));
  await page.getByText(/was read: \d+ events/).waitFor();
}

/** Makes the circle as the calendar tells it. */
async function makeCircleOf(title: string): Promise<void> {
  await article(title).getByRole('button', { name: 'This is a circle' }).click();
  await page.getByText(`${title} is ready`).waitFor();
}

async function expectAccessible(state: string): Promise<void> {
  expect((await axeFindings(page)).map((line) => `${state}: ${line}`)).toEqual([]);
}

beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port, grantHosts: [HOST] });
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
});

afterEach(() => {
  expect(bugs.splice(0)).toEqual([]);
});

describe('a calendar file', () => {
  it('is read from the file input, and its circles are spotted with reasons a person can check', async () => {
    await fresh();
    await expectAccessible('empty');
    await importWeek();
    await article(sandbox.calendar.circleTitle).waitFor();
    await expect.poll(() => spotted().getByRole('article').count()).toBe(2);
    const reasons = await article(SECOND).getByRole('listitem').allTextContents();
    expect(reasons).toContainEqual(expect.stringMatching(/^every third \w+day$/));
    expect(reasons).toContain('seven guests');
    await expectAccessible('spotted');
  });

  it('is read when it is dropped anywhere on the page', async () => {
    await fresh();
    const carried = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.ics', { type: 'text/calendar' }));
      return data;
    }, week());
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: carried });
    await page.getByText('Drop the calendar file here').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: carried });
    await article(SECOND).waitFor();
    expect(await page.getByText('Drop the calendar file here').count()).toBe(0);
  });

  it('takes the place of what it gave before, instead of standing there twice', async () => {
    await fresh();
    await importWeek('first.ics');
    await importWeek('second (1).ics');
    await page.getByText('It took the place').waitFor();
    await expect.poll(() => region('Your calendars').getByRole('listitem').count()).toBe(1);
    await expect.poll(() => spotted().getByRole('article').count()).toBe(2);
  });

  it('of ten thousand events never holds the page up', async () => {
    await fresh();
    const text = bigCalendar({ events: 10_000, seed: 3, year: new Date().getFullYear() });
    await page.evaluate(() => {
      const world = globalThis as unknown as { longest: number };
      world.longest = 0;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        world.longest = Math.max(world.longest, now - last);
        last = now;
        setTimeout(tick, 0);
      };
      tick();
    });
    const bar = page.getByRole('progressbar', { name: /Reading/ });
    const reading = input().setInputFiles(asFile('big.ics', text));
    await bar.waitFor();
    await page.evaluate(() => {
      (globalThis as unknown as { longest: number }).longest = 0;
    });
    await reading;
    await page.getByText('was read: 10,000 events').waitFor();
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    console.log(`longest stop of the page while 10,000 events were read: ${Math.round(longest)} ms`);
    expect(longest).toBeLessThan(1_000);
  });

  it('can be called off while it is read, and then nothing of it is kept', async () => {
    await fresh();
    await importWeek();
    const text = bigCalendar({ events: 30_000, seed: 4, year: new Date().getFullYear() });
    await input().setInputFiles(asFile('big.ics', text));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('paragraph').getByText('Reading “big.ics” was called off').waitFor();
    await page.waitForTimeout(2_000);
    await expect.poll(() => region('Your calendars').getByRole('listitem').count()).toBe(1);
    await region('Your calendars').getByText('Chen Wu').waitFor();
  });

  it('that is none says so, keeps what was there, and says what to do', async () => {
    await fresh();
    await importWeek();
    const wrong = {
      'photo.ics': ['\u0089PNG not a calendar at all'.repeat(50), 'is not a calendar'],
      'nothing.ics': ['', 'is empty'],
      'calendar.ics': ['PK\u0003\u0004 and so on', 'is a zip file'],
    } as const;
    for (const [name, [text, words]] of Object.entries(wrong)) {
      await input().setInputFiles(asFile(name, text));
      await alert().getByText(words).waitFor();
      await expect.poll(() => alert().textContent()).toContain('as they were before');
      await expect.poll(() => alert().textContent()).toMatch(/\.ics|Export/);
    }
    await expectAccessible('not a calendar');
    await expect.poll(() => region('Your calendars').getByRole('listitem').count()).toBe(1);
    await expect.poll(() => spotted().getByRole('article').count()).toBe(2);
  });

  it('that was cut off, or holds damaged events, gives what can be read and counts the rest', async () => {
    await fresh();
    const whole = week();
    await input().setInputFiles(asFile('cut.ics', whole.slice(0, Math.floor(whole.length * 0.8))));
    await page.getByText('ends in the middle').first().waitFor();
    await article(sandbox.calendar.circleTitle).waitFor();
    const bad = 'BEGIN:VEVENT\r\nUID:bad\r\nSUMMARY:Lunch without a time\r\nEND:VEVENT\r\n';
    await input().setInputFiles(asFile('bad.ics', whole.replace('END:VCALENDAR', `${bad}END:VCALENDAR`)));
    await page.getByText('1 event says no time.').first().waitFor();
    await page.getByText('For example “Lunch without a time”.').first().waitFor();
    await expectAccessible('skipped');
  });

  it('can be removed after a question, which says what stays', async () => {
    await fresh();
    await importWeek();
    await region('Your calendars').getByRole('button', { name: 'Remove' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('what you decided stay').waitFor();
    await expectAccessible('remove');
    await question.getByRole('button', { name: 'Remove' }).click();
    await region('Your calendars').waitFor({ state: 'detached' });
    expect(await spotted().count()).toBe(0);
  });
});

describe('a decision', () => {
  it('“not a circle” can be undone, and holds for the series when the calendar is read again', async () => {
    await fresh();
    await importWeek();
    await article(SECOND).getByRole('button', { name: 'Not a circle' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await article(SECOND).getByRole('button', { name: 'Not a circle' }).click();
    await spotted().getByText('Decided (1)').waitFor();
    await importWeek();
    await page.reload();
    await spotted().getByText('Decided (1)').click();
    await article(SECOND).getByRole('button', { name: 'Ask me again' }).waitFor();
    expect(await article(SECOND).getByRole('button', { name: 'Not a circle' }).count()).toBe(0);
    await expectAccessible('decided');
    await article(SECOND).getByRole('button', { name: 'Ask me again' }).click();
    await article(SECOND).getByRole('button', { name: 'Not a circle' }).waitFor();
  });

  it('“this is a circle” makes it, and the series keeps it when the calendar splits it under a new name', async () => {
    await fresh();
    await importWeek();
    const title = sandbox.calendar.circleTitle;
    await makeCircleOf(title);
    await spotted().getByText('Decided (1)').click();
    await article(title).getByRole('link', { name: title }).waitFor();

    // "This and following" in Outlook: the old series ends, the rest has another UID.
    const at = new Date(Date.now() - 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '');
    // Once: what is made in the next second has another stamp.
    const text = week();
    const [block] = /BEGIN:VEVENT\r\nUID:circle@sandbox[\s\S]*?END:VEVENT\r\n/.exec(text) ?? [''];
    const start = /DTSTART;TZID=([^:]+):(\d{8}T\d{6})/.exec(block);
    const zone = start?.[1] ?? 'UTC';
    const first = Temporal.PlainDateTime.from(start?.[2] ?? '').add({ weeks: 6 });
    const wall = (time: Temporal.PlainDateTime) =>
      time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
    const rest = block
      .replace('UID:circle@sandbox.test', 'UID:the-rest@sandbox.test')
      .replace(/DTSTART[^\r]*/, `DTSTART;TZID=${zone}:${wall(first)}`)
      .replace(/DTEND[^\r]*/, `DTEND;TZID=${zone}:${wall(first.add({ minutes: 90 }))}`);
    const ended = block.replace('INTERVAL=2', `INTERVAL=2;UNTIL=${at}`);
    await input().setInputFiles(asFile('split.ics', text.replace(block, ended + rest)));
    await spotted().getByText('Decided (2)').waitFor();
    await expect.poll(() => article(title).getByRole('link', { name: title }).count()).toBe(2);
  });
});

describe('a calendar feed', () => {
  const address = () => page.getByLabel('Calendar feed address');
  const add = () => page.getByRole('button', { name: 'Add feed' });
  const allowed = () =>
    rig.inExtension(
      (origin) => (globalThis as unknown as Extension).chrome.permissions.contains({ origins: [origin] }),
      HOST,
    );

  it('is read once its host is allowed, and read again by an alarm', async () => {
    await fresh();
    await address().fill(FEED.replace('https', 'webcal'));
    await add().click();
    await article(SECOND).waitFor();
    await region('Your calendars').getByText('calendar.sandbox.test/…/circles.ics').waitFor();
    await expectAccessible('feed');
    const alarms = await rig.inExtension(
      () => (globalThis as unknown as Extension).chrome.alarms.getAll(),
      null,
    );
    expect(alarms).toContainEqual(expect.objectContaining({ name: 'refresh-feeds', periodInMinutes: 360 }));
  });

  it('is read again in the background, with no page asking for it', async () => {
    await fresh();
    sandbox.serve(SECRET, { headers: { 'content-type': 'text/calendar' }, body: week() });
    await address().fill(SECRET);
    await add().click();
    await article(SECOND).waitFor();
    sandbox.serve(SECRET, {
      headers: { 'content-type': 'text/calendar' },
      body: week().replaceAll('Women in medicine', 'Women in surgery'),
    });
    await rig.restartWorker();
    await rig.inExtension(
      () => (globalThis as unknown as Extension).chrome.alarms.create('refresh-feeds', { delayInMinutes: 0 }),
      null,
    );
    await article(/^Women in surgery/).waitFor({ timeout: 60_000 });
    sandbox.serve(SECRET, null);
  });

  it('keeps what it gave when it cannot be read any more, and says why in words', async () => {
    await fresh();
    sandbox.serve(SECRET, { headers: { 'content-type': 'text/calendar', etag: '"1"' }, body: week() });
    await address().fill(SECRET);
    await add().click();
    await article(SECOND).waitFor();
    const answers = [
      [{ status: 404, body: '' }, 'There is no calendar at this address'],
      [{ status: 401, body: '' }, 'asks for a password'],
      [{ status: 403, body: '' }, 'does not let this address be read'],
      [{ status: 500, body: '' }, 'has trouble of its own'],
      [{ body: '<html>Sign in</html>' }, 'is not a calendar'],
      [
        { status: 302, headers: { location: 'https://elsewhere.test/a.ics' }, body: '' },
        'on to another place',
      ],
    ] as const;
    for (const [answer, words] of answers) {
      sandbox.serve(SECRET, answer);
      await page.getByRole('button', { name: 'Refresh now' }).click();
      await alert().getByText(words).waitFor();
      await expect.poll(() => alert().textContent()).toContain('is still here');
    }
    await expectAccessible('feed in trouble');
    await expect.poll(() => spotted().getByRole('article').count()).toBe(2);
    sandbox.serve(SECRET, { status: 304, body: '' });
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await alert().waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain('s3cret');
    sandbox.serve(SECRET, null);
  });

  it('is refused without protection, or when nothing is there, and adds nothing', async () => {
    await fresh();
    await address().fill('http://calendar.sandbox.test/circles.ics');
    await add().click();
    await alert().getByText('This address is not a protected one').waitFor();
    await address().fill('https://calendar.sandbox.test/missing.ics');
    await add().click();
    await alert().getByText('There is no calendar at this address').waitFor();
    await expectAccessible('feed refused');
    expect(await region('Your calendars').count()).toBe(0);
  });

  it('gives the leave to read from its host back when the last feed of it goes', async () => {
    // The test before ended in a feed that failed, which gave it back already.
    const again = await launch({ port: sandbox.port, grantHosts: [HOST] });
    const before = [rig, page] as const;
    try {
      rig = again;
      await fresh();
      await address().fill(FEED);
      await add().click();
      await article(SECOND).waitFor();
      expect(await allowed()).toBe(true);
      await region('Your calendars').getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
      await region('Your calendars').waitFor({ state: 'detached' });
      await expect.poll(allowed).toBe(false);
    } finally {
      [rig, page] = before;
      await again.close();
    }
  });

  it('waits for the member’s answer, says so, and asks nobody before it', async () => {
    const strict = await launch({ port: sandbox.port });
    const before = [rig, page] as const;
    try {
      rig = strict;
      await fresh();
      let asked = 0;
      strict.context.on('request', (request) => {
        if (request.url().includes('s3cret')) asked += 1;
      });
      await address().fill(SECRET);
      await add().click();
      await page
        .getByText('Your browser asks whether Circlekeeper may read from calendar.sandbox.test')
        .last()
        .waitFor();
      await expectAccessible('asking');
      expect(asked).toBe(0);
      expect(await region('Your calendars').count()).toBe(0);
    } finally {
      [rig, page] = before;
      await strict.close();
    }
  });
});

describe('a copy of everything', () => {
  const saveAll = async (): Promise<{ name: string; text: string }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export everything' }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const bringIn = async (name: string, text: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import', exact: true }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  const makeCircle = async (): Promise<void> => {
    await fresh();
    await importWeek();
    await makeCircleOf(sandbox.calendar.circleTitle);
    await spotted().getByText('Decided (1)').waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  };
  const eraseAll = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Delete everything' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('button', { name: 'Delete for good' }).isDisabled()).toBe(true);
    await expectAccessible('erase everything');
    await dialog.getByLabel('Type “delete” to go on').fill('delete');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForURL(/#\/circles$/);
    await page.getByRole('heading', { level: 1, name: 'Circles' }).waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('There is no circle here yet.').waitFor();
  };

  it('brings a circle back after everything was deleted, and adds nothing the second time', async () => {
    await makeCircle();
    await expectAccessible('settings');
    const { name, text } = await saveAll();
    expect(name).toMatch(/^circlekeeper-\d{4}-\d{2}-\d{2}\.json$/);
    await page.getByText('Last copy:').waitFor();
    await eraseAll();
    await bringIn(name, text);
    await page.getByText(/Added: 1 circle, \d+ entries in all/).waitFor();
    await bringIn(name, text);
    await page.getByText('Everything in this copy was here already').waitFor();
    expect(await page.getByLabel('Circle to erase').inputValue()).not.toBe('');
  });

  it('can be sealed, and opens with its passphrase only', async () => {
    await makeCircle();
    await page.getByLabel('Seal it with a passphrase').check();
    await page.getByRole('button', { name: 'Export everything' }).click();
    await page.getByText('Take at least ten characters.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('four words in a row');
    await page.getByLabel('Passphrase again').fill('four words in a row');
    await expectAccessible('sealing');
    const { name, text } = await saveAll();
    expect(text).not.toContain(sandbox.calendar.circleTitle);
    await eraseAll();
    await bringIn(name, text);
    const dialog = page.getByRole('dialog', { name: 'This copy is sealed' });
    await dialog.getByLabel('Passphrase').fill('four words in a line');
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await dialog.getByRole('alert').getByText('It does not open with this passphrase').waitFor();
    await expectAccessible('sealed');
    await dialog.getByLabel('Passphrase').fill('four words in a row');
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await page.getByText(/Added: 1 circle/).waitFor();
  });

  it('that is broken or somebody else’s changes nothing and says why', async () => {
    await makeCircle();
    const { text } = await saveAll();
    const wrong = {
      [text.slice(0, text.length / 2)]: 'is incomplete or damaged',
      '{"tabs":[]}': 'is not a copy made by Circlekeeper',
      hello: 'is not a copy made by Circlekeeper',
      '{"format":"circlekeeper","version":99,"facts":[]}': 'was made by a newer Circlekeeper',
    };
    for (const [content, words] of Object.entries(wrong)) {
      await bringIn('x.json', content);
      await alert().getByText(words).waitFor();
      await expect.poll(() => alert().textContent()).toContain('Nothing here was changed');
    }
    await expectAccessible('broken copy');
  });

  it('does not bring back a circle that was deleted for good', async () => {
    await makeCircle();
    const { name, text } = await saveAll();
    await page.getByRole('button', { name: 'Delete this circle' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/6 members/).waitFor();
    await expectAccessible('delete a circle');
    await question.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('There is no circle here yet.').waitFor();
    await bringIn(name, text);
    await page.getByText('1 circle of the copy was left out').waitFor();
    await page.getByText('There is no circle here yet.').waitFor();
  });
});
