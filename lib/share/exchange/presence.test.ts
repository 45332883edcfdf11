import { describe, expect, it } from 'vitest';
import { onceOnly } from './once.ts';
import {
  GONE_MS,
  greeted,
  MOST_PEERS,
  nextGone,
  type Peers,
  runName,
  stillHere,
  timedPeers,
} from './presence.ts';

const ME = { device: 'me-device-key', run: 'now', isSame: true };
const hello = (more: { hears?: boolean; bye?: boolean } = {}) => ({
  hash: 'h',
  head: [0, 0, 's'] as [number, number, string],
  heard: more.hears ? [runName(ME.device, ME.run)] : [],
  line: null,
  upMs: 1_000,
  ...(more.bye ? { bye: true } : {}),
});
const say = (peers: Peers, run: string, now: number, more: { hears?: boolean; bye?: boolean } = {}) =>
  greeted(peers, { device: 'ada', run, way: 'memory' }, hello(more), ME, now);
const ada = (peers: Peers) => peers.get('ada');

describe('who is here', () => {
  it('is who has heard this very start of ours: a greeting from yesterday, sent again, names none of it', () => {
    const heard = say(new Map(), 'r1', 0);
    expect(ada(heard)?.live).toBe(false);
    expect(timedPeers(heard, 0)).toEqual([]);
    const live = say(heard, 'r1', 500, { hears: true });
    expect(ada(live)?.live).toBe(true);
    // Who is known to speak now stays so, also when it says nothing of us for once.
    expect(ada(say(live, 'r1', 900))?.live).toBe(true);
  });

  it('cannot be pushed aside by an older run that is played again, and is by a new one', () => {
    const live = say(new Map(), 'r2', 0, { hears: true });
    expect(say(live, 'r1', 100)).toBe(live);
    expect(say(live, 'r1', 100, { bye: true })).toBe(live);
    expect(ada(say(live, 'r3', 100, { hears: true }))?.run).toBe('r3');
  });

  it('has been since the first greeting, and is gone with a good-bye or after three missed ones', () => {
    const live = say(say(new Map(), 'r', 5, { hears: true }), 'r', 10_000, { hears: true });
    expect(ada(live)?.since).toBe(5);
    expect(say(live, 'r', 10_001, { bye: true }).size).toBe(0);
    expect(nextGone(live)).toBe(10_000 + GONE_MS);
    expect(stillHere(live, 10_000 + GONE_MS - 1)).toBe(live);
    expect(stillHere(live, 10_000 + GONE_MS).size).toBe(0);
  });

  it('is no more than a crowd, however many names somebody makes up', () => {
    let peers: Peers = new Map();
    for (let i = 0; i < 1_000; i++)
      peers = greeted(peers, { device: `d${i}`, run: 'r', way: 'memory' }, hello(), ME, 0);
    expect(peers.size).toBe(MOST_PEERS);
  });
});

describe('frames that are heard once only', () => {
  it('are told from what is played again, also where some overtook others', () => {
    const once = onceOnly();
    const frame = (seq: number, run = 'r') => ({ from: 'ada', run, seq });
    expect([1, 3, 2, 3, 1].map((seq) => once.isNew(frame(seq)))).toEqual([true, true, true, false, false]);
    expect(once.isNew(frame(500))).toBe(true);
    expect(once.isNew(frame(400))).toBe(false);
    expect(once.isNew(frame(450))).toBe(true);
    expect(once.isNew(frame(1, 'another run'))).toBe(true);
  });
});
