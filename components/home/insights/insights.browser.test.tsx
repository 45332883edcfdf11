import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { reportWordingOf } from '@/lib/circle/agreement';
import { giveThumb, setReportLine } from '@/lib/circle/edit';
import { append } from '@/lib/store/append';
import { exportEverything } from '@/lib/store/backup';
import { database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';
import { listGiven } from '@/lib/store/insight';
import { openDatabase } from '@/lib/store/open';
import { reportAgreed } from '@/lib/store/report-agreed';
import { livelyYear } from '@/test/builders/lively-year';
import { lookAt } from '@/test/builders/look-at';
import { bring, comeIn, sharedCircle } from '@/test/builders/sharing';
import { mountAtHome } from '@/test/gallery/mount';
import { type Row, type Tables, tablesFromExport } from '@/test/insight/from-export';
import { CirclesPage } from '../circles/CirclesPage.tsx';
import { InsightsPage } from './InsightsPage.tsx';
import { OfficePage } from './office/OfficePage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../home.css';

const now = Date.now();
const year = livelyYear({ seed: 7, now });
let shown: Awaited<ReturnType<typeof mountAtHome>>;

const show = async (what: React.ReactNode) => {
  shown = await mountAtHome(what);
};

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
});
afterEach(() => shown.remove());

/** Light and wide, dark and narrow; accessible in both. */
const picture = (name: string) =>
  lookAt(`../../../test-results/insights/${name}`, { whole: true, rules: { region: { enabled: false } } });

/** As a printer or a member's own colours show it. */
const look = async (name: string, emulated: object, check: () => Promise<void> = async () => {}) => {
  await cdp().send('Emulation.setEmulatedMedia', emulated);
  await page.viewport(700, Math.min(8000, document.documentElement.scrollHeight + 40));
  await page.screenshot({ path: `../../../test-results/insights/${name}.png` });
  try {
    await check();
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '', features: [] });
    await page.viewport(900, 900);
  }
};

/** The rows of the table of a chart, as they stand on the page. */
const rowsOf = (title: string): Row[] => {
  const table = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent === title);
  return [...(table?.tBodies[0]?.rows ?? [])].map(
    (row): Row => [
      row.dataset.about ?? '',
      ...[...row.cells]
        .slice(1)
        .map((cell) => (cell.dataset.number === undefined ? null : Number(cell.dataset.number))),
    ],
  );
};

const TITLES: Readonly<Record<keyof Tables, string>> = {
  attendance: 'Who could come',
  gaps: 'From meeting to meeting',
  time: 'How evenly time went round',
  contracts: 'Contracts at your meetings',
  states: 'What became of your contracts',
  milestones: 'Milestones',
  mine: 'Your own contracts',
  pulse: 'Your own sense of safety',
};

describe('insights', () => {
  it('say what the place is for while there is nothing to count', async () => {
    await show(<InsightsPage circleId={null} />);
    await expect.element(page.getByText('Numbers come with the first circle')).toBeVisible();
    await picture('empty');
  });

  it('show on every chart what another program works out from the export', async () => {
    await ingest(database(), year.facts);
    await show(<InsightsPage circleId={year.id} />);
    const text = await exportEverything(database());
    for (const [words, span] of [
      ['Last 12 months', 'last12'],
      ['This year', 'year'],
      ['All', 'all'],
    ] as const) {
      await userEvent.click(page.getByRole('radio', { name: words }));
      const tables = tablesFromExport(text, { circle: year.id, span, now, zone: Temporal.Now.timeZoneId() });
      await vi.waitFor(() => {
        for (const [chart, title] of Object.entries(TITLES))
          expect(rowsOf(title)).toEqual(tables[chart as keyof Tables]);
      });
    }
    const chart = page.getByRole('img', { name: 'Who could come' });
    await expect.element(chart).toBeVisible();
    const { attendance } = tablesFromExport(text, {
      circle: year.id,
      span: 'all',
      now,
      zone: Temporal.Now.timeZoneId(),
    });
    expect(chart.element().querySelectorAll('.chart-main')).toHaveLength(attendance.length);
    await picture('charts');
    await look('charts-forced', { features: [{ name: 'forced-colors', value: 'active' }] });
    await look('charts-print', { media: 'print' });
    await userEvent.click(page.getByText('Table: Who could come'));
    await expect.element(page.getByRole('table', { name: 'Who could come' })).toBeVisible();
  });
});

describe('the report for a programme', () => {
  const CHOICES = ['Print', 'Save CSV', 'Save count file'];
  const files: { name: string; text: Promise<string> }[] = [];

  beforeEach(async () => {
    files.length = 0;
    await ingest(database(), year.facts);
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push({ name: '', text: (blob as Blob).text() });
      return '#saved';
    });
    vi.spyOn(window, 'print').mockImplementation(() => {});
    await show(<CirclesPage circleId={year.id} step="report" />);
  });
  afterEach(() => vi.restoreAllMocks());

  it('goes nowhere before all agreed to its sentence, and then what was left out stays at home', async () => {
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Report for your programme');
    for (const name of CHOICES) await expect.element(page.getByRole('button', { name })).toBeDisabled();
    await userEvent.fill(
      page.getByRole('textbox', { name: 'Sentence' }),
      'We meet every two weeks and keep at it.',
    );
    await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
    const agree = page.getByRole('checkbox', { name: /I asked everybody/ });
    await expect.element(agree).not.toBeChecked();
    for (const name of CHOICES) await expect.element(page.getByRole('button', { name })).toBeDisabled();
    await userEvent.click(agree);
    await expect.element(page.getByRole('button', { name: 'Print' })).toBeEnabled();
    await userEvent.click(page.getByRole('checkbox', { name: /^Contracts reported on/ }));
    expect(await listGiven(database(), year.id)).toEqual([]);
    expect(files).toEqual([]);
    await picture('report');
    await look('report-print', { media: 'print' }, async () => {
      await expect.element(page.getByText('Contracts kept: 80 to 84')).toBeVisible();
      await expect.element(page.getByText(/^Contracts reported on/)).not.toBeVisible();
      expect(page.getByRole('button').elements()).toEqual([]);
    });

    await userEvent.click(page.getByRole('button', { name: 'Save count file' }));
    await vi.waitFor(() => expect(files).toHaveLength(1));
    const file = JSON.parse((await files[0]?.text) ?? '');
    expect(file).toMatchObject({
      format: 'circlekeeper-counts',
      sentence: 'We meet every two weeks and keep at it.',
    });
    expect(Object.keys(file.halves[0].cells)).not.toContain('reported');
    await userEvent.click(page.getByRole('button', { name: 'Save CSV' }));
    await vi.waitFor(() => expect(files).toHaveLength(2));
    const csv = await files[1]?.text;
    expect(csv).toContain('Meetings held,10,14');
    expect(csv).not.toContain('reported on');
    await userEvent.click(page.getByRole('button', { name: 'Print' }));
    await vi.waitFor(() => expect(window.print).toHaveBeenCalledOnce());
    await expect.element(page.getByText(/: saved as count file, /)).toBeVisible();
    expect(await listGiven(database(), year.id)).toHaveLength(3);

    // Another sentence asks everybody again.
    await userEvent.click(page.getByRole('button', { name: 'Change', exact: true }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Sentence' }), 'We meet.');
    await userEvent.click(page.getByRole('button', { name: 'Save', exact: true }));
    await expect.element(page.getByRole('button', { name: 'Print' })).toBeDisabled();
  });
});

describe('in a shared circle', () => {
  it('each says for themselves whether counts go out: nobody ticks it for somebody who has a computer here', async () => {
    const ada = await sharedCircle();
    const { space } = ada;
    await comeIn(ada.db, database(), space, 'm-bo');
    const text = 'All agree.';
    await append(database(), [setReportLine(space, 'm-bo', { report: 'r'.repeat(22), text }, [])]);
    const thumb = { wording: reportWordingOf(text), agreed: true, meetingId: null };
    const say = (who: string) => append(database(), [giveThumb(space, 'm-bo', who, thumb, [])]);
    const missing = async () => (await reportAgreed(database(), space)).missing.map(({ name }) => name);
    expect(await missing()).toEqual(['Ada', 'Bo', 'Chen']);
    // Chen has no Circlekeeper; Ada has.
    for (const who of ['m-ada', 'm-bo', 'm-chen']) await say(who);
    expect(await missing()).toEqual(['Ada']);
    await bring(database(), ada.db, space);
    await append(ada.db, [giveThumb(space, 'm-ada', 'm-ada', thumb, [])]);
    await bring(ada.db, database(), space);
    expect(await missing()).toEqual([]);
    await show(<CirclesPage circleId={space} step="report" />);
    await expect.element(page.getByText('No half-year to report on yet')).toBeVisible();
  });
});

describe('the screen of a programme office', () => {
  const band = (from: number) => ({ from, to: from + 4 });
  const circle = (report: string, kept: number) =>
    JSON.stringify({
      format: 'circlekeeper-counts',
      version: 1,
      report: report.padEnd(22, 'x'),
      sentence: `We are ${report}.`,
      halves: [
        {
          key: '2026-H1',
          cells: {
            members: band(5),
            meetings: band(10),
            seats: band(70),
            away: band(10),
            kept: band(kept),
          },
          milestones: { grant: band(0), paper: band(5) },
        },
        { key: '2025-H2', cells: { members: band(5), kept: band(0) } },
      ],
    });
  const choose = (files: readonly [string, string][]) =>
    userEvent.upload(
      page.getByLabelText('Count files', { exact: true }),
      files.map(([name, text]) => new File([text], name, { type: 'application/json' })),
    );

  it('adds what it is given and explains each file it cannot add', async () => {
    await show(<OfficePage />);
    await expect.element(page.getByText('No counts yet')).toBeVisible();
    await choose([
      ['ada.json', circle('ada', 40)],
      ['bea.json', circle('bea', 0)],
      ['again.json', circle('ada', 40)],
      ['exact.json', circle('chen', 0).replace('"from":10,"to":14', '"from":11,"to":11')],
      ['backup.json', '{"format":"circlekeeper","version":1,"facts":[]}'],
      ['notes.txt', 'hello'],
    ]);
    await expect.element(page.getByRole('heading', { name: '2 circles together' })).toBeVisible();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('cell');
    await expect.element(row('Contracts kept')).toHaveTextContent('40 to 56');
    await expect.element(row('Meetings held')).toHaveTextContent('20 to 28');
    await expect.element(row('Members')).toHaveTextContent('10 to 18');
    const alert = page.getByRole('alert');
    expect(alert.element().textContent).toMatch(/^4 files were not added/);
    for (const words of [
      /again\.json is here already, as ada\.json/,
      /exact\.json holds numbers as they are/,
      /backup\.json is a member’s whole copy/,
      /notes\.txt is no count file/,
    ])
      expect(alert.element().textContent).toMatch(words);
    await page.getByRole('combobox', { name: 'Time' }).selectOptions('January – June 2026');
    await expect.element(row('Contracts kept')).toHaveTextContent('40 to 48');
    await picture('office');
    await userEvent.click(page.getByRole('button', { name: 'Remove ada.json' }));
    await expect.element(page.getByRole('heading', { name: 'One circle' })).toBeVisible();
    await expect.element(row('Contracts kept')).toHaveTextContent('fewer than 5');
  });
});
