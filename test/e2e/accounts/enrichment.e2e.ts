import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linksIn, visibleLines } from '../../../lib/calendar/enrich/lines.ts';
import { setRhythm } from '../../../lib/circle/edit.ts';
import { makeContract, reportContract } from '../../../lib/contract/commands.ts';
import { foldContract } from '../../../lib/contract/contract.ts';
import { writeNote } from '../../../lib/me/write-note.ts';
import { askForTime, setRoles } from '../../../lib/meeting/commands.ts';
import { meetingIdFor } from '../../../lib/meeting/meeting-id.ts';
import { device } from '../../builders/logs.ts';
import { axeFindings } from '../../rig/axe.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { seed } from '../../rig/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { ADA, CLIENTS, calendarTown, DAY, type Diary, type Town } from './town.ts';

const HOSTS = ['www.googleapis.com', 'graph.microsoft.com', 'login.microsoftonline.com'];
const TITLE = 'Peer mentoring circle';
const OPENING = '— Circlekeeper: our agenda —';

let sandbox: Sandbox;
let town: Town;
let rig: Rig;
let page: Page;
let inWindow: (window: Page) => Promise<void>;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.close());
beforeEach(async () => {
  town = calendarTown(sandbox);
  rig = await launch({ port: sandbox.port, grantHosts: HOSTS.map((host) => `https://${host}/*`) });
  page = await rig.open('home.html#/calendars');
  page.setDefaultTimeout(10_000);
  rig.context.on('page', (opened) => {
    void opened.waitForURL(/accounts\.google\.com|login\.microsoftonline\.com/, { timeout: 5000 }).then(
      // A service that knows the person already answers without a page.
      () => inWindow(opened).catch(() => undefined),
      () => undefined,
    );
  });
});
afterEach(() => rig?.close());

const soon = (): number => Math.ceil(Date.now() / DAY) * DAY + 2 * DAY + 17 * 3_600_000;
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function connect(diary: Diary): Promise<void> {
  inWindow = diary.allow;
  await page.goto(page.url().replace(/#.*/, '#/calendars'));
  await page.getByText('Client IDs, for copies you built yourself').click();
  await page.getByLabel(diary.clientField, { exact: true }).fill(CLIENTS[diary.provider]);
  await button(`Save client ID: ${diary.clientField}`).click();
  await page.getByText('Saved on this computer.').first().waitFor();
  await page.getByText('Client IDs, for copies you built yourself').click();
  const accounts = page.getByRole('heading', { name: ADA });
  const before = await accounts.count();
  await button(diary.connect).click();
  await expect.poll(() => accounts.count(), { timeout: 15_000 }).toBe(before + 1);
}

/** Makes the circle of the event that was found, and opens its page. */
async function openCircle(title = TITLE): Promise<void> {
  const found = page
    .getByRole('region', { name: 'Spotted meetings' })
    .getByRole('article', { name: title, exact: true });
  await found.getByRole('button', { name: 'This is a circle' }).click();
  await page.getByText(`${title} is ready`).waitFor();
  await goToCircle(title);
}

async function goToCircle(title = TITLE): Promise<void> {
  const { circles } = await tables(['circles']);
  const id = String(circles?.find((one) => one.name === title)?.id);
  await page.goto(page.url().replace(/#.*/, `#/circles/${id}`));
  await page.getByRole('heading', { name: 'In the calendar event' }).waitFor();
}

async function writeIt(diary: Diary): Promise<void> {
  await button('Write it into the event').click();
  if (diary.provider === 'microsoft') {
    const question = page.getByRole('alertdialog');
    expect(await question.textContent()).toContain('Outlook may mail the guests');
    await question.getByRole('button', { name: 'Write it all the same' }).click();
  }
}

const bodyOf = (content: string) => ({ type: 'html', content }) as const;
const lines = (content: string) => visibleLines(bodyOf(content));
const isIn = (content: string) => lines(content).includes(OPENING);
/** What stays of a description when text and links are looked at alone. */
const essence = (content: string) => ({ lines: lines(content), links: linksIn(bodyOf(content)) });

/** All rows of some tables, as they are on disk. */
const tables = (names: readonly string[]) =>
  rig.inExtension(async (wanted) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('circlekeeper');
      request.onsuccess = () => done(request.result);
    });
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const name of wanted)
      found[name] = await new Promise((done) => {
        const request = db.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => done(request.result);
      });
    db.close();
    return found;
  }, names);

const enrichments = async () =>
  ((await tables(['meta'])).meta ?? []).filter((row) => String(row.key).startsWith('enrich:'));

/** Words of the four kinds that may never go into an event, each to be told from all else. */
const SECRETS = {
  contract: 'CONTRACT-OCHRE-HERON',
  report: 'REPORT-UMBER-LYNX',
  note: 'NOTE-INDIGO-MOTH',
  mine: 'PRIVATE-SCARLET-WREN',
} as const;
const ASKED_MIN = 43;

interface Known {
  circleId: string;
  members: readonly { id: string; name: string }[];
  /** The next date by the rule, UTC ms. */
  next: number;
}

async function known(start: number, title = TITLE): Promise<Known> {
  const { circles, members } = await tables(['circles', 'members']);
  const circleId = String(circles?.find((one) => one.name === title)?.id);
  const own = (members ?? []).filter((one) => one.circleId === circleId);
  return {
    circleId,
    members: own.map(({ id, name }) => ({ id: String(id), name: String(name) })),
    next: start,
  };
}

/** What a circle writes down, beside which its event is written: contract, report, note, time asked for, roles. */
async function live({ circleId, members, next }: Known): Promise<void> {
  const { facts, write } = device('elsewhere');
  const [a, b] = members;
  if (!a || !b) throw new Error('a circle without members');
  const now = Date.now();
  const meetingId = meetingIdFor(circleId, next);
  const slot = { circleId, meetingId, originalStart: next, start: next, lengthMin: 90, adhoc: false };
  const made = write(
    [
      makeContract(
        { id: 'k', circleId, memberId: a.id, meetingId, text: SECRETS.contract, isPrivate: false },
        null,
        now,
      ),
    ],
    now,
  );
  write(
    [
      makeContract(
        { id: 'p', circleId, memberId: a.id, meetingId, text: SECRETS.mine, isPrivate: true },
        null,
        now,
      ),
    ],
    now,
  );
  const contract = foldContract('k', made);
  if (!contract) throw new Error('no contract');
  write([reportContract(contract, { meetingId, outcome: 'partly', text: SECRETS.report }, null, now)], now);
  write([writeNote({ id: meetingId, circleId }, SECRETS.note, null, now)], now);
  write(askForTime({ slot, row: null, by: null }, a.id, ASKED_MIN), now);
  write(setRoles({ slot, row: null, by: null }, { facilitator: a.id, timekeeper: b.id, host: null }), now);
  await seed(rig, facts);
  await page.reload();
}

/** Another format, set by somebody else's device. */
async function useFormat({ circleId }: Known, formatId: string): Promise<void> {
  const { facts, write } = device(`format-${formatId}`);
  write([setRhythm(circleId, null, { formatId, everyDays: 14, lengthMin: 90 }, [])], Date.now());
  await seed(rig, facts);
  await page.reload();
}

/** Has the alarm that goes on with what was left ring now. */
const ring = () =>
  rig.inExtension(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(name: string, options: object): Promise<void> } };
    };
    await chrome.alarms.create('sync-accounts-again', { when: Date.now() + 10 });
  }, null);

const isWritten = () => page.getByText(/^It stands in your event in/).last();
const isWrite = (method: string) => ['PATCH', 'POST', 'DELETE'].includes(method);

describe.each(['google', 'microsoft'] as const)('the agenda in an event of %s', (provider) => {
  const writing = provider === 'google' ? /auth\/calendar\.events(?![.\w])/ : /Calendars\.ReadWrite/;
  const asked = () => town.sent.join('\n');

  it('is written when somebody asks for it, follows the circle, and leaves text and links as they were', async () => {
    const diary = town[provider];
    const start = soon();
    diary.put(TITLE, start);
    const before = essence(diary.text());
    await connect(diary);
    await openCircle();
    const circle = await known(start);
    await live(circle);
    await button('Write it into the event').waitFor();
    // Reading was all that was asked for up to here.
    expect(asked()).not.toMatch(writing);
    expect(await axeFindings(page)).toEqual([]);

    await writeIt(diary);
    await isWritten().waitFor();
    expect(asked()).toMatch(writing);
    const first = essence(diary.text());
    expect(first.lines).toContain(OPENING);
    expect(first.lines).toContain('Work: 5 × 12:30 min');
    expect(first.lines).toEqual(expect.arrayContaining(before.lines));
    expect(first.links).toEqual(expect.arrayContaining(before.links));
    const role = `Facilitator: ${circle.members[0]?.name}`;
    expect(first.lines).not.toContain(role);
    expect(lines(diary.dateText(0))).toContain(role);
    expect(lines(diary.dateText(1))).not.toContain(role);
    expect(await axeFindings(page)).toEqual([]);

    // Somebody changes the event between our reading and our writing.
    let isFirst = true;
    town.before = (method, url) => {
      if (method !== 'PATCH' || !/\/events\//.test(url) || !isFirst) return;
      isFirst = false;
      diary.say(diary.text().replace('Our own notes.', 'Bring a page each.'));
    };
    await useFormat(circle, 'three-weekly');
    await expect.poll(() => lines(diary.text()), { timeout: 15_000 }).not.toContain('Work: 5 × 12:30 min');
    const second = essence(diary.text());
    expect(isFirst).toBe(false);
    expect(second.lines.filter((line) => line === OPENING)).toHaveLength(1);
    expect(second.lines.join('\n')).toContain('Bring a page each.');
    await isWritten().waitFor();

    // What stands there already is not written again.
    diary.clearLog();
    await page.reload();
    await page.waitForTimeout(2500);
    const again = diary.requests().map((one) => JSON.parse(one) as { method: string; path: string });
    expect(again.filter((one) => isWrite(one.method) && /\/events\//.test(one.path))).toEqual([]);

    await button('Take it out of the event').click();
    await button('Write it into the event').waitFor();
    const wanted = {
      lines: before.lines.map((line) => line.replace('Our own notes.', 'Bring a page each.')),
      links: before.links,
    };
    expect(essence(diary.text())).toEqual(wanted);
    expect(isIn(diary.dateText(0))).toBe(false);
    expect(isIn(diary.dateText(1))).toBe(false);
    expect(await enrichments()).toEqual([]);
    if (provider === 'google') expect(diary.mails()).toBe(0);

    // All of it is in the database, and none of it ever left.
    const stored = JSON.stringify(await tables(['facts']));
    const sent = asked();
    for (const secret of Object.values(SECRETS)) {
      expect(stored).toContain(secret);
      expect(sent).not.toContain(secret);
    }
    expect(stored).toContain(`"minutes":${ASKED_MIN}`);
    expect(sent).not.toMatch(new RegExp(`\\b${ASKED_MIN}(:00)? ?min`));
    // The log of what was sent hears what is written.
    expect(sent).toContain('Facilitator');
  });

  it('stays out when somebody does not let it write, and reading goes on', async () => {
    const diary = town[provider];
    diary.put(TITLE, soon());
    const before = diary.text();
    await connect(diary);
    await openCircle();
    inWindow = diary.deny;
    await writeIt(diary);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('your calendar is read as before');
    expect(await axeFindings(page)).toEqual([]);
    expect(diary.text()).toBe(before);
    expect(await enrichments()).toEqual([]);
    const { accounts } = await tables(['accounts']);
    expect(accounts?.map(({ access, problem }) => ({ access, problem }))).toEqual([
      { access: 'read', problem: null },
    ]);
  });

  it('is taken out to the end although the background was stopped in the middle of it', async () => {
    const diary = town[provider];
    const start = soon();
    diary.put(TITLE, start);
    const before = essence(diary.text());
    await connect(diary);
    await openCircle();
    await live(await known(start));
    await writeIt(diary);
    await isWritten().waitFor();
    expect(isIn(diary.dateText(0))).toBe(true);

    // After the date with the roles was cleaned, and before the series is.
    let writes = 0;
    let isStopped = (): void => undefined;
    const stopped = new Promise<void>((done) => {
      isStopped = done;
    });
    town.before = async (method, url) => {
      if (method !== 'PATCH' || !/\/events\//.test(url)) return;
      if (++writes !== 2) return;
      isStopped();
      await new Promise(() => undefined);
    };
    await button('Take it out of the event').click();
    await stopped;
    await rig.restartWorker();
    town.before = () => undefined;
    expect(isIn(diary.text())).toBe(true);
    expect(await enrichments()).toHaveLength(1);
    await page.goto('about:blank');
    await ring();
    await expect.poll(() => isIn(diary.text()), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => enrichments()).toEqual([]);
    expect(essence(diary.text())).toEqual(before);
    expect(isIn(diary.dateText(0))).toBe(false);
  });

  it('is taken out before the account is disconnected', async () => {
    const diary = town[provider];
    diary.put(TITLE, soon());
    const before = essence(diary.text());
    await connect(diary);
    await openCircle();
    await writeIt(diary);
    await isWritten().waitFor();
    await page.goto(page.url().replace(/#.*/, '#/calendars'));
    await button('Disconnect').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Connected accounts').waitFor({ state: 'detached' });
    expect(essence(diary.text())).toEqual(before);
    expect(await enrichments()).toEqual([]);
  });
});

it('two circles, one in each service, are written side by side; neither hears of the other', async () => {
  const names = { google: 'Peer mentoring circle', microsoft: 'Mentoring circle of the lab' } as const;
  for (const provider of ['google', 'microsoft'] as const) {
    town[provider].put(names[provider], soon());
    await connect(town[provider]);
    await openCircle(names[provider]);
    await writeIt(town[provider]);
    await isWritten().waitFor();
  }
  for (const provider of ['google', 'microsoft'] as const) expect(isIn(town[provider].text())).toBe(true);
  await goToCircle(names.google);
  await button('Take it out of the event').click();
  await button('Write it into the event').waitFor();
  expect(isIn(town.google.text())).toBe(false);
  expect(isIn(town.microsoft.text())).toBe(true);
});

it('does not write over another member’s Circlekeeper unless told to', async () => {
  const diary = town.google;
  diary.put(TITLE, soon());
  diary.say(
    `Ours.\n\n— Circlekeeper: our agenda —\nTheir agenda: 5 min\n— end of the agenda from Circlekeeper —`,
  );
  await connect(diary);
  await openCircle();
  await writeIt(diary);
  await page.getByText('Another member’s Circlekeeper already writes there').waitFor();
  expect(lines(diary.text())).toContain('Their agenda: 5 min');
  expect(await axeFindings(page)).toEqual([]);
  await button('Take it over').click();
  await isWritten().waitFor();
  expect(lines(diary.text())).not.toContain('Their agenda: 5 min');
  expect(lines(diary.text()).filter((line) => line === OPENING)).toHaveLength(1);
});
