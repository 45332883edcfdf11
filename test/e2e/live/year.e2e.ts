import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asked, type Row, type Tables, tablesFromExport } from '../../insight/from-export.ts';
import { list, readExport } from '../../insight/read-export.ts';
import { launch, type Rig } from '../../rig/launch.ts';

/*
 * A year of a circle, by what people press: made by hand, 26 meetings a fortnight apart (one date is skipped), each in the
 * sidebar's own window, and in the end its charts and its report for the programme, held against what a second program reads
 * out of "Export everything".
 */
const MINUTE = 60_000;
const FORTNIGHT = 14 * 86_400_000;
const MEETINGS = 26;
/** Of the 27 dates in the calendar. */
const SKIPPED = 10;
const CIRCLE = 'Thursday peer mentoring circle';
const PEOPLE = ['Amira Said', 'Bo Olsen', 'Chen Wei', 'Dana Levi'] as const;
const OUTCOMES = ['Kept', 'Partly', 'Kept', 'Not yet', 'Kept', 'Released'] as const;

let rig: Rig;
let home: Page;
let room: Page;
let id = '';
let date = 0;
const bugs: string[] = [];
const watch = (page: Page): Page => {
  page.setDefaultTimeout(15_000);
  return page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
};

beforeAll(async () => {
  rig = await launch({ port: 9, viewport: { width: 900, height: 900 } });
  home = watch(await rig.open('home.html#/circles'));
});
afterAll(async () => {
  await rig.close();
  expect(bugs).toEqual([]);
});

const button = (name: string | RegExp, page = room) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const go = (hash: string) =>
  home.evaluate((to) => {
    location.hash = to;
  }, hash);
const step = async () => (await room.getByRole('timer').getAttribute('aria-label')) ?? '';
const wordsOf = (meeting: number, name: string) => `${name.split(' ')[0]} writes page ${meeting}`;
/** Whose one contract a short meeting makes, and the next one asks for. */
const turnOf = (meeting: number) => PEOPLE[meeting % PEOPLE.length] ?? PEOPLE[0];
const outcomeOf = (meeting: number) => OUTCOMES[meeting % OUTCOMES.length] ?? OUTCOMES[0];

/** The clock stands at the date of the calendar, some minutes into it. */
const moveTo = (minutes: number) => rig.moveClock(date * FORTNIGHT + minutes * MINUTE);

/** Every second week at this time, for a year. */
function calendar(): string {
  const stamp = (at: number) => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const first = Date.now() + 5 * MINUTE;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Circlekeeper//A year//EN',
    'BEGIN:VEVENT',
    'UID:a-year',
    `DTSTAMP:${stamp(first)}`,
    `DTSTART:${stamp(first)}`,
    `DTEND:${stamp(first + 90 * MINUTE)}`,
    `RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=${MEETINGS + 1}`,
    `SUMMARY:${CIRCLE}`,
    'X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

async function addContract(words: string, whose?: string): Promise<void> {
  await room.getByRole('textbox', { name: 'New contract' }).fill(words);
  if (whose) {
    const label = whose === PEOPLE[0] ? `${whose} (me)` : whose;
    await room.getByRole('combobox', { name: 'Member' }).selectOption({ label });
  }
  await button('Add contract').click();
  await room.getByRole('list', { name: 'Contracts' }).getByText(words).waitFor();
}

const report = (words: string, outcome: string) =>
  room
    .getByRole('group', { name: words, exact: true })
    .getByRole('radio', { name: outcome, exact: true })
    .check();

async function next(): Promise<void> {
  const before = await step();
  await button(/^Next/).click();
  await expect.poll(step, { interval: 20 }).not.toBe(before);
}

/** By the keyboard: under a short meeting the button lies behind what was just said of a contract. */
async function endMeeting(): Promise<void> {
  await button('End meeting').first().press('Enter');
  await room.getByRole('region', { name: 'Summary' }).waitFor();
}

/** All of its steps, each with what belongs there; turns take unlike long. */
async function wholeMeeting(meeting: number, reports: readonly (readonly [string, string])[]): Promise<void> {
  await button('Start meeting').click();
  let minutes = 0;
  for (;;) {
    const label = await step();
    const name = PEOPLE.find((one) => label.startsWith(one.split(' ')[0] ?? one)) ?? '';
    if (label.endsWith('reports'))
      for (const [words, outcome] of reports.filter(([words]) =>
        words.startsWith(name.split(' ')[0] ?? name),
      ))
        await report(words, outcome);
    if (label.endsWith('’s turn') && (name === PEOPLE[0] || name === PEOPLE[1])) {
      minutes += name === PEOPLE[0] ? 25 : 6;
      await moveTo(minutes);
    }
    if (label.endsWith('’s contract')) await addContract(wordsOf(meeting, name));
    if ((await button(/^Next/).count()) === 0) break;
    await next();
  }
  await endMeeting();
}

/** As short as a meeting gets: what became of one contract, and a new one. */
async function shortMeeting(meeting: number): Promise<void> {
  await button('Start meeting').click();
  await next();
  await next();
  await report(wordsOf(meeting - 1, turnOf(meeting - 1)), outcomeOf(meeting));
  await addContract(wordsOf(meeting, turnOf(meeting)), turnOf(meeting));
  await endMeeting();
}

it('a circle is made by hand, and goes by a calendar', async () => {
  await button('New circle', home).click();
  await home.getByRole('textbox', { name: 'Name', exact: true }).fill(CIRCLE);
  const person = home.getByRole('textbox', { name: 'Name of person 1' });
  await person.focus();
  for (const name of PEOPLE) {
    await home.keyboard.type(name);
    await home.keyboard.press('Enter');
    await expect.poll(() => home.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('');
  }
  await home.keyboard.press('Enter');
  const link = home.getByRole('textbox', { name: 'Link to the call, if there is one' });
  await link.fill('meet.google.com/abc-defg-hij');
  await link.press('Enter');
  await home.getByRole('textbox', { name: 'In your own words' }).press('Enter');
  await home.getByRole('heading', { level: 1, name: CIRCLE }).waitFor();
  id = home.url().split('/').at(-1) ?? '';
  await go('#/calendars');
  await home.getByLabel('Calendar file (.ics)').setInputFiles({
    name: 'year.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(calendar()),
  });
  await home.getByRole('button', { name: `Yes, this is ${CIRCLE}` }).click();
  await home.getByText('Decided (1)').waitFor();
});

it('meets 26 times in a year', async () => {
  await go(`#/circles/${id}`);
  room = watch(await rig.open(`sidebar.html?circle=${id}`));
  await wholeMeeting(1, []);
  date = 1;
  await moveTo(0);
  await room.getByText(/Meeting 2/).waitFor();
  await room.getByRole('checkbox', { name: 'Dana Levi' }).uncheck();
  await room.getByText('Dana is away').waitFor();
  await wholeMeeting(
    2,
    PEOPLE.slice(0, 3).map((name, at) => [wordsOf(1, name), outcomeOf(at)] as const),
  );
  for (let meeting = 3; meeting < MEETINGS; meeting += 1) {
    date += 1;
    if (date === SKIPPED) {
      await home.bringToFront();
      // A page looks at the time twice a minute; here a season has gone by in seconds.
      await home.reload();
      await home
        .getByRole('region', { name: 'Next meeting' })
        .getByRole('button', { name: /^Skip this date/ })
        .click();
      await home.getByRole('list', { name: 'Skipped dates' }).waitFor();
      await room.bringToFront();
      date += 1;
    }
    await moveTo(0);
    await shortMeeting(meeting);
  }
  date += 1;
  await moveTo(0);
  await wholeMeeting(MEETINGS, [[wordsOf(MEETINGS - 1, turnOf(MEETINGS - 1)), 'Kept']]);
  expect(date).toBe(MEETINGS);
});

it('writes down a milestone that may be told, a pulse, and a contract for nobody else', async () => {
  await room.getByRole('textbox', { name: 'New contract' }).fill('Ask about the offer');
  await room.getByRole('combobox', { name: 'Member' }).selectOption({ label: `${PEOPLE[0]} (me)` });
  await room.getByRole('checkbox', { name: 'Only me' }).check();
  await button('Add contract').click();
  await room.getByRole('list', { name: 'Contracts' }).getByText('Ask about the offer').waitFor();
  await home.bringToFront();
  await go(`#/circles/${id}/milestones`);
  await button('Add a milestone', home).first().click();
  await home.getByRole('radio', { name: 'Grant', exact: true }).check();
  await home.getByRole('textbox', { name: 'In a line' }).fill('The five-year grant');
  await home.getByRole('radio', { name: 'May be told outside, without names' }).check();
  await button('Add milestone', home).click();
  await home.getByText('The five-year grant').first().waitFor();
  await go(`#/circles/${id}/pulse`);
  await button('Answer the seven questions', home).click();
  const items = home.locator('.pulse-item');
  for (const [at, value] of [2, 6, 1, 5, 3, 7, 6].entries())
    await items
      .nth(at)
      .getByRole('radio', { name: String(value), exact: true })
      .check();
  await button('Keep my answers', home).click();
  await home.getByText('Kept, for you alone.').waitFor();
});

const TITLES: Readonly<Record<string, keyof Tables>> = {
  'Who could come': 'attendance',
  'From meeting to meeting': 'gaps',
  'How evenly time went round': 'time',
  'Contracts at your meetings': 'contracts',
  'What became of your contracts': 'states',
  Milestones: 'milestones',
  'Your own contracts': 'mine',
  'Your own sense of safety': 'pulse',
};

/** Every number in the tables behind the charts, as the page shows it. */
const shownTables = (): Promise<[string, Row[]][]> =>
  home.evaluate(() =>
    [...document.querySelectorAll('.numbers table')].map((table): [string, Row[]] => [
      table.querySelector('caption')?.textContent ?? '',
      [...table.querySelectorAll<HTMLElement>('tbody tr')].map(
        (row): Row => [
          row.dataset.about ?? '',
          ...[...row.querySelectorAll('td')].map((cell) =>
            cell.dataset.number === undefined ? null : Number(cell.dataset.number),
          ),
        ],
      ),
    ]),
  );

let text = '';
/** What the second program reads out of the export. */
const second = async (span: Asked['span']): Promise<Tables> => {
  const { now, zone } = await home.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, number>> } } };
    };
    const moved = (await chrome.storage.local.get('clock.offsetMs'))['clock.offsetMs'] ?? 0;
    return { now: Date.now() + moved, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  });
  return tablesFromExport(text, { circle: id, span, now, zone });
};

it('shows on every chart the numbers that a second program reads out of the export', async () => {
  await go('#/settings');
  const [file] = await Promise.all([
    home.waitForEvent('download'),
    button('Export everything', home).click(),
  ]);
  text = await readFile(await file.path(), 'utf8');
  await go('#/insights');
  for (const [label, span] of [
    ['Last 12 months', 'last12'],
    ['This year', 'year'],
    ['All', 'all'],
  ] as const) {
    await home.getByRole('radio', { name: label, exact: true }).check();
    const tables = await second(span);
    const wanted = Object.fromEntries(
      Object.entries(TITLES).flatMap(([title, chart]) =>
        tables[chart].length > 0 ? [[title, tables[chart]]] : [],
      ),
    );
    await expect.poll(async () => Object.fromEntries(await shownTables()), { interval: 50 }).toEqual(wanted);
  }
  // It is a year that is compared, not nothing with nothing.
  const all = await second('all');
  expect(all.attendance.length).toBe(MEETINGS);
  expect(all.attendance.filter(([, , , percent]) => percent === 75).length).toBe(1);
  expect(all.gaps.filter(([, days]) => days === 28).length).toBe(1);
  expect(all.time.length).toBe(3);
  expect(all.milestones.map(([about]) => about.slice(5))).toEqual(['grant']);
  expect(all.pulse.length).toBe(1);
  expect(all.mine.at(-1)).toEqual(['private', 0, 0, 0, 0, 0, 1]);
});

it('tells a programme ranges of those numbers, and nothing of a half-year that goes on', async () => {
  const { attendance, contracts } = await second('all');
  const entries = readExport(text);
  await go(`#/circles/${id}/report`);
  const period = home.getByRole('combobox', { name: 'Time' });
  await period.waitFor();
  const keys = await period
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  const half = (day: string) => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) > 6 ? 2 : 1}`;
  const halves = [...new Set(attendance.map(([day]) => half(day)))];
  const latest = half(attendance.at(-1)?.[0] ?? '');
  expect(keys.filter((key) => key?.includes('-H')).toSorted()).toEqual(
    halves.filter((key) => key !== latest),
  );
  for (const key of keys) {
    if (!key?.includes('-H')) continue;
    await period.selectOption(key);
    const own = (rows: readonly Row[], column: number) =>
      rows.filter(([about]) => half(about) === key).reduce((sum, row) => sum + Number(row[column]), 0);
    const band = (count: number) => [count - (count % 5), count - (count % 5) + 4] as const;
    const meetings = attendance.filter(([day]) => half(day) === key).length;
    const seats = band(own(attendance, 2));
    const away = band(own(attendance, 2) - own(attendance, 1));
    const told = entries.filter((one) => one.kind === 'milestone.consented' && one.body.scope !== 'circle');
    expect(list(told.map(({ entity }) => entity)).length).toBe(1);
    const range = ([from, to]: readonly [number, number]) =>
      from === 0 ? `fewer than ${to + 1}` : `${from} to ${to}`;
    const percent = (count: number, of: number) => 100 - (100 * count) / of;
    const wanted = [
      ['Meetings held', range(band(meetings))],
      ['Members', range(band(PEOPLE.length))],
      [
        'Attendance',
        seats[0] < 20
          ? 'too few to tell'
          : `${Math.max(0, Math.floor(percent(away[1], seats[0])))} to ${Math.ceil(percent(away[0], seats[1]))} %`,
      ],
      ['Contracts made', range(band(own(contracts, 1)))],
      ['Contracts reported on', range(band(own(contracts, 2)))],
      ['Contracts kept', range(band(own(contracts, 3)))],
    ];
    const lines = async () =>
      (await home.locator('.report-line').allTextContents()).map((line) => line.split(': '));
    await expect.poll(async () => (await lines()).slice(0, wanted.length)).toEqual(wanted);
    // Every kind of milestone is one line: none of them was told five times.
    expect((await lines()).slice(wanted.length).map((line) => line.at(-1))).toEqual(['fewer than 5']);
  }
});
