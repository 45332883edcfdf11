import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { lookAt } from '@/test/builders/look-at';
import { mountAtHome } from '@/test/gallery/mount';
import { OfficePage } from './OfficePage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../../home.css';

let shown: Awaited<ReturnType<typeof mountAtHome>>;
afterEach(() => shown.remove());

const HALVES = ['2025-H1', '2025-H2', '2026-H1'];
/** A number from 0 to `below` that only these two decide. */
const pick = (circle: number, salt: number, below: number): number =>
  (((circle + 1) * 2654435761 + salt * 40503) % 4294967296) % below;
const band = (low: number) => ({ from: low * 5, to: low * 5 + 4 });

/** The lower end, in steps of five, of what each circle gives. Every fifth circle has one half-year, others three. */
const lows = Array.from({ length: 200 }, (_, circle) =>
  HALVES.slice(circle % 5 === 0 ? 2 : 0).map((key, i) => ({
    key,
    members: 1 + pick(circle, 1, 2),
    meetings: pick(circle, 10 + i, 4),
    kept: pick(circle, 20 + i, 30),
  })),
);
const text = (circle: number): string =>
  JSON.stringify({
    format: 'circlekeeper-counts',
    version: 1,
    report: `circle-number-${String(circle).padStart(4, '0')}`,
    sentence: null,
    halves: (lows[circle] ?? []).map(({ key, members, meetings, kept }) => ({
      key,
      cells: { members: band(members), meetings: band(meetings), kept: band(kept) },
    })),
  });
const file = (name: string, words: string) => new File([words], name, { type: 'application/json' });

it('adds up two hundred circles dropped in two heaps at once, and names each file that is broken, doubled or too many', async () => {
  shown = await mountAtHome(<OfficePage />);
  const good = lows.map((_, circle) => file(`circle-${circle}.json`, text(circle)));
  const input = page.getByLabelText('Count files', { exact: true }).element();
  if (!(input instanceof HTMLInputElement)) throw new Error('no field for files');
  const drop = (files: readonly File[]) => {
    const heap = new DataTransfer();
    for (const one of files) heap.items.add(one);
    input.files = heap.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const begun = performance.now();
  // The second heap comes while the first is still being read.
  drop(good.slice(0, 120));
  drop([
    ...good.slice(120),
    file('cut.json', text(7).slice(0, -20)),
    file('twice.json', text(3)),
    file('exact.json', text(9).replace(/"from":\d+/, '"from":7')),
    file('one-more.json', text(0).replace('circle-number-0000', 'circle-number-9999')),
  ]);
  await expect.element(page.getByRole('heading', { name: '200 circles together' })).toBeVisible();
  console.log(`200 count files and 4 that are none: ${Math.round(performance.now() - begun)} ms`);

  const alert = page.getByRole('alert').element().textContent;
  expect(alert).toMatch(/^4 files were not added/);
  for (const words of [
    /cut\.json/,
    /twice\.json is here already, as circle-3\.json/,
    /exact\.json holds/,
    /one-more\.json/,
  ])
    expect(alert).toMatch(words);

  // By itself, in whole steps: n ranges that begin at 5 × low each reach from 5 × Σ low to 5 × Σ low + 4 n.
  const sum = (name: 'meetings' | 'kept', key?: string) => {
    const given = lows.flat().filter((half) => key === undefined || half.key === key);
    const from = 5 * given.reduce((all, half) => all + half[name], 0);
    return [from, from + 4 * given.length];
  };
  const numbers = (name: string) =>
    page
      .getByRole('row', { name: new RegExp(`^${name} `) })
      .getByRole('cell')
      .element()
      .textContent?.replaceAll(',', '')
      .match(/\d+/g)
      ?.map(Number);
  expect(numbers('Contracts kept')).toEqual(sum('kept'));
  expect(numbers('Meetings held')).toEqual(sum('meetings'));
  const members = 5 * lows.reduce((all, halves) => all + (halves.at(-1)?.members ?? 0), 0);
  expect(numbers('Members')).toEqual([members, members + 4 * 200]);
  await page.getByRole('combobox', { name: 'Time' }).selectOptions('January – June 2025');
  await expect.element(page.getByRole('heading', { name: '160 circles together' })).toBeVisible();
  expect(numbers('Contracts kept')).toEqual(sum('kept', '2025-H1'));
  const remove = page.getByRole('button', { name: 'Remove circle-1.json', exact: true });
  remove.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: '159 circles together' })).toBeVisible();
  await lookAt('../../../../test-results/insights/office-200', { rules: { region: { enabled: false } } });
});
