import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, LIVE, NEVER, said } from '../../../test/rig/listen.ts';
import { spaceIdOf } from '../../fact/space.ts';
import { epochKeys, newEpoch, topicOf } from '../seal/epoch.ts';
import { CONTENT, openPacket, sealPacket } from '../seal/packet.ts';
import { fileTransport } from './file.ts';
import { readSealedFile, writeSealedFile } from './sealed-file.ts';

const space = spaceIdOf('A'.repeat(43), 'nonce');
const other = spaceIdOf('B'.repeat(43), 'nonce');
const keysOf = async (of = space, epoch = 1) => epochKeys(of, await newEpoch(of, epoch));

async function made(count = 3) {
  const keys = await keysOf();
  const packets = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const topic = await topicOf(keys, `part ${at}`);
      const content = { kind: CONTENT.part, bytes: new TextEncoder().encode(`Anna will call ${at}`) };
      return { topic, bytes: await sealPacket(keys, topic, content) };
    }),
  );
  return { keys, packets, text: writeSealedFile(space, packets) };
}

describe('a file of sealed facts', () => {
  it('brings what was kept to another device, without any relay', async () => {
    const { keys, packets } = await made();
    const from = fileTransport();
    await from.connect(NEVER);
    for (const { topic, bytes } of packets) await from.publish(topic, bytes, KEPT);
    await from.publish(`${keys.prefix}/live`, said('live'), LIVE);
    await from.publish(`${keys.prefix}/gone`, said('gone'), KEPT);
    await from.publish(`${keys.prefix}/gone`, said(''), KEPT);
    const read = readSealedFile(writeSealedFile(space, from.kept()), { space, prefixes: [keys.prefix] });
    if (!read.ok) throw new Error(read.reason);
    const heard: string[] = [];
    const opened: string[] = [];
    const to = fileTransport(read.packets);
    await to.subscribe(keys.prefix, (topic, bytes, retained) => {
      heard.push(`${topic} ${retained}`);
      void openPacket(keys, topic, bytes).then((content) =>
        opened.push(new TextDecoder().decode(content?.bytes)),
      );
    });
    expect(heard).toEqual(packets.map(({ topic }) => `${topic} true`));
    await expect
      .poll(() => opened.toSorted())
      .toEqual(['Anna will call 0', 'Anna will call 1', 'Anna will call 2']);
  });

  it('holds no word, no circle and no key that could be read', async () => {
    const { text } = await made();
    expect(text).not.toContain(space);
    expect(text).not.toMatch(/Anna|QW5uY/);
  });

  it('is read from a mail: quoted, broken anew, with a greeting around it', async () => {
    const { keys, packets, text } = await made();
    const mail = `Dear Bea,\r\n\r\n${text.replaceAll('\n', '\r\n> ')}\r\nYours, Anna`;
    const read = readSealedFile(mail, { space, prefixes: [keys.prefix] });
    expect(read).toEqual({ ok: true, packets });
  });

  it('says plainly what is wrong', async () => {
    const { keys, text } = await made();
    const here = { space, prefixes: [keys.prefix] };
    const reasonOf = (changed: string, where = here) => {
      const read = readSealedFile(changed, where);
      return read.ok ? 'fine' : read.reason;
    };
    expect(reasonOf(text)).toBe('fine');
    expect(reasonOf('a shopping list')).toBe('none');
    expect(reasonOf(text.slice(0, text.length / 2))).toBe('cut');
    expect(reasonOf(text.slice(0, 30))).toBe('cut');
    const at = 200;
    expect(reasonOf(text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1))).toBe('damaged');
    expect(reasonOf(text.replace(/\n[\w-]{76}\n/, '\n'))).toBe('damaged');
    expect(reasonOf(text.replace('sealed 1 ', 'sealed 2 '))).toBe('newer');
    expect(reasonOf(text, { space: other, prefixes: [keys.prefix] })).toBe('otherCircle');
    expect(reasonOf(text, { space, prefixes: [(await keysOf(space, 2)).prefix] })).toBe('otherEpoch');
    expect(reasonOf(text + ' '.repeat(24_000_001))).toBe('tooLarge');
  });

  it('never throws, whatever somebody pastes', async () => {
    const { keys, text } = await made(1);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 60 }), fc.nat(80), (at, put, away) => {
        const changed = text.slice(0, at) + put + text.slice(at + away);
        const read = readSealedFile(changed, { space, prefixes: [keys.prefix] });
        if (read.ok && changed !== text) {
          // Only what belongs to no letter of it was changed.
          expect(read.packets).toEqual(
            (readSealedFile(text, { space, prefixes: [keys.prefix] }) as typeof read).packets,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
