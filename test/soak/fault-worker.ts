import type { Page } from 'playwright-core';
import { bigCalendar } from '../builders/ics.ts';
import type { Rig } from '../rig/launch.ts';
import { type FaultWorld, seeded, wait } from './fault-world.ts';

const HOST = 'feed.sandbox.test';
const FEED = `https://${HOST}/circles.ics`;
const EVENTS = 4_000;
/** Longer than it takes to read them, so that the end falls before, into and after the write. */
const READING_MS = 600;
const IMPORTING_MS = 1_200;
const STOPS = 6;
const IMPORTS = 4;

interface Chrome {
  chrome: {
    alarms: {
      create(name: string, when: { delayInMinutes: number; periodInMinutes: number }): Promise<void>;
      get(name: string): Promise<{ periodInMinutes?: number } | undefined>;
    };
  };
}

/** A calendar whose every title says which edition it is. */
const edition = (number: number): string =>
  bigCalendar({ events: EVENTS, seed: 7, year: new Date().getUTCFullYear() }).replaceAll(
    /^SUMMARY:/gm,
    `SUMMARY:edition ${number} of `,
  );

/**
 * The worker is stopped in the middle of reading a feed by its alarm, and the page in the middle of reading a file: what
 * stands of the calendar is one edition whole, with its name for the server, and the next alarm reads the newest.
 */
export async function stoppedInReading(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const rig = await world.start(await world.profile(), { grantHosts: [`https://${HOST}/*`] });
  let newest = 1;
  let asked = 0;
  world.sandbox.mount(HOST, async (request) => {
    asked += 1;
    const etag = `"${newest}"`;
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
    return new Response(edition(newest), { headers: { 'content-type': 'text/calendar', etag } });
  });
  const first = await rig.open('home.html#/calendars');
  await first.getByLabel('Calendar feed address').fill(FEED);
  await first.getByRole('button', { name: 'Add feed' }).click();
  await first.getByRole('region', { name: 'Your calendars' }).getByText('A busy year').waitFor();
  const size = (await standing(rig, 'feed')).series;
  await first.close();

  const figures = { stopped: 0, before: 0, after: 0, imports: 0, none: 0 };
  const stop = await stopper(rig);
  for (let i = 0; i < STOPS; i += 1) {
    newest += 1;
    const from = asked;
    await alarm(rig);
    while (asked === from) await wait(5);
    await wait(random() * READING_MS);
    await stop();
    figures.stopped += 1;
    const found = whole(seed, await standing(rig, 'feed'), size, [newest - 1, newest]);
    figures[found === newest ? 'after' : 'before'] += 1;
    await alarm(rig);
    await until(`seed ${seed}: edition ${newest} read by the next alarm`, async () => {
      const now = await standing(rig, 'feed');
      return now.editions.length === 1 && now.editions[0] === newest && now.series === size;
    });
    if (!(await hasAlarm(rig))) throw new Error(`seed ${seed}: the alarm is gone`);
  }

  for (let i = 0; i < IMPORTS; i += 1) {
    const page = await rig.open('home.html#/calendars');
    const buffer = Buffer.from(edition(1_000 + i));
    await page
      .getByLabel('Calendar file (.ics)')
      .setInputFiles({ name: 'editions.ics', mimeType: 'text/calendar', buffer });
    await wait(random() * IMPORTING_MS);
    await page.close();
    figures.imports += 1;
    const now = await standing(rig, 'file');
    if (now.sources === 0) {
      if (now.series > 0) throw new Error(`seed ${seed}: ${now.series} series of no file`);
      figures.none += 1;
    } else
      whole(
        seed,
        now,
        size,
        [...Array(i + 1).keys()].map((one) => 1_000 + one),
      );
    // The feed is none of its business.
    whole(seed, await standing(rig, 'feed'), size, [newest]);
  }
  await rig.close();
  return figures;
}

interface Standing {
  sources: number;
  /** By the rows of its series, not by what its source says. */
  series: number;
  editions: number[];
  etag: string | null;
}

/** @returns the one edition that stands. Throws when it is none of `possible`, or not all of it is there. */
function whole(seed: number, now: Standing, size: number, possible: readonly number[]): number {
  const [edition, ...others] = now.editions;
  if (edition === undefined || others.length > 0 || !possible.includes(edition) || now.series !== size)
    throw new Error(`seed ${seed}: ${JSON.stringify(now)}, and it was ${size} of ${possible.join(' or ')}`);
  if (now.etag !== null && now.etag !== `"${edition}"`)
    throw new Error(`seed ${seed}: edition ${edition} is held for ${now.etag}`);
  return edition;
}

const standing = (rig: Rig, kind: 'feed' | 'file'): Promise<Standing> =>
  rig.inExtension(async (wanted) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const db = await asked(indexedDB.open('circlekeeper'));
    const reading = db.transaction(['sources', 'series', 'chunks']);
    const all = <T>(table: string) => asked<T[]>(reading.objectStore(table).getAll());
    const [sources, rows, chunks] = await Promise.all([
      all<{ id: string; kind: string; etag: string | null }>('sources'),
      all<{ sourceId: string }>('series'),
      all<{ sourceId: string; series: object[] }>('chunks'),
    ]);
    db.close();
    const ours = sources.filter((one) => one.kind === wanted);
    const isOurs = ({ sourceId }: { sourceId: string }) =>
      sources.some((one) => one.id === sourceId)
        ? ours.some((one) => one.id === sourceId)
        : wanted === 'file';
    const series = [...rows.filter(isOurs), ...chunks.filter(isOurs).flatMap((chunk) => chunk.series)];
    return {
      sources: ours.length,
      series: series.length,
      editions: [...new Set(series.map((row) => Number(/edition (\d+) of /.exec(JSON.stringify(row))?.[1])))],
      etag: ours[0]?.etag ?? null,
    };
  }, kind);

/** The alarm as the worker made it, due now. */
const alarm = (rig: Rig) =>
  rig.inExtension(
    () =>
      (globalThis as unknown as Chrome).chrome.alarms.create('refresh-feeds', {
        delayInMinutes: 0,
        periodInMinutes: 360,
      }),
    null,
  );

const hasAlarm = (rig: Rig) =>
  rig.inExtension(
    async () =>
      (await (globalThis as unknown as Chrome).chrome.alarms.get('refresh-feeds'))?.periodInMinutes !==
      undefined,
    null,
  );

/** Gets ready to stop the worker at a given moment: a page and a session that are there before. */
async function stopper(rig: Rig): Promise<() => Promise<void>> {
  const page: Page = await rig.open('manifest.json');
  const session = await rig.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return async () => {
    const stopped = new Promise<void>((done) => {
      const hear = ({ versions }: { versions: { runningStatus: string }[] }) => {
        if (!versions.some((version) => version.runningStatus === 'stopped')) return;
        session.off('ServiceWorker.workerVersionUpdated', hear);
        done();
      };
      session.on('ServiceWorker.workerVersionUpdated', hear);
    });
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  };
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 150; looks += 1) {
    if (await isSo()) return;
    await wait(200);
  }
  throw new Error(`never: ${what}`);
}
