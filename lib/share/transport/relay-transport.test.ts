import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Line, LineEvents } from './line.ts';
import { relayTransport } from './relay-transport.ts';
import { type Transport, TransportProblem, type TransportReason } from './transport.ts';

/** A relay that does what a test tells it to. */
function stage() {
  const opened: { host: string; events: LineEvents; asked: string[]; sent: string[]; isClosed: boolean }[] =
    [];
  const down = new Map<string, TransportReason>();
  /** Opening a line to these throws what is no problem of a transport. */
  const broken = new Set<string>();
  /** How many subscriptions are refused from now on. */
  const refusals = { left: 0 };
  let tries: string[] = [];
  return {
    opened,
    down,
    broken,
    refusals,
    triesSince() {
      const since = tries;
      tries = [];
      return since;
    },
    open: async ({ host }: URL, events: LineEvents): Promise<Line> => {
      tries.push(host);
      const problem = down.get(host);
      if (problem) throw new TransportProblem(problem);
      if (broken.has(host)) throw new Error('the database is closed');
      const one = { host, events, asked: [] as string[], sent: [] as string[], isClosed: false };
      opened.push(one);
      return {
        publish: async (topic) => void one.sent.push(topic),
        async subscribe(prefix) {
          if (refusals.left-- > 0) throw new TransportProblem('refused');
          one.asked.push(prefix);
        },
        unsubscribe: (prefix) => void one.asked.splice(one.asked.indexOf(prefix), 1),
        async close() {
          one.isClosed = true;
        },
      };
    },
  };
}

const never = new AbortController().signal;
let net: ReturnType<typeof stage>;
let transport: Transport;
let course: string[];

function begin(...addresses: string[]) {
  transport = relayTransport({ kind: 'mqtt', addresses, open: net.open, random: () => 0.5 });
  course = [];
  transport.onState((state, problem) => course.push(problem ? `${state} ${problem.reason}` : state));
}

beforeEach(() => {
  vi.useFakeTimers();
  net = stage();
  begin('wss://one', 'wss://two');
});
afterEach(async () => {
  await transport.close();
  vi.useRealTimers();
});

describe('beginning', () => {
  it('takes the first address that answers', async () => {
    net.down.set('one', 'unreachable');
    await transport.connect(never);
    expect(net.triesSince()).toEqual(['one', 'two']);
    expect(course).toEqual(['offline', 'connecting', 'online']);
  });

  it('says the reason that tells most, and goes on trying where that may help', async () => {
    net.down.set('one', 'unreachable').set('two', 'unreachable');
    await expect(transport.connect(never)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(course.at(-1)).toBe('offline unreachable');
    net.down.clear();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(course.at(-1)).toBe('online');
  });

  it('leaves one line where somebody asks once more while it tries by itself', async () => {
    net.down.set('one', 'unreachable').set('two', 'unreachable');
    await expect(transport.connect(never)).rejects.toMatchObject({ reason: 'unreachable' });
    net.down.clear();
    await transport.connect(never);
    await vi.advanceTimersByTimeAsync(60_000);
    await transport.connect(never);
    expect(net.opened.map(({ isClosed }) => isClosed)).toEqual([false]);
    expect(course).toEqual(['offline', 'connecting', 'offline unreachable', 'connecting', 'online']);
  });

  it('does not knock again with a password that is wrong', async () => {
    net.down.set('one', 'unreachable').set('two', 'wrongPassword');
    await expect(transport.connect(never)).rejects.toMatchObject({ reason: 'wrongPassword' });
    net.triesSince();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(net.triesSince()).toEqual([]);
  });

  it.each([
    ['ws://one', 'notSecure'],
    ['', 'badAddress'],
  ])('contacts nobody at %j', async (address, reason) => {
    begin(address);
    await expect(transport.connect(never)).rejects.toMatchObject({ reason });
    expect(net.triesSince()).toEqual([]);
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(transport.connect(stop.signal)).rejects.toMatchObject({ reason: 'stopped' });
    expect(net.opened.filter(({ isClosed }) => !isClosed)).toEqual([]);
  });
});

describe('a line that breaks', () => {
  it('is replaced, and online is said only when every subscription is confirmed again', async () => {
    await transport.connect(never);
    const found: string[] = [];
    await transport.subscribe('ck1/a', (topic) => found.push(topic));
    await transport.subscribe('ck1/b', () => undefined);
    net.refusals.left = 3;
    net.opened[0]?.events.onClosed(new TransportProblem('unreachable'));
    expect(course.at(-1)).toBe('connecting unreachable');
    await expect(transport.publish('ck1/a/x', new Uint8Array(1), { retain: false })).rejects.toMatchObject({
      reason: 'offline',
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(net.opened).toHaveLength(2);
    expect(course.at(-1)).toBe('connecting unreachable');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(course.at(-1)).toBe('online');
    expect(net.opened[1]?.asked).toEqual(['ck1/a', 'ck1/b']);
    net.opened[1]?.events.onPacket('ck1/a/x', new Uint8Array(1), false);
    net.opened[1]?.events.onPacket('ck1/ab/x', new Uint8Array(1), false);
    expect(found).toEqual(['ck1/a/x']);
  });

  it('is tried again after longer and longer waits, up to half a minute', async () => {
    await transport.connect(never);
    net.down.set('one', 'unreachable').set('two', 'unreachable');
    net.triesSince();
    net.opened[0]?.events.onClosed(new TransportProblem('unreachable'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(net.triesSince().length / 2).toBe(5);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const slow = net.triesSince().length / 2;
    expect(slow).toBeGreaterThan(15);
    expect(slow).toBeLessThan(30);
    expect(course.at(-1)).toBe('offline unreachable');
  });

  it('is tried again whatever went wrong: also a database that could not tell the key', async () => {
    await transport.connect(never);
    net.broken.add('one').add('two');
    net.opened[0]?.events.onClosed(new TransportProblem('unreachable'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(course.at(-1)).toBe('offline unreachable');
    net.broken.clear();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(course.at(-1)).toBe('online');
  });

  it('is tried at once when the browser says that it is back online', async () => {
    const browser = new EventTarget();
    vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
    vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser));
    await transport.connect(never);
    net.down.set('one', 'unreachable').set('two', 'unreachable');
    net.opened[0]?.events.onClosed(new TransportProblem('unreachable'));
    await vi.advanceTimersByTimeAsync(60_000);
    net.down.clear();
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(course.at(-1)).toBe('online');
    vi.unstubAllGlobals();
  });
});

describe('a later address', () => {
  it('is left for the first as soon as that answers, without a moment of silence', async () => {
    net.down.set('one', 'unreachable');
    await transport.connect(never);
    await transport.subscribe('ck1/a', () => undefined);
    net.down.clear();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(net.opened.map(({ host, isClosed }) => [host, isClosed])).toEqual([
      ['two', true],
      ['one', false],
    ]);
    expect(net.opened[1]?.asked).toEqual(['ck1/a']);
    expect(course).toEqual(['offline', 'connecting', 'online']);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(net.opened).toHaveLength(2);
  });
});

describe('a subscription', () => {
  it('that is refused is asked for again: a cluster may be weak for a moment', async () => {
    await transport.connect(never);
    net.refusals.left = 4;
    const subscribed = transport.subscribe('ck1/a', () => undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    await subscribed;
    expect(net.opened[0]?.asked).toEqual(['ck1/a']);
  });

  it('that is refused for good is said to be', async () => {
    await transport.connect(never);
    net.refusals.left = 1_000;
    const subscribed = transport.subscribe('ck1/a', () => undefined);
    const refused = expect(subscribed).rejects.toMatchObject({ reason: 'refused' });
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
  });

  it('made before there is a line holds as soon as there is one, and ends when its last listener does', async () => {
    const ends = [
      await transport.subscribe('ck1/a', () => undefined),
      await transport.subscribe('ck1/a', () => undefined),
    ];
    await transport.connect(never);
    expect(net.opened[0]?.asked).toEqual(['ck1/a']);
    ends[0]?.();
    expect(net.opened[0]?.asked).toEqual(['ck1/a']);
    ends[1]?.();
    expect(net.opened[0]?.asked).toEqual([]);
  });
});

describe('the end', () => {
  it('is the end: nothing is tried, told or taken any more', async () => {
    await transport.connect(never);
    const told = course.length;
    await transport.close();
    expect(net.opened[0]?.isClosed).toBe(true);
    net.opened[0]?.events.onClosed(new TransportProblem('unreachable'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(net.opened).toHaveLength(1);
    expect(course).toHaveLength(told);
    const bytes = new Uint8Array(1);
    await expect(transport.publish('ck1/a/x', bytes, { retain: false })).rejects.toMatchObject({
      reason: 'closed',
    });
    await expect(transport.connect(never)).rejects.toMatchObject({ reason: 'closed' });
  });

  it('in the middle of a beginning leaves no line behind', async () => {
    const begun = transport.connect(never);
    const stopped = expect(begun).rejects.toMatchObject({ reason: 'stopped' });
    await transport.close();
    await stopped;
    expect(net.opened.every(({ isClosed }) => isClosed)).toBe(true);
  });
});
