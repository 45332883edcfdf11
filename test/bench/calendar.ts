import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../rig/launch.ts';
import { bundle } from './bundle.ts';
import { EVENTS, WORKER } from './calendar-bench.ts';
import type { Measured } from './measure.ts';
import { median } from './measure.ts';
import { benchPage, call } from './page.ts';

const RUNS = 5;
/** How often a worker does its task again before it counts as warm. */
const WARM = 8;

/**
 * Spotting all series of a calendar against parsing it with ical.js, in Chromium. In fresh workers, where imports run:
 * what people wait for, code and word list loaded for the first time, and once it is warm; then in fresh pages.
 */
export async function spotting(extensionDir: string): Promise<Measured[]> {
  await writeFile(join(extensionDir, WORKER), await bundle('in-worker.ts'));
  const rig = await launch({ port: 9, extensionDir });
  try {
    const first = { ours: [] as number[], bare: [] as number[] };
    const warm = { ours: [] as number[], bare: [] as number[] };
    const inPage = { ours: [] as number[], bare: [] as number[] };
    let found = { circles: 0, series: 0 };
    for (let run = 0; run < RUNS; run++) {
      const page = await benchPage(rig);
      const bare = await call(page, 'parseInWorker', WARM);
      const { ms, ...counts } = await call(page, 'spotInWorker', WARM);
      inPage.bare.push(await call(page, 'parse', EVENTS));
      await page.close();
      first.bare.push(bare.ms[0] ?? 0);
      first.ours.push(ms[0] ?? 0);
      warm.bare.push(bare.ms.at(-1) ?? 0);
      warm.ours.push(ms.at(-1) ?? 0);
      const second = await benchPage(rig);
      inPage.ours.push((await call(second, 'spotAll', EVENTS)).ms[0] ?? 0);
      await second.close();
      found = counts;
    }
    const row = (what: string, { ours, bare }: typeof first): Measured => ({
      bench: 'spot',
      what: `spotting circles in ${EVENTS.toLocaleString('en')} events, ${what}`,
      ours: median(ours),
      peer: median(bare),
      against: 'ical.js parsing them',
      unit: 'ms',
      aim: '≤ 0.2×',
      runs: RUNS,
      beside: found,
    });
    return [row('first time in a worker', first), row('warm', warm), row('first time in a page', inPage)];
  } finally {
    await rig.close();
  }
}

/** Importing a calendar file, database included, against ical.js parsing and expanding it; cold pages, taking turns. */
export async function importing(extensionDir: string): Promise<Measured[]> {
  const rig = await launch({ port: 9, extensionDir });
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    const parsed: number[] = [];
    let found = 0;
    let occurrences = 0;
    for (let run = 0; run < RUNS; run++) {
      // A page each, so that neither has warmed the other up: people import a file once.
      const first = await benchPage(rig);
      const imported = await call(first, 'importAll', EVENTS);
      await first.close();
      const second = await benchPage(rig);
      const expanded = await call(second, 'parseAndExpand', EVENTS);
      await second.close();
      const third = await benchPage(rig);
      parsed.push(await call(third, 'parse', EVENTS));
      await third.close();
      ours.push(imported.ms);
      bare.push(expanded.ms);
      found = imported.found;
      occurrences = expanded.occurrences;
    }
    return [
      {
        bench: 'import',
        what: `importing ${EVENTS.toLocaleString('en')} events, database included`,
        ours: median(ours),
        peer: median(bare),
        against: 'ical.js parsing and expanding them',
        unit: 'ms',
        aim: '≤ 1.1×, under 1.5 s',
        runs: RUNS,
        beside: {
          'series stored': found,
          'occurrences by ical.js': occurrences,
          'ical.js parsing alone, ms': Math.round(median(parsed)),
        },
      },
    ];
  } finally {
    await rig.close();
  }
}
