import { describe, expect, it } from 'vitest';
import { keyOf } from '@/test/builders/space';
import type { SpaceDevice } from '../share-store.ts';
import { step } from './exchange.ts';
import type { Effect, ExchangeEvent } from './exchange-event.ts';
import { type Exchange, newExchange } from './exchange-state.ts';
import { type Message, readMessage } from './message.ts';
import { BEAT_MS, dueAt } from './on-time.ts';

const [ME, BO, CHEN, GONE] = ['ada-1', 'bo-1', 'chen-1', 'gone-1'].map(keyOf) as [
  string,
  string,
  string,
  string,
];
const device = (author: string, until: number | null = null): SpaceDevice => ({
  author,
  member: author,
  box: '',
  until,
});
const state = (author: string, last: number) => ({
  author,
  count: last,
  last,
  sum: keyOf(`${author}${last}`),
});
const HELD: ExchangeEvent = {
  kind: 'held',
  states: [state(ME, 3)],
  devices: [device(ME), device(BO), device(CHEN), device(GONE, 2)],
  own: 3,
};

/** One device, its clock, and all it did, with when. */
function machine(seed = 1) {
  let exchange: Exchange = newExchange({ me: ME, run: 'run-of-ada', seed, epoch: null }, 0);
  const done: [number, Effect][] = [];
  const it = {
    now: 0,
    done,
    send(event: ExchangeEvent) {
      const { state: next, effects } = step(exchange, event, it.now);
      exchange = next;
      for (const effect of effects) done.push([it.now, effect]);
    },
    /** Time passes, and what is due is done. */
    pass(ms: number) {
      const until = it.now + ms;
      for (let due = dueAt(exchange); due <= until; due = dueAt(exchange)) {
        it.now = Math.max(it.now, due);
        it.send({ kind: 'tick' });
      }
      it.now = until;
    },
    hear(message: Message, from = BO, epoch = 'e2') {
      const heard = { kind: 'message' as const, message, from, run: 'theirs', seq: done.length + 1, epoch };
      it.send({ ...heard, way: 'memory', retained: false, at: it.now });
    },
    what: (kind: Effect['do']) => done.filter(([, effect]) => effect.do === kind),
    said: (kind: Message['kind']) =>
      done.filter(([, effect]) => effect.do === 'say' && effect.message.kind === kind),
    forget: () => done.splice(0),
    get state() {
      return exchange;
    },
  };
  it.send(HELD);
  it.send({ kind: 'epoch', id: 'e2', old: ['e1'], mine: false });
  it.send({ kind: 'online' });
  return it;
}
const hello = (hears = true): Message => ({
  kind: 'hello',
  body: {
    hash: 'other',
    head: [0, 0, keyOf('')],
    heard: hears ? [`${ME.slice(0, 10)}:run-of-ada`] : [],
    line: null,
    upMs: 0,
  },
});

describe('a device that is online', () => {
  it('greets at once and then beats about every 45 seconds, not all devices in the same moment', () => {
    const times = [1, 2].map((seed) => {
      const it = machine(seed);
      it.pass(5 * 60_000);
      expect(it.said('hello').map(([at]) => at)).toEqual([0]);
      return [0, ...it.said('beat').map(([at]) => at)];
    });
    const waits = (times[0] ?? []).slice(1).map((at, i) => at - (times[0]?.[i] ?? 0));
    expect(waits.length).toBeGreaterThan(6);
    for (const wait of waits) expect(Math.abs(wait - BEAT_MS)).toBeLessThanOrEqual(BEAT_MS * 0.15);
    expect(times[0]).not.toEqual(times[1]);
  });

  it('says what it holds when nobody has said the same for a while, and not while somebody does', () => {
    const it = machine();
    it.hear(hello());
    it.pass(3_000);
    it.forget();
    for (let i = 0; i < 3; i++) {
      it.hear({ kind: 'beat', body: [it.state.repair.hash, 0, 0, it.now, null] });
      it.pass(8_000);
    }
    expect(it.said('beat')).toEqual([]);
    it.pass(5_000);
    expect(it.said('beat')).toHaveLength(1);
  });

  it('says soon what there is after it wrote, so that who did not get it learns so', () => {
    const it = machine();
    it.pass(10_000);
    it.forget();
    it.send({ ...HELD, states: [state(ME, 4)], own: 4 } as ExchangeEvent);
    it.pass(2_500);
    expect(it.said('beat')).toHaveLength(1);
  });

  it('is known to be here by its heartbeat, and greets who is not known, so that they greet back', () => {
    const it = machine();
    it.hear(hello());
    const beat: Message = { kind: 'beat', body: ['other', 0, 0, 0, null] };
    for (let i = 0; i < 10; i++) {
      it.pass(BEAT_MS);
      it.hear(beat);
    }
    expect([...it.state.peers.keys()]).toEqual([BO]);
    it.forget();
    it.hear(beat, CHEN);
    it.pass(500);
    expect(it.said('hello')).toHaveLength(1);
    expect([...it.state.peers.keys()]).toEqual([BO]);
    // Chen greets; whoever hears that Chen has not heard them says so again.
    it.hear(hello(false), CHEN);
    it.pass(1_500);
    expect(it.said('hello')).toHaveLength(2);
  });

  it('is not here any more when it was removed, whatever was heard of it a moment ago', () => {
    const it = machine();
    it.hear(hello());
    expect([...it.state.peers.keys()]).toEqual([BO]);
    it.send({ ...HELD, devices: [device(ME), device(BO, 0), device(CHEN)] } as ExchangeEvent);
    expect([...it.state.peers.keys()]).toEqual([]);
  });

  it('sends what it writes at once, and what it wrote offline when it is online again', () => {
    const it = machine();
    it.send({ ...HELD, own: 5 });
    expect(it.what('push')).toEqual([[0, { do: 'push', from: 4, to: 5 }]]);
    it.send({ kind: 'offline' });
    it.send({ ...HELD, own: 7 });
    expect(it.what('push')).toHaveLength(1);
    it.send({ kind: 'online' });
    expect(it.what('push').at(-1)?.[1]).toEqual({ do: 'push', from: 6, to: 7 });
  });

  it('answers who is new within a moment, so that both know they are heard', () => {
    const it = machine();
    it.pass(2_000);
    it.forget();
    it.hear(hello(false));
    it.pass(1_000);
    expect(it.said('hello')).toHaveLength(1);
  });

  it('asks for nothing while what the relay keeps is still coming', () => {
    const it = machine();
    it.hear({ kind: 'state', body: { hash: 'x', states: [[BO, 9, 9, keyOf('9')]] } });
    it.pass(500);
    expect(it.what('compare')).toEqual([]);
    it.pass(500);
    expect(it.what('compare')).toHaveLength(1);
  });

  it('does the same again from the same state and event, as a step has nothing but these', () => {
    const it = machine();
    const event: ExchangeEvent = { kind: 'online' };
    expect(step(it.state, event, 7)).toEqual(step(it.state, event, 7));
  });
});

describe('who is listened to', () => {
  it('is not a device that was removed, whatever it claims', () => {
    const it = machine();
    it.pass(2_000);
    it.forget();
    it.hear(hello(), GONE);
    it.hear({ kind: 'state', body: { hash: 'x', states: [[GONE, 9, 9, keyOf('9')]] } }, GONE);
    it.hear({ kind: 'want', body: { to: ME, author: ME, lack: { ranges: [[1, 3]] } } }, GONE);
    it.pass(3_000);
    expect([it.state.peers.size, it.what('answer').length, it.what('compare').length]).toEqual([0, 0, 0]);
  });

  it('are only a few whom the log does not know yet', () => {
    const it = machine();
    for (let i = 0; i < 100; i++) it.hear(hello(), keyOf(`stranger ${i}`));
    expect(it.state.peers.size).toBeLessThanOrEqual(16);
    it.hear(hello(), BO);
    expect(it.state.peers.has(BO)).toBe(true);
  });
});

describe('an epoch that is over', () => {
  it('is told how it went on, soon, and again now and then in case it was lost', () => {
    const it = machine();
    it.pass(600_000);
    const told = it.what('bridge').map(([at]) => at);
    expect(told[0]).toBeLessThan(4_000);
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(9);
  });

  it('is not told by everybody: who heard another say it does not', () => {
    const it = machine();
    it.hear({ kind: 'bridge', body: { to: 'e2', authors: [] } }, BO, 'e1');
    it.pass(20_000);
    expect(it.what('bridge')).toEqual([]);
  });

  it('is where a device asks that does not know how the circle began, when somebody speaks there', () => {
    const it = machine();
    it.send({ ...HELD, devices: [] });
    it.pass(2_000);
    it.hear(hello(false), BO, 'e1');
    expect(it.state.epoch).toBe('e1');
    it.forget();
    it.pass(1_000);
    expect(it.said('hello')).toHaveLength(1);
    // What the rights say comes after, and holds.
    it.send(HELD);
    it.send({ kind: 'epoch', id: 'e2', old: ['e1'], mine: false });
    it.hear(hello(false), BO, 'e1');
    expect(it.state.epoch).toBe('e2');
  });

  it('is told again to who still speaks in it, but not for every word of theirs', () => {
    const it = machine();
    it.hear({ kind: 'bridge', body: { to: 'e2', authors: [] } }, BO, 'e1');
    it.pass(10_000);
    for (let i = 0; i < 50; i++) {
      it.hear(hello(), CHEN, 'e1');
      it.pass(100);
    }
    expect(it.what('bridge')).toHaveLength(1);
    it.hear(hello(), keyOf('nobody'), 'e1');
    it.pass(15_000);
    expect(it.what('bridge')).toHaveLength(1);
  });
});

describe('own facts that were just written', () => {
  it('go out before anything is read, once, and what was read meanwhile takes nothing back', () => {
    const ada = machine();
    ada.forget();
    ada.send({ kind: 'wrote', from: 4, to: 5 });
    expect(ada.what('push')).toEqual([[0, { do: 'push', from: 4, to: 5 }]]);
    // Read before the signatures were stored, and after.
    ada.send(HELD);
    ada.send({ ...HELD, states: [state(ME, 5)], own: 5 } as ExchangeEvent);
    ada.send({ kind: 'wrote', from: 6, to: 6 });
    expect(ada.what('push').map(([, effect]) => effect)).toEqual([
      { do: 'push', from: 4, to: 5 },
      { do: 'push', from: 6, to: 6 },
    ]);
  });

  it('wait for the others where a number before them was not sent, or nobody is connected', () => {
    const ada = machine();
    ada.forget();
    ada.send({ kind: 'wrote', from: 5, to: 5 });
    expect(ada.what('push')).toEqual([]);
    ada.send({ ...HELD, own: 5 } as ExchangeEvent);
    ada.send({ kind: 'offline' });
    ada.send({ kind: 'wrote', from: 6, to: 6 });
    expect(ada.what('push').map(([, effect]) => effect)).toEqual([{ do: 'push', from: 4, to: 5 }]);
    ada.send({ kind: 'online' });
    expect(ada.what('push').at(-1)?.[1]).toEqual({ do: 'push', from: 6, to: 6 });
  });
});

describe('somebody with devices without end', () => {
  it('keeps nobody else from saying what they hold', () => {
    const ada = machine();
    const many = Array.from({ length: 600 }, (_, i) => keyOf(`0${i}`));
    const [first = ''] = many;
    const devices = [...many.map((one) => ({ ...device(one), member: first })), device(ME), device(BO)];
    const states = [...many, ME, BO].map((one) => state(one, 1));
    ada.send({ kind: 'held', states, devices, own: 1 });
    ada.forget();
    ada.hear(hello());
    ada.pass(5_000);
    const [, said] = ada.said('state')[0] ?? [];
    const message = said?.do === 'say' ? said.message : null;
    expect(message && readMessage(message.kind, message.body)).not.toBeNull();
    const told = message?.kind === 'state' ? message.body.states.map(([author]) => author) : [];
    expect(told).toEqual(expect.arrayContaining([ME, BO]));
  });

  it('fills nobody’s memory with runs of people who are not there', () => {
    const ada = machine();
    const chunk = { from: 1, to: 1, count: 1, sum: keyOf('x'), erased: 0 };
    for (let i = 0; i < 1_000; i += 1) {
      const message: Message = { kind: 'kept', body: { author: keyOf(`no ${i}`), chunk: 0, facts: [] } };
      const heard = { kind: 'message' as const, message, from: BO, run: 'theirs', seq: i + 1, epoch: 'e2' };
      ada.send({ ...heard, way: 'memory', retained: true, at: 0, chunk });
    }
    expect(ada.state.kept.chunks.size).toBe(400);
    const message: Message = { kind: 'kept', body: { author: BO, chunk: 0, facts: [] } };
    const heard = { kind: 'message' as const, message, from: BO, run: 'theirs', seq: 2_000, epoch: 'e2' };
    ada.send({ ...heard, way: 'memory', retained: true, at: 0, chunk });
    expect(ada.state.kept.chunks.has(BO)).toBe(true);
  });
});
