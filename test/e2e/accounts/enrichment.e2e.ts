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
import { itLive } from '../../rig/it-live.ts';
import { seed } from '../../rig/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type Desk, openDesk, SERVICES, SOME_SERVICES, soon, TITLE } from './desk.ts';
import type { Diary } from './town.ts';

const OPENING = '— Circlekeeper: our agenda —';

let sandbox: Sandbox;
let desk: Desk;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.close());
beforeEach(async () => {
  desk = await openDesk(sandbox);
});
afterEach(() => desk?.rig.close());

const button = (name: string) => desk.button(name);

/** Makes the circle of the event that was found, and opens its desk.page. */
async function openCircle(title = TITLE): Promise<void> {
  await desk.spotted(title).getByRole('button', { name: 'This is a circle' }).click();
  await desk.page.getByText(`${title} is ready`).waitFor();
  await goToCircle(title);
}

async function goToCircle(title = TITLE): Promise<void> {
  const { circles } = await desk.tables(['circles']);
  const id = String(circles?.find((one) => one.name === title)?.id);
  await desk.page.goto(desk.page.url().replace(/#.*/, `#/circles/${id}`));
  await desk.page.getByRole('heading', { name: 'In the calendar event' }).waitFor();
}

async function writeIt(diary: Diary): Promise<void> {
  await button('Write it into the event').click();
  if (diary.provider === 'microsoft') {
    const question = desk.page.getByRole('alertdialog');
    await expect.poll(() => question.textContent()).toContain('Outlook may mail the guests');
    await question.getByRole('button', { name: 'Write it all the same' }).click();
  }
}

const bodyOf = (content: string) => ({ type: 'html', content }) as const;
const lines = (content: string) => visibleLines(bodyOf(content));
const isIn = (content: string) => lines(content).includes(OPENING);
/** What stays of a description when text and links are looked at alone. */
const essence = (content: string) => ({ lines: lines(content), links: linksIn(bodyOf(content)) });

const enrichments = async () =>
  ((await desk.tables(['meta'])).meta ?? []).filter((row) => String(row.key).startsWith('enrich:'));

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
  const { circles, members } = await desk.tables(['circles', 'members']);
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
  await seed(desk.rig, facts);
  await desk.page.reload();
}

/** Another format, set by somebody else's device. */
async function useFormat({ circleId }: Known, formatId: string): Promise<void> {
  const { facts, write } = device(`format-${formatId}`);
  write([setRhythm(circleId, null, { formatId, everyDays: 14, lengthMin: 90 }, [])], Date.now());
  await seed(desk.rig, facts);
  await desk.page.reload();
}

/** Has the alarm that goes on with what was left ring now. */
const ring = () =>
  desk.rig.inExtension(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { alarms: { create(name: string, options: object): Promise<void> } };
    };
    await chrome.alarms.create('sync-accounts-again', { when: Date.now() + 10 });
  }, null);

const isWritten = () => desk.page.getByText(/^It stands in your event in/).last();
const isWrite = (method: string) => ['PATCH', 'POST', 'DELETE'].includes(method);

describe.each(SERVICES)('the agenda in an event of %s', (provider) => {
  const writing = provider === 'google' ? /auth\/calendar\.events(?![.\w])/ : /Calendars\.ReadWrite/;
  const asked = () => desk.town.sent.join('\n');

  it('is written when somebody asks for it, follows the circle, and leaves text and links as they were', async () => {
    const diary = desk.town[provider];
    const start = soon();
    diary.put(TITLE, start);
    const before = essence(diary.text());
    await desk.connect(diary);
    await openCircle();
    const circle = await known(start);
    await live(circle);
    await button('Write it into the event').waitFor();
    // Reading was all that was asked for up to here.
    expect(asked()).not.toMatch(writing);
    expect(await axeFindings(desk.page)).toEqual([]);

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
    expect(await axeFindings(desk.page)).toEqual([]);

    // Somebody changes the event between our reading and our writing.
    let isFirst = true;
    desk.town.before = (method, url) => {
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
    // The next date, which comes last.
    await expect
      .poll(() => lines(diary.dateText(0)), { timeout: 15_000 })
      .not.toContain('Work: 5 × 12:30 min');

    // What stands there already is not written again.
    diary.clearLog();
    await desk.page.reload();
    await desk.page.waitForTimeout(2500);
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
    const stored = JSON.stringify(await desk.tables(['facts']));
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
});

describe.each(SOME_SERVICES)('the agenda in an event of %s', (provider) => {
  it('stays out when somebody does not let it write, and reading goes on', async () => {
    const diary = desk.town[provider];
    diary.put(TITLE, soon());
    const before = diary.text();
    await desk.connect(diary);
    await openCircle();
    desk.inWindow = diary.deny;
    await writeIt(diary);
    const alert = desk.page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toContain('your calendar is read as before');
    expect(await axeFindings(desk.page)).toEqual([]);
    expect(diary.text()).toBe(before);
    expect(await enrichments()).toEqual([]);
    const { accounts } = await desk.tables(['accounts']);
    expect(accounts?.map(({ access, problem }) => ({ access, problem }))).toEqual([
      { access: 'read', problem: null },
    ]);
  });

  it('is taken out to the end although the background was stopped in the middle of it', async () => {
    const diary = desk.town[provider];
    const start = soon();
    diary.put(TITLE, start);
    const before = essence(diary.text());
    await desk.connect(diary);
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
    desk.town.before = async (method, url) => {
      if (method !== 'PATCH' || !/\/events\//.test(url)) return;
      if (++writes !== 2) return;
      isStopped();
      await new Promise(() => undefined);
    };
    await button('Take it out of the event').click();
    await stopped;
    await desk.rig.restartWorker();
    desk.town.before = () => undefined;
    expect(isIn(diary.text())).toBe(true);
    expect(await enrichments()).toHaveLength(1);
    await desk.page.goto('about:blank');
    await ring();
    await expect.poll(() => isIn(diary.text()), { timeout: 15_000 }).toBe(false);
    await expect.poll(() => enrichments()).toEqual([]);
    expect(essence(diary.text())).toEqual(before);
    expect(isIn(diary.dateText(0))).toBe(false);
  });

  itLive('is taken out before the account is disconnected', async () => {
    const diary = desk.town[provider];
    diary.put(TITLE, soon());
    const before = essence(diary.text());
    await desk.connect(diary);
    await openCircle();
    await writeIt(diary);
    await isWritten().waitFor();
    await desk.page.goto(desk.page.url().replace(/#.*/, '#/calendars'));
    await button('Disconnect').click();
    await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
    await desk.page.getByText('Connected accounts').waitFor({ state: 'detached' });
    expect(essence(diary.text())).toEqual(before);
    expect(await enrichments()).toEqual([]);
  });
});

itLive('two circles, one in each service, are written side by side; neither hears of the other', async () => {
  const names = { google: 'Peer mentoring circle', microsoft: 'Mentoring circle of the lab' } as const;
  for (const provider of SERVICES) {
    desk.town[provider].put(names[provider], soon());
    await desk.connect(desk.town[provider]);
    await openCircle(names[provider]);
    await writeIt(desk.town[provider]);
    await isWritten().waitFor();
  }
  for (const provider of SERVICES) expect(isIn(desk.town[provider].text())).toBe(true);
  await goToCircle(names.google);
  await button('Take it out of the event').click();
  await button('Write it into the event').waitFor();
  expect(isIn(desk.town.google.text())).toBe(false);
  expect(isIn(desk.town.microsoft.text())).toBe(true);
});

itLive('does not write over another member’s Circlekeeper unless told to', async () => {
  const diary = desk.town.google;
  diary.put(TITLE, soon());
  diary.say(
    `Ours.\n\n— Circlekeeper: our agenda —\nTheir agenda: 5 min\n— end of the agenda from Circlekeeper —`,
  );
  await desk.connect(diary);
  await openCircle();
  await writeIt(diary);
  await desk.page.getByText('Another member’s Circlekeeper already writes there').waitFor();
  expect(lines(diary.text())).toContain('Their agenda: 5 min');
  expect(await axeFindings(desk.page)).toEqual([]);
  await button('Take it over').click();
  await isWritten().waitFor();
  expect(lines(diary.text())).not.toContain('Their agenda: 5 min');
  expect(lines(diary.text()).filter((line) => line === OPENING)).toHaveLength(1);
});
