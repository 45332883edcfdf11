import { afterEach, describe, expect, it, vi } from 'vitest';
import { spaceIdOf } from '../../fact/space.ts';
import { makeKeys } from '../keys.ts';
import { newEpoch } from '../seal/epoch.ts';
import { byHand } from './by-hand.ts';
import type { Grant } from './grant.ts';
import { host, newHost } from './host.ts';
import { newInvitation } from './invitation.ts';
import { join } from './join.ts';
import { type NewcomerState, newcomerCode } from './newcomer.ts';
import { type StewardState, stewardCode } from './steward.ts';

const NOW = Date.UTC(2026, 10, 22, 17);
const HOUR = 3_600_000;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Two people who pass texts to each other; each side can be closed and opened again between any two of them. */
async function town() {
  const keys = await makeKeys();
  const space = spaceIdOf(keys.author, 'nonce');
  const invitation = newInvitation('circle', [], NOW, 7 * 24 * HOUR);
  const world = { now: NOW };
  const secret = await newEpoch(space, 1);
  const grant: Grant = { purpose: 'circle', space, member: 'bo', secrets: [secret], relays: [] };
  const steward = { state: await newHost(invitation, keys), text: '' };
  const newcomer = { device: await makeKeys(), state: undefined as NewcomerState | undefined, text: '' };
  const arrived = vi.fn(async (_: Grant) => {});

  const openSteward = async () => {
    const transport = await byHand(invitation, 'steward', steward.text || null, (text) => {
      steward.text = text;
    });
    const talk = await host({
      invitation,
      device: keys,
      state: steward.state,
      transport,
      now: () => world.now,
      save: async (state: StewardState) => {
        steward.state = JSON.parse(JSON.stringify(state));
      },
      changed: () => undefined,
      letIn: async () => grant,
    });
    stops.push(talk.stop);
    return { talk, take: transport.take };
  };
  const openNewcomer = async () => {
    const transport = await byHand(invitation, 'newcomer', newcomer.text || null, (text) => {
      newcomer.text = text;
    });
    const talk = await join({
      invitation,
      device: newcomer.device,
      ...(newcomer.state ? { state: newcomer.state } : {}),
      transport,
      now: () => world.now,
      save: async (state) => {
        newcomer.state = JSON.parse(JSON.stringify(state));
      },
      changed: () => undefined,
      arrived,
    });
    stops.push(talk.stop);
    return { talk, take: transport.take };
  };
  return { invitation, world, steward, newcomer, arrived, grant, openSteward, openNewcomer };
}

describe('an invitation whose words go by mail', () => {
  it('lets somebody in over days, with either browser closed between any two steps', async () => {
    const { world, steward, newcomer, arrived, grant, openSteward, openNewcomer } = await town();
    (await openNewcomer()).talk.stop();
    const asked = newcomer.text;
    world.now += 20 * HOUR;
    const one = await openSteward();
    expect(await one.take(`On Monday Bo wrote:\n> ${asked.replaceAll('\n', '\r\n> ')}\n`)).toBeNull();
    await vi.waitFor(() => expect(steward.state.phase).toBe('answered'));
    await vi.waitFor(() => expect(steward.text).not.toBe(''));
    one.talk.stop();
    world.now += 20 * HOUR;
    const two = await openNewcomer();
    // It goes on where it was: the text that was sent is still the one on the screen.
    expect(newcomer.text).toBe(asked);
    expect(await two.take(steward.text)).toBeNull();
    await vi.waitFor(() => expect(newcomer.state?.phase).toBe('comparing'));
    await vi.waitFor(() => expect(newcomer.text).not.toBe(asked));
    two.talk.stop();
    world.now += 20 * HOUR;
    const three = await openSteward();
    expect(await three.take(newcomer.text)).toBeNull();
    await vi.waitFor(() => expect(stewardCode(steward.state)).toMatch(/^\w{6}$/));
    expect(newcomer.state && newcomerCode(newcomer.state)).toBe(stewardCode(steward.state));
    await three.talk.tell({ kind: 'same', now: world.now });
    await vi.waitFor(() => expect(steward.state.phase).toBe('granted'));
    world.now += 20 * HOUR;
    const four = await openNewcomer();
    await four.talk.tell({ kind: 'same' });
    expect(arrived).not.toHaveBeenCalled();
    expect(await four.take(`${steward.text}\n\nand the circle below`)).toBeNull();
    await vi.waitFor(() => expect(newcomer.state?.phase).toBe('joined'));
    expect(arrived).toHaveBeenCalledExactlyOnceWith(grant);
  });

  it('says what is wrong with a text, and nothing comes of it', async () => {
    const { newcomer, steward, openSteward, openNewcomer } = await town();
    const [other, bo, ada] = [await town(), await openNewcomer(), await openSteward()];
    await other.openNewcomer();
    const asked = newcomer.text;
    const [first = '', second = ''] = asked.split('\n').slice(1);
    expect(await ada.take('See you on Thursday')).toBe('none');
    expect(await ada.take(asked.slice(0, -30))).toBe('cut');
    expect(await ada.take(asked.slice(0, 30))).toBe('cut');
    expect(await ada.take(asked.replace(first, `x${first.slice(1)}`.split('').reverse().join('')))).toBe(
      'damaged',
    );
    expect(await ada.take(asked.replace(`\n${second}`, ''))).toBe('damaged');
    expect(await ada.take(asked.replace('answer 1', 'answer 2'))).toBe('newer');
    expect(await ada.take(other.newcomer.text)).toBe('other');
    expect(await bo.take(asked)).toBe('own');
    expect(steward.state.phase).toBe('waiting');
  });

  it('shows two codes where somebody in between makes up the answers', async () => {
    const { invitation, steward, newcomer, openSteward, openNewcomer } = await town();
    const [bo, ada] = [await openNewcomer(), await openSteward()];
    // Who has the link plays the steward to the newcomer, and the newcomer to the steward.
    const keys = await makeKeys();
    const evil = { text: '', asks: '' };
    const asSteward = await byHand(invitation, 'steward', null, (text) => {
      evil.text = text;
    });
    const talk = await host({
      invitation,
      device: keys,
      state: await newHost(invitation, keys),
      transport: asSteward,
      now: () => NOW,
      save: async () => {},
      changed: () => undefined,
      letIn: async () => {
        throw new Error('never');
      },
    });
    stops.push(talk.stop);
    const asNewcomer = await byHand(invitation, 'newcomer', null, (text) => {
      evil.asks = text;
    });
    const asking = await join({
      invitation,
      device: await makeKeys(),
      transport: asNewcomer,
      now: () => NOW,
      changed: () => undefined,
      arrived: async () => {},
    });
    stops.push(asking.stop);
    await asSteward.take(newcomer.text);
    await vi.waitFor(() => expect(evil.text).not.toBe(''));
    await bo.take(evil.text);
    const asked = evil.asks;
    await ada.take(asked);
    await vi.waitFor(() => expect(steward.text).not.toBe(''));
    await asNewcomer.take(steward.text);
    await vi.waitFor(() => expect(evil.asks).not.toBe(asked));
    await ada.take(evil.asks);
    await vi.waitFor(() => expect(stewardCode(steward.state)).toMatch(/^\w{6}$/));
    expect(newcomer.state && newcomerCode(newcomer.state)).toMatch(/^\w{6}$/);
    expect(newcomer.state && newcomerCode(newcomer.state)).not.toBe(stewardCode(steward.state));
  });
});
