import { expect, it } from 'vitest';
import { watched } from './seen-packets.ts';
import { memoryNet } from './transport/memory.ts';

it('remembers of each packet what the relay has of it: where, when, how much, and whether it is kept', async () => {
  const net = memoryNet({ seed: 1, auto: true });
  const { transport, seen } = watched(net.transport('ada'));
  await transport.connect(new AbortController().signal);
  await transport.subscribe('ck1/a', () => undefined);
  await transport.publish('ck1/a/b', new Uint8Array(541), { retain: true });
  await expect.poll(() => seen().length).toBe(2);
  expect(seen().map(({ topic, bytes, way }) => `${way} ${topic} ${bytes}`)).toEqual([
    'in ck1/a/b 541',
    'out ck1/a/b 541',
  ]);
  expect(seen()[1]?.kept).toBe(true);
  for (let i = 0; i < 100; i++) await transport.publish('ck1/a/c', new Uint8Array(300), { retain: false });
  expect(seen().length).toBe(60);
});
