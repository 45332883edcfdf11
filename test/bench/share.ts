import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { meetingWeight } from '../builders/meeting-weight.ts';
import { startBroker } from '../rig/broker.ts';
import { openLine } from '../rig/cut-line.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { pageScript } from '../rig/page-script.ts';
import { startSandbox } from '../sandbox/server.ts';
import type { Lap, ShareBench } from './in-share.ts';
import { type Measured, median } from './measure.ts';

const MEMBERS = 8;
/** Two members in each: eight browsers beside each other would measure this machine's memory. */
const PROFILES = 4;
const ROUNDS = 60;
/** How long a relay that is not on this machine takes for each way, from or to it, ms. */
const LEG_MS = 20;
/** Two years of eight who meet every two weeks, three contracts each. */
const TWO_YEARS = 1_248;
const PACKET = 354;
const MEETING_MIN = 90;
const IDLE_S = 60;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** Sharing between eight members: from an act to seven databases, a late joiner, and what goes over the line. */
export async function share(extensionDir: string): Promise<Measured[]> {
  const [sandbox, broker, script] = await Promise.all([
    startSandbox(),
    startBroker({ more: ['log_type none'] }),
    pageScript(join(import.meta.dirname, 'in-share.ts')),
  ]);
  // The last member's is the line whose bytes are counted.
  const [line, rest] = [await openLine(broker.url), await openLine(broker.url)];
  const rigs: Rig[] = [];
  try {
    for (let n = 0; n < PROFILES; n += 1) rigs.push(await launch({ port: sandbox.port, extensionDir }));
    const member = async (n: number) => {
      const rig = rigs[n % PROFILES];
      if (!rig) throw new Error('no profile');
      const page = await rig.open('manifest.json');
      await page.evaluate(script);
      return caller(page);
    };
    const all = await Promise.all(Array.from({ length: MEMBERS }, (_, n) => member(n)));
    const [founder, ...others] = all;
    if (!founder) throw new Error('nobody');
    const addressOf = (n: number) => (n === MEMBERS - 1 ? line : rest).url;
    await founder('found', broker.url);
    await founder('start', { address: addressOf(0), contracts: 0 });
    for (const [i, other] of others.entries()) {
      const party = await other('party', i + 1);
      await other('arrive', await founder('letIn', { member: i + 1, party }));
      await other('start', { address: addressOf(i + 1), contracts: 0 });
    }
    await until(async () =>
      (await Promise.all(all.map((one) => one('here', null)))).every((n) => n === MEMBERS - 1),
    );
    await Promise.all(all.map((one, n) => one('bareStart', addressOf(n))));

    const near = await actAndSee(all, ROUNDS);
    for (const one of [line, rest]) one.delay(LEG_MS);
    const far = await actAndSee(all, 2 * ROUNDS);
    for (const one of [line, rest]) one.delay(0);

    let before = line.bytes();
    await pause(IDLE_S * 1_000);
    const idle = (line.bytes() - before) / IDLE_S;
    before = line.bytes();
    const steps = await founder('meeting', null);
    await pause(3_000);
    const acts = line.bytes() - before - idle * 3;

    await Promise.all(all.map((one) => one('past', (TWO_YEARS - 2 * ROUNDS) / MEMBERS)));
    const many = 2 * ROUNDS + MEMBERS * Math.floor((TWO_YEARS - 2 * ROUNDS) / MEMBERS);
    await until(
      async () => (await Promise.all(all.map((one) => one('held', null)))).every((n) => n === many),
      60_000,
    );
    for (const one of all) await one('tidy', null);
    const joins: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const late = await member(1 + run);
      const party = await late('party', 1 + run);
      await late('arrive', await founder('letIn', { member: 1 + run, party }));
      await pause(1_000);
      joins.push(await late('start', { address: broker.url, contracts: many }));
    }
    const weight = await meetingWeight(MEETING_MIN);
    return [
      ...seenBy(far, `relay ${LEG_MS} ms away`, '≤ 2×'),
      ...seenBy(near, 'relay on this machine', ''),
      {
        bench: 'share',
        what: `late joiner, ${many} contracts`,
        ours: median(joins),
        peer: null,
        against: '',
        unit: 'ms',
        aim: '≤ 1,000',
        runs: joins.length,
        beside: { all: joins.map((ms) => Math.round(ms)).join(' ') },
      },
      {
        bench: 'share',
        what: 'one member’s line, a meeting of 90 min',
        ours: weight.bytes / 1_000,
        peer: null,
        against: '',
        unit: 'kB',
        aim: '≤ 1,000',
        runs: 1,
        beside: {
          'kB by kind': Object.entries(weight.by)
            .map(([kind, bytes]) => `${kind} ${Math.round(bytes / 1_000)}`)
            .join(', '),
          'measured, kB of all steps of an agenda at once': Math.round(acts / 1_000),
          steps,
          'measured in the first minute, B a second while nothing happens': Math.round(idle),
        },
      },
    ];
  } finally {
    await Promise.all(rigs.map((rig) => rig.close()));
    await Promise.all([line.close(), rest.close()]);
    await Promise.all([sandbox.close(), broker.close()]);
  }
}

type Member = ReturnType<typeof caller>;

/** How long each act took to each of the seven others, ms, in turn with those of the two peers. */
interface Deliveries {
  ours: number[];
  bare: number[];
  /** Of pages that keep what they say and hear. */
  kept: number[];
  /** Until an act was on one's own disk; part of `ours`. */
  stored: number[];
}

/** Each member in turn writes a contract. @param held how many there are in the end. */
async function actAndSee(all: readonly Member[], held: number): Promise<Deliveries> {
  const begun = {
    seen: new Map<string, number>(),
    heard: new Map<string, number>(),
    kept: new Map<string, number>(),
  };
  const stored: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const actor = all[round % MEMBERS];
    if (!actor) continue;
    const id = crypto.randomUUID();
    const act = await actor('act', id);
    begun.seen.set(id, act.begun);
    stored.push(act.stored - act.begun);
    await pause(150);
    const bareId = crypto.randomUUID();
    begun.heard.set(bareId, await actor('bareAct', { id: bareId, bytes: PACKET }));
    await pause(100);
    const keptId = crypto.randomUUID();
    begun.kept.set(keptId, await actor('keptAct', { id: keptId, bytes: PACKET }));
    await pause(100);
  }
  await until(async () => (await Promise.all(all.map((one) => one('held', null)))).every((n) => n === held));
  const laps = async (name: keyof typeof begun) => {
    const since = begun[name];
    const order = [...since.keys()];
    const lists: Lap[][] = await Promise.all(all.map((one) => one(name, null)));
    return lists.flatMap((list, n) =>
      list.flatMap(({ id, at }) => {
        const from = since.get(id);
        return from === undefined || order.indexOf(id) % MEMBERS === n ? [] : [at - from];
      }),
    );
  };
  return { ours: await laps('seen'), bare: await laps('heard'), kept: await laps('kept'), stored };
}

/** The rows of the table. @param aim for p95 against the bare pages. */
const seenBy = ({ ours, bare, kept, stored }: Deliveries, where: string, aim: string): Measured[] =>
  [0.5, 0.95].flatMap((part) => {
    const row = {
      bench: 'share',
      what: `act → in seven databases, ${where}, p${part * 100}`,
      ours: at(ours, part),
      unit: 'ms' as const,
      runs: ROUNDS,
    };
    return [
      {
        ...row,
        peer: at(bare, part),
        against: `${MEMBERS} bare mqtt.js pages, ${PACKET} B`,
        aim: part === 0.95 ? aim : '',
        beside: {
          deliveries: `${ours.length}, ${bare.length} and ${kept.length} deliveries`,
          [`of it until it is on the own disk, p${part * 100} ms`]: Math.round(at(stored, part)),
        },
      },
      {
        ...row,
        peer: at(kept, part),
        against: `${MEMBERS} bare pages that keep it in a database`,
        aim: '',
      },
    ];
  });

/** Calls a function of `in-share.ts` in its page. */
const caller =
  (page: Page) =>
  <K extends keyof ShareBench>(
    name: K,
    argument: Parameters<ShareBench[K]>[0],
  ): Promise<Awaited<ReturnType<ShareBench[K]>>> =>
    page.evaluate(
      ([which, value]) => {
        const { shareBench } = globalThis as unknown as {
          shareBench: Record<string, (value: unknown) => Promise<never>>;
        };
        const run = shareBench[which];
        if (!run) throw new Error(which);
        return run(value);
      },
      [name, argument] as const,
    );

async function until(holds: () => Promise<boolean>, ms = 30_000): Promise<void> {
  for (const end = performance.now() + ms; !(await holds()); await pause(50))
    if (performance.now() > end) throw new Error('the members did not come together');
}
