import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { standIns, unreached, withoutPolyfill } from './unreached.ts';

const require = createRequire(import.meta.url);
const load = (code: string) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

it('reads and writes tables of text as with Node’s own Buffer', async () => {
  const { Buffer: Bytes } = await load(standIns.bytes);
  const texts = ['', 'a;b', '"Zoë, später"\r\n', '\ufeffname', '😀\t'];
  for (const text of texts) {
    const [ours, theirs] = [Bytes.from(text), Buffer.from(text)];
    expect([...ours]).toEqual([...theirs]);
    expect(ours.toString('utf8')).toBe(theirs.toString('utf8'));
    expect([...ours.slice(1, 3)]).toEqual([...theirs.subarray(1, 3)]);
    for (const other of texts) {
      expect(Math.sign(Bytes.compare(ours, Bytes.from(other)))).toBe(
        Buffer.compare(theirs, Buffer.from(other)),
      );
      expect(ours.equals(Bytes.from(other))).toBe(text === other);
      expect([...Bytes.concat([ours, Bytes.from(other)])]).toEqual([
        ...Buffer.concat([theirs, Buffer.from(other)]),
      ]);
    }
  }
  const [from, to] = [Bytes.from('abcdef'), Bytes.allocUnsafe(4)];
  from.copy(to, 1, 2, 5);
  expect(to.toString().slice(1)).toBe('cde');
  expect(Bytes.isBuffer(from)).toBe(true);
  expect(Bytes.isBuffer('abc')).toBe(false);
});

it.each([0, 1, 2])(
  'gives the height of a chart’s label of %i lines more as the calculator of CSS does',
  async (more) => {
    const { default: sum } = await load(standIns.lines);
    const calculate = require('reduce-css-calc') as (text: string) => string;
    for (const text of ['calc(0.71em)', `calc(${more} * -1em)`, `calc(${more / 2} * -1em + (0.71em / 2))`])
      expect(Number.parseFloat(sum(text)), text).toBeCloseTo(Number.parseFloat(calculate(text)) || 0, 4);
    expect(() => sum('calc(100% - 2px)')).toThrow('another kind');
  },
);

it('counts rules with the browser’s Temporal as rrule-temporal counts them with its own', async () => {
  const entry = require.resolve('rrule-temporal').replace(/index\.cjs$/, 'index.js');
  const [, file = ''] = /from"\.\/(src-[^"]+)"/.exec(readFileSync(entry, 'utf8')) ?? [];
  const whole = readFileSync(join(dirname(entry), file), 'utf8');
  const cut = withoutPolyfill(whole);
  expect(cut.length).toBeLessThan(whole.length * 0.7);
  const { t: Cut } = await load(cut);
  const { t: Whole } = await load(whole);
  for (const rruleString of [
    'DTSTART;TZID=Europe/Berlin:20260101T160000\nRRULE:FREQ=MONTHLY;BYDAY=-1TU;COUNT=14',
    'DTSTART;TZID=UTC:20260131T090000\nRRULE:FREQ=YEARLY;BYWEEKNO=5,53;BYDAY=MO,SU;COUNT=9',
    'DTSTART;TZID=Asia/Jerusalem:20260210T090000\nRRULE:RSCALE=HEBREW;FREQ=MONTHLY;BYMONTHDAY=1;COUNT=6',
  ])
    expect(new Cut({ rruleString }).all().map(String)).toEqual(new Whole({ rruleString }).all().map(String));
  expect(() => withoutPolyfill('export const other = 1;')).toThrow('another way');
});

it('reads and writes calendars with the parts of ical.js as with the whole', async () => {
  const entry = '\0entry';
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      unreached(),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `export { default } from 'ical.js';` : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = output.find((one) => one.type === 'chunk')?.code ?? '';
  const { default: part } = await load(code);
  const { default: whole } = await import('ical.js');
  for (const name of ['apple', 'fastmail']) {
    const text = readFileSync(join(import.meta.dirname, `../test/pages/ics/${name}.ics`), 'utf8');
    const read = whole.parse(text);
    expect(part.parse(text)).toEqual(read);
    expect(new part.Component(read).toString()).toBe(new whole.Component(read).toString());
  }
  expect(part.Time.fromDateString('2026-11-22').toString()).toBe('2026-11-22');
});
