import { describe, expect, it } from 'vitest';
import { spaceIdOf } from '../../fact/space.ts';
import { toText, utf8 } from '../bytes.ts';
import { makeKeys, type NewKeys } from '../keys.ts';
import { newEpoch } from '../seal/epoch.ts';
import { sealTo } from '../seal/to-device.ts';
import { type Grant, openGrant, sealGrant } from './grant.ts';

const together = 't'.repeat(42).concat('A');
const to = ({ author, boxPublic }: NewKeys) => ({ author, box: boxPublic });

async function town() {
  const [device, other] = [await makeKeys(), await makeKeys()];
  const space = spaceIdOf(device.author, 'nonce');
  const secrets = await Promise.all([1, 2, 2].map((epoch) => newEpoch(space, epoch)));
  const grant: Grant = { purpose: 'circle', space, member: 'm', secrets, relays: [] };
  return { device, other, grant };
}

describe('a grant', () => {
  it('is opened by the device it is for, under what both saw alike, for what it was asked for', async () => {
    const { device, other, grant } = await town();
    const sealed = await sealGrant(to(device), together, grant);
    const opened = await openGrant(device, together, 'circle', sealed);
    const byId = (one: Grant | null) => ({
      ...one,
      secrets: one?.secrets.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
    expect(byId(opened)).toEqual(byId(grant));
    expect(await openGrant(other, together, 'circle', sealed)).toBeNull();
    expect(await openGrant({ ...other, box: device.box }, together, 'circle', sealed)).toBeNull();
    expect(await openGrant(device, 'u'.repeat(42).concat('A'), 'circle', sealed)).toBeNull();
    // A link for a circle must never tie a stranger's device to one's own.
    expect(await openGrant(device, together, 'device', sealed)).toBeNull();
    for (const changed of [
      '',
      'x',
      `${sealed}A`,
      sealed.slice(4),
      `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`,
    ])
      expect(await openGrant(device, together, 'circle', changed)).toBeNull();
  });

  it('brings the newest epochs where there are many, and fits in one message of the handshake', async () => {
    const { device, grant } = await town();
    const secrets = await Promise.all(Array.from({ length: 30 }, (_, i) => newEpoch(grant.space, i + 1)));
    const relays = [1, 2].map(
      (n) => ({ kind: 'mqtt', address: `wss://${'a'.repeat(90)}${n}.example` }) as const,
    );
    const member = 'm'.repeat(100);
    const sealed = await sealGrant(to(device), together, { ...grant, secrets, relays, member });
    expect(sealed.length).toBeLessThan(3_000);
    const opened = await openGrant(device, together, 'circle', sealed);
    expect(opened?.secrets.map(({ epoch }) => epoch)).toEqual([30, 29, 28, 27, 26, 25, 24, 23]);
  });

  it('hands out one’s own devices to devices only, and one’s own log never: it is no space', async () => {
    const { device, grant } = await town();
    const mine: Grant = { ...grant, purpose: 'device', member: null };
    const sealed = await sealGrant(to(device), together, mine);
    expect(await openGrant(device, together, 'device', sealed)).toMatchObject({
      purpose: 'device',
      space: grant.space,
      member: null,
    });
    expect(await openGrant(device, together, 'circle', sealed)).toBeNull();
    const secret = await newEpoch('me', 1);
    for (const purpose of ['device', 'circle'] as const) {
      const log = await sealGrant(to(device), together, { ...mine, purpose, space: 'me', secrets: [secret] });
      expect(await openGrant(device, together, purpose, log)).toBeNull();
    }
  });

  it('is refused with secrets that are not those it names, without any, and of no space', async () => {
    const { device, grant } = await town();
    const [first, second] = grant.secrets;
    if (!first || !second) throw new Error('no secrets');
    const told = { ...grant, secrets: [{ epoch: 1, id: first.id, secret: toText(first.secret) }] };
    const open = async (said: unknown) => {
      const label = `circlekeeper grant 1\n${together}`;
      const sealed = await sealTo(to(device), label, utf8(JSON.stringify(said)));
      return openGrant(device, together, 'circle', sealed);
    };
    expect(await open(told)).not.toBeNull();
    for (const wrong of [
      { ...told, secrets: [{ ...told.secrets[0], id: second.id }] },
      { ...told, secrets: [{ ...told.secrets[0], secret: toText(second.secret) }] },
      { ...told, secrets: [] },
      { ...told, space: 'me' },
      { ...told, space: spaceIdOf(device.author, 'another') },
      { ...told, more: true },
      { ...told, relays: [{ kind: 'mqtt', address: 'ws://relay.example.org' }] },
      null,
    ])
      expect(await open(wrong)).toBeNull();
  });
});
