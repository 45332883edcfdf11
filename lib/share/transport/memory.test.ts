import { describe, expect, it } from 'vitest';
import { memoryNet } from './memory.ts';
import { MAX_PACKET, roomFor, type Transport, type TransportState } from './transport.ts';

const never = new AbortController().signal;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (said: string) => new TextEncoder().encode(said);
const live = { retain: false };
const kept = { retain: true };

async function heard(transport: Transport, prefix = 'a'): Promise<string[]> {
  const found: string[] = [];
  await transport.connect(never);
  await transport.subscribe(prefix, (topic, packet, retained) =>
    found.push(`${topic} ${text(packet)}${retained ? ' kept' : ''}`),
  );
  return found;
}

describe('the net in memory', () => {
  it('carries to everyone under the prefix, the sender included, in the order it was sent', async () => {
    const net = memoryNet({ seed: 1 });
    const [one, two] = [net.transport('one'), net.transport('two')];
    const [first, second] = [await heard(one), await heard(two)];
    await one.publish('a/x', bytes('1'), live);
    await one.publish('ab/x', bytes('not theirs'), live);
    await two.publish('a/y', bytes('2'), live);
    expect(first).toEqual([]);
    expect(net.settle()).toBe(6);
    expect(first).toEqual(['a/x 1', 'a/y 2']);
    expect(second).toEqual(first);
  });

  it('delivers by itself where it is told to', async () => {
    const net = memoryNet({ seed: 1, auto: true });
    const one = net.transport('one');
    const found = await heard(one);
    await one.publish('a/x', bytes('1'), live);
    await Promise.resolve();
    expect(found).toEqual(['a/x 1']);
  });

  it('keeps the last of a topic for whoever comes later, until it is cleared', async () => {
    const net = memoryNet({ seed: 1 });
    const one = net.transport('one');
    await one.connect(never);
    for (const said of ['old', 'new']) await one.publish('a/x', bytes(said), kept);
    await one.publish('a/y', bytes('gone'), kept);
    await one.publish('a/y', bytes(''), kept);
    const found = await heard(net.transport('late'));
    net.settle();
    expect(found).toEqual(['a/x new kept']);
    expect([...net.retained().keys()]).toEqual(['a/x']);
  });

  it('takes no packet larger than a relay does', async () => {
    const one = memoryNet({ seed: 1 }).transport('one');
    await one.connect(never);
    expect(roomFor('a/x')).toBe(MAX_PACKET - 8);
    await one.publish('a/x', new Uint8Array(roomFor('a/x')), live);
    await expect(one.publish('a/x', new Uint8Array(roomFor('a/x') + 1), live)).rejects.toMatchObject({
      reason: 'tooLarge',
    });
  });

  it('tells who lost the connection, and brings what is kept again afterwards', async () => {
    const net = memoryNet({ seed: 1 });
    const [one, two] = [net.transport('one'), net.transport('two')];
    const states: TransportState[] = [];
    two.onState((state) => states.push(state));
    await one.connect(never);
    const found = await heard(two);
    await one.publish('a/x', bytes('under way'), live);
    net.cut('two');
    await expect(two.publish('a/x', bytes('?'), live)).rejects.toMatchObject({ reason: 'offline' });
    await one.publish('a/x', bytes('missed'), live);
    await one.publish('a/y', bytes('waiting'), kept);
    net.mend('two');
    net.settle();
    expect(found).toEqual(['a/y waiting kept']);
    expect(states).toEqual(['offline', 'connecting', 'online', 'offline', 'online']);
  });

  it('falls apart into groups and comes together with what was kept last', async () => {
    const net = memoryNet({ seed: 1 });
    const [one, two, out] = [net.transport('one'), net.transport('two'), net.transport('out')];
    const [first, second, third] = [await heard(one), await heard(two), await heard(out)];
    net.partition([['one'], ['two']]);
    await one.publish('a/x', bytes('1'), kept);
    await two.publish('a/x', bytes('2'), kept);
    await out.publish('a/x', bytes('3'), kept);
    net.settle();
    expect([first, second, third]).toEqual([['a/x 1'], ['a/x 2'], []]);
    expect(text(net.retained('one').get('a/x') ?? bytes('?'))).toBe('1');
    net.heal();
    expect(text(net.retained('one').get('a/x') ?? bytes('?'))).toBe('2');
  });

  it('hears nothing more once it is closed', async () => {
    const net = memoryNet({ seed: 1 });
    const [one, two] = [net.transport('one'), net.transport('two')];
    await one.connect(never);
    const found = await heard(two);
    await one.publish('a/x', bytes('1'), live);
    await two.close();
    net.settle();
    expect(found).toEqual([]);
    await expect(two.publish('a/x', bytes('2'), live)).rejects.toMatchObject({ reason: 'closed' });
    await expect(two.connect(never)).rejects.toMatchObject({ reason: 'closed' });
  });
});

describe('its faults', () => {
  const faults = { drop: 0.2, duplicate: 0.2, reorder: 0.2, delayMs: [5, 50] } as const;

  async function course(seed: number) {
    const net = memoryNet({ seed, faults });
    const one = net.transport('one');
    await one.connect(never);
    const two = net.transport('two');
    const found: string[] = [];
    await two.connect(never);
    await two.subscribe('a', (_, packet) => found.push(`${text(packet)}@${net.now()}`));
    for (let at = 0; at < 200; at++) {
      await one.publish('a/x', bytes(String(at)), live);
      net.advance(10);
    }
    net.settle();
    return found;
  }

  it('are the same for the same seed, and others for another', async () => {
    expect(await course(7)).toEqual(await course(7));
    expect(await course(7)).not.toEqual(await course(8));
  });

  it('lose, double and mix up', async () => {
    const numbers = (await course(7)).map((one) => Number(one.split('@')[0]));
    const different = new Set(numbers);
    expect(different.size).toBeLessThan(170);
    expect(different.size).toBeGreaterThan(90);
    expect(numbers.length).toBeGreaterThan(different.size + 10);
    expect(numbers).not.toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('keep the order where nothing is said to be overtaken, however long things take', async () => {
    const net = memoryNet({ seed: 3, faults: { delayMs: [0, 500] } });
    const one = net.transport('one');
    const found = await heard(one);
    for (let at = 0; at < 50; at++) await one.publish('a/x', bytes(String(at)), live);
    net.advance(100);
    expect(net.underWay()).toBeGreaterThan(0);
    net.settle();
    expect(found).toEqual(Array.from({ length: 50 }, (_, at) => `a/x ${at}`));
  });
});
