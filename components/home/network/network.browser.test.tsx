import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { createCircle } from '@/lib/circle/commands';
import { CLOSENESS, SUPPORTS, TIE_CATEGORIES } from '@/lib/network/facts';
import { markContact, setRhythm, type TieRow, writeTie } from '@/lib/network/tie';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { remindOfTies } from '@/lib/store/remind-ties';
import { importFile } from '@/lib/store/sources';
import { freshDatabase } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { settled } from '@/test/builders/look-at';
import { mount } from '@/test/gallery/mount';
import { NetworkPage } from './NetworkPage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

const NAMES = [
  'Bea Ortiz',
  'Chen Wei',
  'Dana Okafor',
  'Emil Sørensen',
  'Farah Haddad',
  'Grace Lee',
  'Hugo Marín',
];
const db = () => database();
let shown: Awaited<ReturnType<typeof mount>> | undefined;

beforeEach(async () => {
  await page.viewport(900, 1000);
  await db().delete();
  expect(await openDatabase(db())).toBeNull();
  location.hash = '';
});

afterEach(() => {
  vi.restoreAllMocks();
  shown?.remove();
  shown = undefined;
});

async function show(tieId: string | null = null): Promise<void> {
  const node = (
    <ToastProvider>
      <main>
        <NetworkPage tieId={tieId} />
      </main>
    </ToastProvider>
  );
  if (shown) await shown.show(node);
  else shown = await mount(node);
}

const circle = (id: string, name: string, people: readonly string[]) =>
  append(
    db(),
    createCircle(
      {
        id,
        name,
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: [],
        links: [{ kind: 'series', value: `${id}@calendar` }],
        members: people.map((one, at) => ({
          id: `${id}-${at}`,
          name: one,
          email: `${one.split(' ')[0]?.toLowerCase()}@example.org`,
          guide: null,
          isMe: at === 0,
        })),
      },
      0,
      '2020-01-01',
    ),
  );

/** So many ties of every kind; each third with a contact, each fourth with a rhythm. */
async function people(count: number): Promise<void> {
  const drafts = Array.from({ length: count }, (_, at) => {
    const name = `${NAMES[at % NAMES.length]}${at < NAMES.length ? '' : ` ${at}`}`;
    return writeTie(
      `t${at}`,
      {
        name,
        email: `p${at}@example.org`,
        support: SUPPORTS.filter((_one, index) => (at + index) % 3 !== 0),
        closeness: at % 9 === 8 ? null : (CLOSENESS[at % 3] ?? null),
        category: at % 11 === 10 ? null : (TIE_CATEGORIES[(at * 5) % 7] ?? null),
        standing: at % 4 === 1 ? 'nearPeer' : 'peer',
        metIn: null,
      },
      null,
      at,
    );
  });
  await append(db(), drafts);
  const contacts = Array.from({ length: count }, (_, at) =>
    at % 3 === 0 ? [markContact(`t${at}`, `2020-0${1 + (at % 6)}-10`, 1)] : [],
  );
  await append(db(), contacts.flat());
  const rows = await db().ties.toArray();
  await append(
    db(),
    rows
      .filter((_, at) => at % 4 === 0)
      .map((tie) => setRhythm(tie, { every: 3, unit: 'weeks' }, '2020-01-01', 2)),
  );
}

const tieOf = async (name: string): Promise<TieRow> => {
  const row = (await db().ties.toArray()).find((one) => one.name === name);
  if (!row) throw new Error(`no tie with ${name}`);
  return row;
};

async function expectAccessible(): Promise<void> {
  await settled();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

const overlaps = (): string[] => {
  const boxes = [...document.querySelectorAll<SVGElement>('.tie-map > svg .dot-shape')].map((one) =>
    one.getBoundingClientRect(),
  );
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => {
      const apart = Math.hypot(
        a.x + a.width / 2 - b.x - b.width / 2,
        a.y + a.height / 2 - b.y - b.height / 2,
      );
      return apart < (a.width + b.width) / 2 - 0.5 ? [`${a.x},${a.y} and ${b.x},${b.y}`] : [];
    }),
  );
};

describe('an empty network', () => {
  it('asks a question for each empty part, and one name is enough to answer it', async () => {
    await show();
    await expect.element(page.getByText(/^Nobody is here yet/)).toBeVisible();
    const question = page.getByRole('textbox', { name: 'Whom do you know from earlier jobs?' });
    // The plus on the map leads to the field of its question.
    await page.getByRole('link', { name: 'Whom do you know from earlier jobs?' }).click();
    await expect.element(question).toHaveFocus();
    await userEvent.keyboard('Bea Ortiz{Enter}');
    await expect.element(page.getByText('Added: Bea Ortiz')).toBeVisible();
    await expect.element(question).toHaveValue('');
    expect(await tieOf('Bea Ortiz')).toMatchObject({ category: 'colleaguesBefore', closeness: null });
    await expectAccessible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(0));
  });
});

describe('the map', () => {
  it('holds sixty ties at 320 px and wide, none over another, each a link that says all of it', async () => {
    await circle('c', 'Thursday circle', ['Ana Silva', 'Bo Lind', 'Cleo Tan']);
    await people(60);
    for (const width of [320, 900]) {
      await page.viewport(width, 1000);
      await show();
      const links = () => document.querySelectorAll('.tie-map > svg a.tie-dot');
      await vi.waitFor(() => expect(links()).toHaveLength(60));
      expect(overlaps()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      shown?.remove();
      shown = undefined;
    }
    await show();
    await expect
      .element(
        page.getByRole('link', {
          name: /^Bea Ortiz, Colleagues now, close, peer, good for .*, in touch .* ago, every 3 weeks, time for a word$/,
        }),
      )
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('link', { name: 'Thursday circle: You, Bo Lind, and Cleo Tan' }))
      .toBeInTheDocument();
    await expectAccessible();
  });

  it('is a list as well, with everybody who is on the map, found by a word', async () => {
    await circle('c', 'Thursday circle', ['Ana Silva', 'Bo Lind']);
    await people(16);
    await show();
    await page.getByRole('radio', { name: 'List' }).click();
    await vi.waitFor(() => expect(document.querySelectorAll('.tie-line')).toHaveLength(17));
    await page.getByRole('searchbox', { name: 'Search' }).fill('sorensen');
    await expect.element(page.getByRole('status').filter({ hasText: '2 people' })).toBeVisible();
    await expectAccessible();
  });
});

describe('a tie', () => {
  it('is marked as in touch and undone, has a rhythm, and is taken off and brought back', async () => {
    await people(2);
    await show('t1');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Chen Wei' })).toBeVisible();
    await page.getByRole('button', { name: 'We were in touch' }).click();
    await expect.element(page.getByText('in touch today')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('no contact noted yet')).toBeVisible();
    await page.getByRole('combobox', { name: 'How often' }).selectOptions('Every so many months');
    await vi.waitFor(async () =>
      expect((await tieOf('Chen Wei')).rhythm).toMatchObject({ every: 3, unit: 'months' }),
    );
    await expectAccessible();
    await page.getByRole('button', { name: 'More for Chen Wei' }).click();
    await page.getByRole('menuitem', { name: 'Take off the network' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(1));
    await page.getByRole('button', { name: 'Undo' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(2));
    expect((await tieOf('Chen Wei')).rhythm?.every).toBe(3);
  });

  it('keeps what was said of it on another device while its page is open, and every choice of a quick hand', async () => {
    await people(1);
    await show('t0');
    const close = page.getByRole('combobox', { name: 'How close you are' });
    await expect.element(close).toHaveValue('close');
    const before = await tieOf('Bea Ortiz');
    await append(db(), [writeTie('t0', { ...before, closeness: 'distant', notes: 'Likes tea' }, before, 3)]);
    await expect.element(close).toHaveValue('distant');
    const notes = page.getByRole('textbox', { name: 'What you want to remember' });
    await expect.element(notes).toHaveValue('Likes tea');
    // Nothing in between has reached the disk.
    const group = page.getByRole('group', { name: /^What Bea Ortiz and you are good/ });
    const boxes = group.getByRole('checkbox').elements() as HTMLInputElement[];
    const wasOn = boxes.map((box) => box.checked);
    for (const box of boxes) box.click();
    await page.getByRole('combobox', { name: 'You know each other from' }).selectOptions('colleaguesBefore');
    await vi.waitFor(async () =>
      expect(await tieOf('Bea Ortiz')).toMatchObject({
        support: SUPPORTS.filter((_, at) => !wasOn[at]),
        category: 'colleaguesBefore',
        closeness: 'distant',
        notes: 'Likes tea',
      }),
    );
    // What cannot be stored is said, and does not stand there as if it were.
    vi.spyOn(db().facts, 'bulkPut').mockRejectedValue(new DOMException('', 'UnknownError'));
    await close.selectOptions('close');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(close).toHaveValue('distant');
  });

  it('gets a note that opens in one’s own mail, and is marked as in touch only when one says it was sent', async () => {
    await people(1);
    await show('t0');
    await page.getByRole('textbox', { name: 'Your news' }).fill('The grant came, 50% & more.');
    const open = page.getByRole('link', { name: 'Open in my mail' });
    const href = open.element().getAttribute('href') ?? '';
    expect(href).toMatch(
      /^mailto:p0@example\.org\?subject=A%20short%20hello&body=Dear%20Bea%2C%0D%0A%0D%0AThe%20grant%20came%2C%2050%25%20%26%20more\./,
    );
    // The test's browser has no mail; the press is what counts.
    open.element().addEventListener('click', (event) => event.preventDefault());
    await open.click();
    expect((await tieOf('Bea Ortiz')).contacts).toHaveLength(1);
    await page.getByRole('button', { name: 'Sent', exact: true }).click();
    await vi.waitFor(async () => expect((await tieOf('Bea Ortiz')).contacts).toHaveLength(2));
    const facts = JSON.stringify(await db().facts.toArray());
    expect(facts).not.toContain('grant');
  });

  it('is one with another of the same address when one says so, and two again when undone', async () => {
    await people(1);
    const one = await tieOf('Bea Ortiz');
    await append(db(), [writeTie('twin', { ...one, name: 'B. Ortiz' }, null, 99)]);
    await show();
    await page.getByRole('button', { name: 'Same person' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(1));
    await page.getByRole('button', { name: 'Undo' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(2));
  });
});

describe('guests of past meetings', () => {
  const calendar = (): Blob =>
    new Blob([
      vcalendar([
        vevent([
          'UID:c@calendar',
          'SUMMARY:Peer mentoring circle',
          'DTSTAMP:20200101T000000Z',
          'DTSTART:20200108T150000Z',
          'DTEND:20200108T163000Z',
          'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4',
          'ATTENDEE;CN=Ana Silva:mailto:ana@example.org',
          'ATTENDEE;CN=Bo Lind:mailto:bo@example.org',
          'ATTENDEE;CN=Ruth Amann:mailto:ruth@example.org',
          'ATTENDEE;CN=Sam Ito:mailto:sam@example.org',
        ]),
      ]),
    ]);

  it('are offered one by one, and nothing of them is stored before a press', async () => {
    await circle('c', 'Thursday circle', ['Ana Silva', 'Bo Lind']);
    await importFile(db(), { name: 'calendar.ics', content: calendar() }, { now: Date.UTC(2020, 2, 20) });
    await show();
    await expect.element(page.getByRole('button', { name: 'Add Ruth Amann' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Add Sam Ito' }).elements()).toHaveLength(0);
    const facts = async () => JSON.stringify(await db().facts.toArray());
    expect(await facts()).not.toMatch(/ruth|sam@/i);
    await page.getByRole('button', { name: 'Not this one: Ruth Amann' }).click();
    await page.getByRole('button', { name: 'Add Sam Ito' }).click();
    await vi.waitFor(async () => expect(await db().ties.count()).toBe(1));
    expect(page.getByRole('button', { name: /Ruth Amann/ }).elements()).toHaveLength(0);
    expect(await facts()).not.toMatch(/ruth/i);
    expect(await tieOf('Sam Ito')).toMatchObject({ email: 'sam@example.org', category: null });
  });
});

describe('a reminder', () => {
  it('comes only when it is wanted, in the morning, once for what became due since', async () => {
    const { db: fresh, clock } = await freshDatabase(Date.UTC(2026, 9, 20, 12));
    const at = (day: number, hour: number) => Date.UTC(2026, 9, day, hour);
    let said = 0;
    let wanted = false;
    const look = (now: number) => {
      clock.now = now;
      const world = {
        isWanted: async () => wanted,
        maySpeak: async () => true,
        show: async () => {
          said += 1;
        },
      };
      return remindOfTies(fresh, world, 'Europe/Berlin');
    };
    await append(fresh, [
      writeTie(
        't',
        { name: 'Bea', email: '', support: [], closeness: null, category: null, standing: null, metIn: null },
        null,
        1,
      ),
    ]);
    const [tie] = await fresh.ties.toArray();
    if (!tie) throw new Error('no tie');
    await append(fresh, [setRhythm(tie, { every: 1, unit: 'weeks' }, '2026-10-18', 2)]);
    expect(await look(at(20, 12))).toBeNull();
    wanted = true;
    // Due on the 25th, when Berlin's clocks go back: nine o'clock is 08:00 UTC.
    expect(await look(at(20, 12))).toBe(at(25, 8));
    expect(await look(at(25, 7))).toBe(at(25, 8));
    expect(said).toBe(0);
    expect(await look(at(25, 8))).toBeNull();
    await look(at(26, 12));
    expect(said).toBe(1);
  });
});

describe('looking back as a mentor', () => {
  it('is written, changed and erased for good', async () => {
    await show('reflection');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page
      .getByRole('textbox', { name: 'Whom do you mentor, and what is their situation?' })
      .fill('Two first-year residents');
    await page
      .getByRole('group', { name: 'What did you show them lately?' })
      .getByRole('checkbox', { name: 'listening closely' })
      .click();
    await expectAccessible();
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect
      .element(page.getByRole('list', { name: 'What you wrote before' }).getByText('listening closely'))
      .toBeVisible();
    await page.getByRole('button', { name: /^More for / }).click();
    await page.getByRole('menuitem', { name: 'Change' }).click();
    await page.getByRole('textbox', { name: 'What gets in the way?' }).fill('Time');
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect.element(page.getByText('Time', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^More for / }).click();
    await page.getByRole('menuitem', { name: 'Erase for good' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Erase for good' }).click();
    await vi.waitFor(() => expect(page.getByText('Two first-year residents').elements()).toHaveLength(0));
    expect(JSON.stringify(await db().facts.toArray())).not.toContain('residents');
  });
});
