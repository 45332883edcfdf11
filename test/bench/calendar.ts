import { launch } from '../rig/launch.ts';
import type { Measured } from './measure.ts';
import { median } from './measure.ts';
import { benchPage, call } from './page.ts';

const EVENTS = 10_000;
const RUNS = 5;

/**
 * Spotting all series of a calendar against parsing it with ical.js, in Chromium: for the first time in a page each, as
 * an import meets them, and once both are warm, in one page and taking turns.
 */
export async function spotting(extensionDir: string): Promise<Measured[]> {
  const rig = await launch({ port: 9, extensionDir });
  try {
    const cold = { ours: [] as number[], bare: [] as number[] };
    const warm = { ours: [] as number[], bare: [] as number[] };
    let found = { circles: 0, series: 0 };
    for (let run = 0; run < RUNS; run++) {
      const parsing = await benchPage(rig);
      cold.bare.push(await call(parsing, 'parse', EVENTS));
      await parsing.close();
      const page = await benchPage(rig);
      const { ms, ...counts } = await call(page, 'spotAll', EVENTS);
      await page.close();
      cold.ours.push(ms);
      found = counts;
    }
    const page = await benchPage(rig);
    for (let run = -3; run < RUNS; run++) {
      const bare = await call(page, 'parse', EVENTS);
      const { ms } = await call(page, 'spotAll', EVENTS);
      if (run < 0) continue;
      warm.bare.push(bare);
      warm.ours.push(ms);
    }
    const row = (what: string, { ours, bare }: typeof cold): Measured => ({
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
    return [row('first time', cold), row('warm', warm)];
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
