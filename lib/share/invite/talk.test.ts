import { afterEach, describe, expect, it, vi } from 'vitest';
import { spaceIdOf } from '../../fact/space.ts';
import { toText } from '../bytes.ts';
import { type DeviceKeys, makeKeys, type NewKeys } from '../keys.ts';
import { type EpochSecret, newEpoch } from '../seal/epoch.ts';
import { openPacket } from '../seal/packet.ts';
import { type MemoryNet, memoryNet } from '../transport/memory.ts';
import type { Grant } from './grant.ts';
import { host, newHost } from './host.ts';
import { type Invitation, newInvitation, readInvitation, writeInvitation } from './invitation.ts';
import { inviteKeys } from './invite-keys.ts';
import { join } from './join.ts';
import { type NewcomerState, newcomerCode } from './newcomer.ts';
import { type StewardState, stewardCode } from './steward.ts';

const NOW = Date.UTC(2026, 10, 22, 17);
const relay = { kind: 'mqtt', address: 'wss://relay.example.org/mqtt' } as const;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function online(net: MemoryNet, name: string) {
  const transport = net.transport(name);
  await transport.connect(new AbortController().signal);
  return transport;
}

async function founder(): Promise<{ device: DeviceKeys; secret: EpochSecret }> {
  const keys = await makeKeys();
  const space = spaceIdOf(keys.author, 'nonce');
  return { device: { ...keys, space }, secret: await newEpoch(space, 1) };
}

async function hosting(
  net: MemoryNet,
  invitation: Invitation,
  state?: StewardState,
  who?: Awaited<ReturnType<typeof founder>>,
) {
  const { device, secret } = who ?? (await founder());
  const shown: StewardState[] = [];
  const saved: StewardState[] = [];
  const grant: Grant = {
    purpose: invitation.purpose,
    space: device.space,
    member: 'member-of-bo',
    secrets: [secret],
    relays: [relay],
  };
  const letIn = vi.fn(async () => grant);
  const talk = await host({
    invitation,
    device,
    state: state ?? (await newHost(invitation, device)),
    transport: await online(net, 'steward'),
    now: () => NOW,
    save: async (one) => {
      saved.push(one);
    },
    changed: (one) => shown.push(one),
    letIn,
  });
  stops.push(talk.stop);
  return { talk, shown, saved, letIn, grant, device, secret, last: () => shown.at(-1) };
}

async function joining(net: MemoryNet, invitation: Invitation, name = 'newcomer') {
  const device: NewKeys = await makeKeys();
  const shown: NewcomerState[] = [];
  const arrived = vi.fn(async (_: Grant) => {});
  const talk = await join({
    invitation,
    device,
    transport: await online(net, name),
    now: () => NOW,
    changed: (one) => shown.push(one),
    arrived,
  });
  stops.push(talk.stop);
  return { talk, shown, arrived, device, last: () => shown.at(-1) };
}

const phase = (side: { last(): { phase: string } | undefined }, wanted: string) =>
  vi.waitFor(() => expect(side.last()?.phase).toBe(wanted));

describe('an invitation over a relay', () => {
  it('lets a newcomer in: one code on both sides, the circle’s secret with the newcomer, and nobody else', async () => {
    const net = memoryNet({ seed: 1, auto: true });
    const read = readInvitation(writeInvitation(newInvitation('circle', [relay], NOW, 3_600_000)));
    if (!read.ok) throw new Error('the invitation cannot be read');
    const steward = await hosting(net, read.invitation);
    const newcomer = await joining(net, read.invitation);
    await phase(steward, 'comparing');
    await phase(newcomer, 'comparing');
    const [one, two] = [steward.last(), newcomer.last()];
    if (!one || !two) throw new Error('no states');
    expect(stewardCode(one)).toBe(newcomerCode(two));
    expect(steward.letIn).not.toHaveBeenCalled();
    const third = await joining(net, read.invitation, 'third');
    await phase(third, 'ended');
    expect(third.last()?.why).toBe('taken');
    await newcomer.talk.tell({ kind: 'same' });
    await steward.talk.tell({ kind: 'same', now: NOW });
    await phase(steward, 'done');
    await phase(newcomer, 'joined');
    expect(newcomer.arrived.mock.calls).toEqual([[steward.grant]]);
    expect(steward.letIn.mock.calls).toEqual([
      [expect.objectContaining({ author: newcomer.device.author, box: newcomer.device.boxPublic })],
    ]);
    expect(third.arrived).not.toHaveBeenCalled();
    // Nothing was answered that was not stored first.
    expect(steward.saved.map((state) => state.phase)).toEqual(steward.shown.map((state) => state.phase));
  });

  it('goes on after the steward’s browser was closed, and stays used', async () => {
    const net = memoryNet({ seed: 2, auto: true });
    const invitation = newInvitation('circle', [relay], NOW, 3_600_000);
    const who = await founder();
    const first = await hosting(net, invitation, undefined, who);
    const newcomer = await joining(net, invitation);
    await phase(first, 'comparing');
    first.talk.stop();
    const stored = JSON.parse(JSON.stringify(first.saved.at(-1))) as StewardState;
    const again = await hosting(net, invitation, stored, who);
    await newcomer.talk.tell({ kind: 'same' });
    await again.talk.tell({ kind: 'same', now: NOW });
    await phase(newcomer, 'joined');
    await phase(again, 'done');
    again.talk.stop();
    const used = await hosting(net, invitation, again.saved.at(-1), who);
    const second = await joining(net, invitation, 'second');
    await phase(second, 'ended');
    expect(second.last()?.why).toBe('used');
    expect(used.letIn).not.toHaveBeenCalled();
  });

  it('does not lead to a device of one’s own when it was made for a circle, however the link is changed', async () => {
    const net = memoryNet({ seed: 3, auto: true });
    const invitation = newInvitation('circle', [relay], NOW, 3_600_000);
    const steward = await hosting(net, invitation);
    const misled = await joining(net, { ...invitation, purpose: 'device' });
    // Whoever comes after is answered, so the first would have been by now.
    const newcomer = await joining(net, invitation, 'second');
    await phase(newcomer, 'comparing');
    await phase(steward, 'comparing');
    expect(misled.last()?.phase).toBe('asking');
    expect([steward.last()?.phase, steward.last()?.others]).toEqual(['comparing', 0]);
  });
});

describe('what a relay and a finder of the link see', () => {
  it('holds no name, title, contract, secret, member or circle, in any way of writing them', async () => {
    const net = memoryNet({ seed: 4, auto: true });
    const invitation = newInvitation('circle', [relay], NOW, 3_600_000);
    const steward = await hosting(net, invitation);
    steward.grant.member = 'Bo Lindqvist, Thursday circle: Write the aims page';
    const packets: { topic: string; bytes: Uint8Array }[] = [];
    const keys = await inviteKeys(invitation);
    await (await online(net, 'relay')).subscribe(keys.prefix, (topic, bytes) =>
      packets.push({ topic, bytes }),
    );
    const newcomer = await joining(net, invitation);
    await phase(steward, 'comparing');
    await newcomer.talk.tell({ kind: 'same' });
    await steward.talk.tell({ kind: 'same', now: NOW });
    await phase(steward, 'done');
    expect(packets.length).toBeGreaterThanOrEqual(5);

    const private_ = [
      steward.secret.secret,
      ...['Lindqvist', 'Thursday circle', 'aims page', steward.device.space.slice(1)].map((text) =>
        new TextEncoder().encode(text),
      ),
    ];
    const forms = private_.flatMap((bytes) => [
      new TextDecoder('latin1').decode(bytes),
      bytes.toHex(),
      toText(bytes),
      bytes.toBase64(),
    ]);
    const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
    const text = writeInvitation(invitation);
    // The relay has the packets, whoever found the link can open those that it seals.
    const seen = [text, latin(invitation.key), ...packets.map(({ topic, bytes }) => topic + latin(bytes))];
    const opened = await Promise.all(packets.map(({ topic, bytes }) => openPacket(keys, topic, bytes)));
    const found = opened.map((content) => (content ? latin(content.bytes) : 'not opened'));
    expect(found.join()).toContain('"say":"grant"');
    expect(found).not.toContain('not opened');
    for (const form of forms) for (const place of [...seen, ...found]) expect(place).not.toContain(form);
    // And the relay alone sees not even keys, words of ours, or who asks whom for what.
    for (const { topic, bytes } of packets) {
      expect(topic).toMatch(/^ck1\/[A-Za-z0-9_-]{22}\/[A-Za-z0-9_-]{22}$/);
      expect((bytes.length - 29) % 256).toBe(0);
      for (const word of [
        'say',
        'commit',
        'grant',
        steward.device.author,
        newcomer.device.author,
        latin(invitation.key),
      ])
        expect(latin(bytes)).not.toContain(word);
    }
  });
});
