/**
 * Test vectors of sharing, made by the second implementation alone: `node test/builders/other-seal/make-vectors.ts`
 * writes test/pages/share/vectors.json, `--look` only compares. They are made once: what changes them breaks circles that are already shared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  b64,
  concat,
  derive,
  device,
  hex,
  number,
  openPacket,
  sealPacket,
  sealTo,
  sha,
  sign,
  sorted,
  topicOf,
  unb64,
  utf8,
} from './primitives.ts';

/** Bytes that follow from a name, and look like any. */
function bytes(name: string, length: number): Uint8Array {
  let all = new Uint8Array();
  for (let i = 0; all.length < length; i += 1)
    all = Uint8Array.from([...all, ...unb64(sha(`vector ${name} ${i}`))]);
  return all.slice(0, length);
}

const ada = device(bytes('ada sign', 32), bytes('ada box', 32));
const bo = device(bytes('bo sign', 32), bytes('bo box', 32));
const spaceOf = (founder: string, nonce: string) => `s${sha(`circlekeeper space 1\n${founder}\n${nonce}`)}`;
const nonce = b64(bytes('space nonce', 16));
const space = spaceOf(ada.author, nonce);
const shown = ({ author, box, signSeed, boxSeed }: typeof ada) => ({
  signSeed: hex(signSeed),
  boxSeed: hex(boxSeed),
  author,
  box,
});

function factOf(seq: number, prev: string, body: unknown) {
  const salt = b64(bytes(`salt ${seq}`, 16));
  const bodyHash = sha(`${salt}\n${sorted(body)}`);
  const said = {
    log: space,
    author: ada.author,
    seq,
    at: `019a4f3c2b1${seq}.0000`,
    by: 'member-ada',
    kind: 'contract.made',
    v: 1,
    entity: `contract-${seq}`,
    prev,
    bodyHash,
  };
  const hash = sha(sorted(['circlekeeper fact 1', ...Object.values(said)]));
  return { ...said, hash, sig: sign(ada.signSeed, `circlekeeper signature 1\n${hash}`), salt, body };
}
const first = factOf(1, '', { text: 'Write the aims page', at: 1762358400000 });
const second = factOf(2, first.hash, {
  text: 'Ask two people for a letter — and thank them',
  at: 1762358460000,
});
const third = { ...factOf(3, second.hash, { text: 'gone' }), salt: null, body: null };
const facts = [first, second, third];
const wire = [
  [1, first.at, first.by, first.kind, 1, first.entity, 0, first.salt, first.body, first.sig],
  [2, second.at, second.by, second.kind, 1, second.entity, 0, second.salt, second.body, second.sig],
  [3, third.at, third.by, third.kind, 1, third.entity, 0, null, third.bodyHash, third.sig],
];

const secret = bytes('epoch secret', 32);
const keys = derive(space, secret);
const labels = ['live', 'base', `base ${ada.author} 0`, 'space', ''];

const claim = {
  kind: 'hello',
  from: ada.author,
  run: 'AbCd1234',
  seq: 7,
  body: { b: [1, null, 'ä'], a: true },
};
const signed = {
  ...claim,
  sig: sign(
    ada.signSeed,
    sorted([
      'circlekeeper claim 1',
      space,
      keys.id,
      claim.kind,
      claim.from,
      claim.run,
      claim.seq,
      claim.body,
    ]),
  ),
};
const carrying = {
  kind: 'facts',
  from: ada.author,
  run: 'AbCd1234',
  seq: 8,
  body: { author: ada.author, re: null, facts: wire },
};
const frameBytes = (frame: typeof claim & { sig?: string }) =>
  utf8(JSON.stringify([frame.kind, frame.from, frame.run, frame.seq, frame.body, frame.sig ?? 0]));
const packetOf = (name: string, label: string, kind: number, content: Uint8Array) => {
  const topic = topicOf(keys, label);
  return { label, topic, packet: b64(sealPacket(keys, topic, bytes(`nonce ${name}`, 12), kind, content)) };
};
const frames = [
  { name: 'a claim, signed', frame: signed, ...packetOf('claim', 'live', 1, frameBytes(signed)) },
  { name: 'facts', frame: carrying, ...packetOf('facts', 'live', 1, frameBytes(carrying as never)) },
];
const lengths = [0, 1, 250, 251, 252, 3_835].map((length) => {
  const content = bytes(`content ${length}`, length);
  return { content: b64(content), ...packetOf(`length ${length}`, 'live', 1, content) };
});

const long = { kind: 'state', from: bo.author, run: 'x', seq: 1, body: hex(bytes('long', 5_000)) };
const message = frameBytes(long as never);
// Not packed smaller: how small depends on the machine.
const packed = new Uint8Array(deflateRawSync(message, { level: 0 }));
const CHUNK = 3_835 - 24;
const count = Math.ceil(packed.length / CHUNK);
const set = sha256(packed).slice(0, 16);
const parts = Array.from({ length: count }, (_, index) =>
  packetOf(
    `part ${index}`,
    `base ${index}`,
    2,
    concat(
      set,
      number(index, 2),
      number(count, 2),
      number(message.length, 4),
      packed.slice(index * CHUNK, (index + 1) * CHUNK),
    ),
  ),
);

const secretLabel = `circlekeeper epoch secret 1\n${space}\n3\n${keys.id}`;
const toBo = sealTo(bo, secretLabel, bytes('ephemeral', 32), secret);

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
function base32(data: Uint8Array): string {
  const bits = [...data].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}
const inviteKey = bytes('invite key', 16);
const expiresAt = 1_790_000_040_000;
function invitationOf(purpose: 1 | 2, relays: readonly { kind: 1 | 2; open: boolean; rest: string }[]) {
  const said = concat(
    Uint8Array.of(purpose),
    inviteKey,
    number(expiresAt / 60_000, 4),
    Uint8Array.of(relays.length),
    ...relays.map(({ kind, open, rest }) => {
      const text = utf8(rest);
      return concat(Uint8Array.of(kind + (open ? 128 : 0), text.length), text);
    }),
  );
  const body = concat(Uint8Array.of(said.length), said);
  const check = sha256(concat(utf8('circlekeeper invitation 1\n'), body)).slice(0, 4);
  return {
    text: `ck1${base32(concat(body, check))}`,
    purpose: purpose === 1 ? 'circle' : 'device',
    key: hex(inviteKey),
    expiresAt,
    relays: relays.map(({ kind, open, rest }) => ({
      kind: kind === 1 ? 'mqtt' : 'nostr',
      address: `${open ? 'ws' : 'wss'}://${rest}`,
    })),
  };
}
const invitations = [
  invitationOf(1, [{ kind: 1, open: false, rest: 'relay.example.org:8084/mqtt' }]),
  invitationOf(2, [
    { kind: 1, open: true, rest: '127.0.0.1:9001' },
    { kind: 2, open: false, rest: 'nostr.example.net' },
  ]),
  invitationOf(1, []),
];

const inviteOf = (purpose: string) => {
  const derived = derive(`circlekeeper invitation 1 ${purpose}`, inviteKey);
  return {
    purpose,
    id: derived.id,
    prefix: derived.prefix,
    newcomer: topicOf(derived, 'newcomer'),
    steward: topicOf(derived, 'steward'),
  };
};
const invite = inviteOf('circle');
const party = ({ author, box }: typeof ada, name: string) => ({
  author,
  box,
  nonce: b64(bytes(`${name} nonce`, 32)),
});
const steward = party(ada, 'steward');
const newcomer = party(bo, 'newcomer');
const commit = sha(
  sorted(['circlekeeper commit 1', invite.id, newcomer.author, newcomer.box, newcomer.nonce]),
);
const together = sha(
  sorted(['circlekeeper together 1', invite.id, commit, Object.values(steward), Object.values(newcomer)]),
);
const codeBytes = unb64(sha(sorted(['circlekeeper code 1', together])));
const code = [...hex(codeBytes).slice(0, 6)]
  .map((digit) => '234679HKLMOPRWXY'[Number.parseInt(digit, 16)])
  .join('');
const grant = {
  purpose: 'circle',
  space,
  member: 'member-bo',
  secrets: [{ epoch: 3, id: keys.id, secret: b64(secret) }],
  relays: invitations[0]?.relays ?? [],
};
const sealed = sealTo(
  bo,
  `circlekeeper grant 1\n${together}`,
  bytes('grant ephemeral', 32),
  utf8(JSON.stringify(grant)),
);
const said = [
  { say: 'ask', commit },
  { say: 'answer', commit, ...steward },
  { say: 'reveal', commit, ...newcomer, to: steward.nonce },
  { say: 'grant', author: ada.author, together, sealed },
  { say: 'thanks', author: bo.author, together },
  { say: 'no', commit, author: ada.author, why: 'taken' },
].map((one) => {
  const seed = 'author' in one && one.author === bo.author ? bo.signSeed : ada.signSeed;
  const sig = one.say === 'ask' ? 0 : sign(seed, sorted(['circlekeeper invite 1', invite.id, one]));
  return { said: one, bytes: b64(utf8(JSON.stringify([one, sig]))) };
});

const vectors = {
  made: 'by test/builders/other-seal/make-vectors.ts, with @noble/curves, @noble/ciphers and @noble/hashes',
  devices: { ada: shown(ada), bo: shown(bo) },
  space: { founder: ada.author, nonce, id: space },
  facts,
  wire,
  epoch: {
    space,
    epoch: 3,
    secret: hex(secret),
    id: keys.id,
    frameKey: hex(keys.frame),
    topicKey: hex(keys.topic),
    prefix: keys.prefix,
    topics: labels.map((label) => ({ label, topic: topicOf(keys, label) })),
  },
  frames,
  lengths,
  parts: { frame: long, packets: parts },
  secretForBo: toBo,
  invitations,
  invite,
  inviteDevice: inviteOf('device'),
  handshake: { steward, newcomer, commit, together, code, grant, said },
};
// A look at oneself, so that nothing wrong is written down.
for (const { topic, packet } of [...frames, ...parts]) openPacket(keys, topic, unb64(packet));
const path = join(import.meta.dirname, '../../pages/share/vectors.json');
const text = `${JSON.stringify(vectors, null, 1)}\n`;
if (!process.argv.includes('--look')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) throw new Error('the vectors are not what is made now');
