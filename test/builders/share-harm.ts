import { endSteward, removeDevice } from '../../lib/circle/rights-commands.ts';
import { draft } from '../../lib/fact/draft.ts';
import { erase, seal } from '../../lib/fact/fact.ts';
import { toText } from '../../lib/share/bytes.ts';
import type { Channel } from '../../lib/share/exchange/channel.ts';
import { toWire } from '../../lib/share/exchange/wire-fact.ts';
import type { Pick } from './share-acts.ts';
import type { TownDevice } from './share-town.ts';

/** What came by on the net, to be sent again later. */
export type Tape = { topic: string; bytes: Uint8Array }[];

/** Stands in what must never be shown. */
export const FORGED = 'forged by a villain';

/** What a villain does, by its number. */
const HARM = [
  'words forged in the name of another',
  'acts without a right',
  'two facts of one number',
  'facts of others changed, stripped and moved',
  'what the relay keeps taken away',
  'old packets played again, and put back on the relay',
  'claims of what nobody has',
  'asking without end',
  'rubbish in every kind of message',
  'a number as high as numbers go, a greeting in another name',
  'a false greeting and a false time',
] as const;

/** A member who means harm: has keys and the epoch's secret, and does with them what the extension never would. */
export async function harm(device: TownDevice, what: number, pick: Pick, tape: Tape): Promise<void> {
  const { town, store, member: by } = device;
  const { space, crypto, net, random } = town;
  const secret = await store.currentEpoch();
  const { rights } = store;
  if (!secret || !rights) return;
  const channel = await crypto.openChannel(space, secret);
  if (device.isOffline) return;
  town.saw(`harm: ${HARM[what % HARM.length]}`);
  const raw = net.transport(device.name);
  await raw.connect(new AbortController().signal);
  const keys = store.ready();
  const facts = [...device.disk.facts.values()];
  const nobody = () => toText(Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)));
  const victim = pick(rights.devices.filter((one) => one.device !== keys.author));
  const send = async (kind: string, body: unknown, isSigned = true, seq = 1 + Math.floor(random() * 1e6)) => {
    const plain = { kind, from: keys.author, run: 'harm', seq, body };
    const frame = isSigned ? await channel.sign(plain, keys) : plain;
    for (const { topic, bytes } of await channel.seal(frame, () => 'live'))
      await raw.publish(topic, bytes, { retain: false });
  };
  switch (what % HARM.length) {
    case 0:
      if (!victim || victim.member === by) break;
      device.append([
        draft(space, victim.member, space, 'circle.named', { name: FORGED, replaces: [] }),
        draft(space, victim.member, pick(facts)?.entity ?? space, 'contract.edited', {
          text: FORGED,
          due: null,
          at: 1,
          replaces: [],
        }),
      ]);
      break;
    case 1:
      if (victim)
        device.append([
          removeDevice(rights, by, victim.device, 0, 1),
          endSteward(rights, by, victim.member, {}, 1),
          draft(space, by, victim.member, 'member.left', { on: '2026-11-05', until: {}, replaces: [] }),
          draft(space, by, space, 'epoch.began', { epoch: 99, of: '', secrets: {}, id: 'x', at: 1 }),
        ]);
      break;
    case 2: {
      // Other words under a number that was used: two versions of one's own log.
      const mine = pick(facts.filter((fact) => fact.author === keys.author));
      if (!mine) break;
      const twin = seal(
        { ...mine, body: { name: `Twin ${what}`, replaces: [] }, kind: 'circle.named', entity: space },
        { ...mine, salt: crypto.newName() },
      );
      const { sig: _, ...bare } = twin;
      await send(
        'facts',
        { author: keys.author, re: null, facts: toWire(await crypto.signFacts(keys, [bare])) },
        false,
      );
      break;
    }
    case 3: {
      // Somebody else's facts with other words, with none, and with a signature of one's own.
      const theirs = facts.filter((fact) => fact.author === victim?.device).slice(-3);
      if (!victim || theirs.length === 0) break;
      const changed = theirs.flatMap((fact) => [
        { ...fact, body: { name: FORGED } },
        erase(fact),
        { ...fact, seq: fact.seq + 100 },
      ]);
      const words = draft(space, victim.member, space, 'circle.named', { name: FORGED, replaces: [] });
      const place = { author: victim.device, seq: store.last(victim.device) + 1, prev: '' } as const;
      const forged = seal(words, { ...place, at: device.disk.hlc, salt: crypto.newName() });
      const [signed = forged] = await crypto.signFacts(keys, [forged]);
      await send('facts', { author: victim.device, re: null, facts: toWire([...changed, signed]) }, false);
      await send('kept', { author: victim.device, chunk: 0, facts: toWire(changed) }, false);
      break;
    }
    case 4:
      for (const topic of net.retained().keys()) await raw.publish(topic, new Uint8Array(), { retain: true });
      break;
    case 5:
      for (const { topic, bytes } of tape.slice(-40))
        await raw.publish(topic, bytes, { retain: random() < 0.3 });
      break;
    case 6: {
      const many = Array.from({ length: 40 }, () => [nobody(), 9e15, 9e15, nobody()]);
      await send('state', { hash: 'no', states: many });
      if (victim) await send('state', { hash: 'no', states: [[victim.device, 9e15, 9e15, victim.device]] });
      break;
    }
    case 7:
      for (let i = 0; i < 40; i++)
        if (victim)
          await send(
            'want',
            { to: victim.device, author: victim.device, lack: { ranges: [[1, 9e15]] } },
            true,
            i + 1,
          );
      break;
    case 8:
      await rubbish(channel, random, send, (topic, bytes) =>
        raw.publish(topic, bytes, { retain: random() < 0.5 }),
      );
      break;
    case 9:
      // A number as high as numbers go, and a hello for somebody else.
      await farAhead();
      if (victim) {
        const frame = {
          kind: 'hello',
          from: victim.device,
          run: 'harm',
          seq: 9,
          body: { hash: 'x', head: [0, 0, victim.device], heard: [], line: null, upMs: 0, bye: true },
        };
        for (const { topic, bytes } of await channel.seal(await channel.sign(frame, keys), () => 'live'))
          await raw.publish(topic, bytes, { retain: false });
      }
      break;
    default:
      await send('hello', { hash: 'x', head: [0, 0, keys.author], heard: [], line: '0', upMs: 9e14 });
      await send('echo', { to: victim?.device ?? keys.author, id: 1, line: '0', cameAt: 1, wentAt: 2 });
  }
  await raw.close();

  async function farAhead(): Promise<void> {
    const place = {
      author: keys.author,
      seq: 9e15,
      at: '00000000000a.0000',
      prev: '',
      salt: crypto.newName(),
    };
    const far = seal(draft(space, by, space, 'circle.named', { name: 'Far', replaces: [] }), place);
    await send(
      'facts',
      { author: keys.author, re: null, facts: toWire(await crypto.signFacts(keys, [far])) },
      false,
    );
  }
}

async function rubbish(
  channel: Channel,
  random: () => number,
  send: (kind: string, body: unknown) => Promise<void>,
  publish: (topic: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  for (const length of [0, 1, 30, 285, 1_000, 3_900])
    await publish(
      `${channel.prefix}/${length}`,
      Uint8Array.from({ length }, () => Math.floor(random() * 256)),
    );
  for (const body of [
    null,
    1,
    'x',
    [],
    {},
    { states: [[]] },
    { author: 'x', facts: [[1, 2]] },
    { facts: null },
  ])
    for (const kind of ['hello', 'state', 'want', 'facts', 'kept', 'bridge', 'probe', 'echo', 'later'])
      await send(kind, body);
}
