import type { Page } from 'playwright-core';
import type { Provider } from '../../lib/calendar/sync/provider.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { googleStandIn } from '../sandbox/google/stand-in.ts';
import { microsoftStandIn } from '../sandbox/microsoft/microsoft-stand-in.ts';
import { type Handle, startSandbox } from '../sandbox/server.ts';
import { bundle } from './bundle.ts';
import type { AccountBench, AccountRun } from './in-accounts.ts';
import { type Measured, median } from './measure.ts';

const EVENTS = 10_000;
/** At Google: how many are series, and how many events come to each. */
const SERIES = 500;
const EACH = EVENTS / SERIES;
const RUNS = 5;
const NOW = Date.UTC(2026, 10, 5, 17);
const DAY = 86_400_000;
const WHO = 'asha@uni.example';
/** What a page of a service takes on its way, beside what is done here. */
const REAL_MS = 150;

interface Town {
  provider: Provider;
  handle: Handle;
  hosts: readonly string[];
  run: AccountRun;
}

/** A stand-in with ten thousand events, an answer given once is given again as it was, so that only we are measured. */
async function towns(): Promise<Town[]> {
  const google = googleStandIn({ now: () => NOW, checkShapes: false });
  google.control.accounts.add({ email: WHO });
  const begin = NOW - 50 * DAY;
  // Every twentieth is a series of all the window, among the others as a service lists them: in the order it likes.
  for (let n = 0; n < SERIES; n++) {
    const at = begin + n * EACH * 3_600_000;
    google.control.events.fill(WHO, { count: EACH - 1, from: at, everyMinutes: 60 });
    google.control.events.put(WHO, {
      summary: `Series ${n}`,
      description: 'Bring a question, and what became of the last one.',
      start: begin + n * 3_600_000,
      rule: 'FREQ=WEEKLY',
      guests: Array.from({ length: 6 }, (_, guest) => `guest${guest}@elsewhere.example`),
      meet: true,
    });
  }
  const scopes = ['calendar.events.readonly', 'calendar.calendarlist.readonly'];
  const graph = microsoftStandIn({ now: () => NOW, clients: [], limits: { requests: 1_000_000 } });
  graph.control.accounts.add({ email: WHO });
  // Every tenth is a series of ten dates, which Microsoft lists one by one.
  graph.control.events.fill(WHO, { count: EVENTS / 2, from: begin, everyMs: 3_600_000 * 1.8, series: true });
  const token = graph.control.tokens.issue(WHO);
  const answer = await graph.handle(
    new Request('https://graph.microsoft.com/v1.0/me/calendars', {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  const { value } = (await answer.json()) as { value: { id: string }[] };
  return [
    {
      provider: 'google',
      handle: google.handle,
      hosts: ['www.googleapis.com'],
      run: { provider: 'google', token: google.control.tokens.issue(WHO, scopes), remoteId: WHO, now: NOW },
    },
    {
      provider: 'microsoft',
      handle: graph.handle,
      hosts: ['graph.microsoft.com'],
      run: { provider: 'microsoft', token, remoteId: value[0]?.id ?? '', now: NOW },
    },
  ];
}

/** Reading 10,000 events of an account for the first time, and again when nothing changed. */
export async function accounts(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox(() => NOW, 'Europe/Berlin');
  const net = { latency: 0, requests: 0, bytes: 0 };
  const all = await towns();
  for (const { hosts, handle } of all) for (const host of hosts) sandbox.mount(host, slowly(handle, net));
  const origins = all.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
  const rig = await launch({
    port: sandbox.port,
    extensionDir,
    grantHosts: origins,
  });
  try {
    const script = await bundle('in-accounts.ts');
    const rows: Measured[] = [];
    for (const { run, hosts } of all) {
      const origins = hosts.map((host) => `https://${host}/*`);
      for (const latency of [0, REAL_MS]) {
        net.latency = latency;
        rows.push(...(await measure(rig, script, run, origins, net)));
      }
    }
    return rows;
  } finally {
    await rig.close();
    await sandbox.close();
  }
}

type Net = { latency: number; requests: number; bytes: number };

function slowly(handle: Handle, net: Net): Handle {
  const known = new Map<string, { status: number; headers: Headers; body: ArrayBuffer }>();
  return async (request) => {
    if (net.latency > 0) await new Promise((resolve) => setTimeout(resolve, net.latency));
    const body = request.method === 'GET' ? '' : await request.clone().text();
    const key = `${request.method} ${request.url} ${request.headers.get('prefer')} ${body}`;
    let answer = known.get(key);
    if (!answer) {
      const given = await handle(request);
      answer = { status: given.status, headers: given.headers, body: await given.arrayBuffer() };
      if (given.ok) known.set(key, answer);
    }
    net.requests++;
    net.bytes += answer.body.byteLength;
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
}

async function measure(
  rig: Rig,
  script: string,
  run: AccountRun,
  origins: readonly string[],
  net: Net,
): Promise<Measured[]> {
  const page = await rig.open('manifest.json');
  const session = await rig.context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: script });
  // As the click on "Connect" does: what is granted beforehand is held only once it is asked for.
  await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ origins })})`,
    userGesture: true,
    awaitPromise: true,
  });
  const ours: number[] = [];
  const bare: number[] = [];
  const client: number[] = [];
  const due: number[] = [];
  let [events, pages, dueRequests, dueBytes] = [0, 0, 0, 0];
  // The first round is not counted: the stand-in makes its answers then.
  for (let round = -1; round < RUNS; round++) {
    const plain = await call(page, 'bareLoop', run);
    const through = await call(page, 'clientLoop', run);
    net.requests = 0;
    const first = await call(page, 'firstSync', run);
    pages = net.requests;
    Object.assign(net, { requests: 0, bytes: 0 });
    const again = await call(page, 'dueSync', run);
    [dueRequests, dueBytes] = [net.requests, net.bytes];
    if (round < 0) continue;
    events = plain.events;
    bare.push(plain.ms);
    client.push(through.ms);
    ours.push(first.ms);
    due.push(again.ms);
  }
  await page.close();
  const name = run.provider === 'google' ? 'Google' : 'Microsoft';
  const way = net.latency === 0 ? 'no latency' : `${net.latency} ms a page`;
  const row = (
    what: string,
    mine: number[],
    peer: number[] | null,
    against: string,
    aim: string,
  ): Measured => ({
    bench: 'accounts',
    what,
    ours: median(mine),
    peer: peer && median(peer),
    against,
    unit: 'ms',
    aim,
    runs: RUNS,
    beside: { events, requests: pages, 'through the client, not kept, ms': Math.round(median(client)) },
  });
  const known = events.toLocaleString('en');
  return [
    row(
      `first reading of ${known} events at ${name}, ${way}`,
      ours,
      bare,
      'fetching and parsing the pages',
      '≤ 1.2×',
    ),
    {
      ...row(`due reading without a change at ${name}, ${way}`, due, null, 'a request', 'one small request'),
      beside: { requests: dueRequests, bytes: dueBytes },
    },
  ];
}

const call = (page: Page, name: keyof AccountBench, run: AccountRun) =>
  page.evaluate(
    ([which, argument]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (run: unknown) => Promise<{ ms: number; events: number }>>;
      };
      const task = bench[which];
      if (!task) throw new Error(which);
      return task(argument);
    },
    [name, run] as const,
  );
