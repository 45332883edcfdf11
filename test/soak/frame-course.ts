import { isSound } from '../../lib/fact/fact.ts';
import { spaceIdOf } from '../../lib/fact/space.ts';
import { fromWire } from '../../lib/share/exchange/wire-fact.ts';
import { readInvitation, writeInvitation } from '../../lib/share/invite/invitation.ts';
import { readSaid } from '../../lib/share/invite/said.ts';
import { type EpochKeys, epochKeys, topicOf } from '../../lib/share/seal/epoch.ts';
import { writeFrame } from '../../lib/share/seal/frame.ts';
import { opener } from '../../lib/share/seal/message.ts';
import { MAX_CONTENT } from '../../lib/share/seal/packet.ts';
import { collector, cut, ROOM } from '../../lib/share/seal/parts.ts';
import { concat, derive, number, utf8 } from '../builders/other-seal/primitives.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Mulberry32: whole numbers below `below`, the same for the same seed. */
function chanceOf(seed: number): (below: number) => number {
  let a = seed >>> 0;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
type Chance = ReturnType<typeof chanceOf>;

const noise = (chance: Chance, length: number): Bytes => Uint8Array.from({ length }, () => chance(256));
const FROM = 'k'.repeat(42).concat('A');

/** Somebody with the epoch's key, who seals what they like. */
interface Insider {
  seal(topic: string, plain: Bytes): Promise<Bytes>;
}

async function insider(chance: Chance, id: string, frameKey: Uint8Array): Promise<Insider> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(frameKey), 'AES-GCM', false, ['encrypt']);
  return {
    async seal(topic, plain) {
      const iv = noise(chance, 12);
      const additionalData = new Uint8Array(concat(Uint8Array.of(1), utf8(`${topic}\n${id}`)));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
      return new Uint8Array(concat(Uint8Array.of(1), iv, new Uint8Array(sealed)));
    },
  };
}

const padded = (kind: number, length: number, content: Uint8Array): Bytes => {
  const plain = concat(Uint8Array.of(kind), number(length, 4), content);
  return new Uint8Array(concat(plain, new Uint8Array((256 - (plain.length % 256)) % 256)));
};

/** A good packet made bad in one of many ways; each result must be refused. */
function spoil(chance: Chance, good: Bytes, another: Bytes): Bytes {
  const bytes = good.slice();
  const flip = (at: number) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
  };
  // A packet spliced with itself would be a good one.
  switch (another === good ? 7 : chance(8)) {
    case 0:
      return noise(chance, chance(4_200));
    case 1:
      // Of the right length, so that it gets as far as the key.
      return Uint8Array.from([1, ...noise(chance, 28 + 256 * (1 + chance(3)))]);
    case 2:
      return bytes.subarray(0, chance(bytes.length));
    case 3:
      return Uint8Array.from([...bytes, ...noise(chance, 1 + chance(600))]);
    case 4: {
      const at = 13 + chance(Math.min(bytes.length, another.length) - 14);
      return Uint8Array.from([...bytes.subarray(0, at), ...another.subarray(at)]);
    }
    case 5:
      bytes[0] = 2 + chance(254);
      return bytes;
    case 6:
      return bytes.subarray(0, bytes.length - 256);
    default:
      flip(chance(bytes.length));
      return bytes;
  }
}

const WRONG_FRAMES: readonly unknown[] = [
  null,
  7,
  {},
  [],
  ['hello'],
  ['hello', FROM, 'r', 0, null, 0],
  ['hello', FROM, 'r', 1.5, null, 0],
  ['hello', FROM, 'r', 1, null],
  ['hello', FROM, 'r', 1, null, 0, 0],
  ['hello', 'short', 'r', 1, null, 0],
  ['hello', FROM, '', 1, null, 0],
  ['hello', FROM, 'r', 1, null, 'no signature'],
  ['Hello there', FROM, 'r', 1, null, 0],
  [['hello'], FROM, 'r', 1, null, 0],
  { 0: 'hello', length: 6 },
];

/** What a member could seal who means harm: authentic, and nothing that may be taken. */
function wrongPlain(chance: Chance): Bytes {
  const frame = utf8(JSON.stringify(['hello', FROM, 'r', 1, null, 0]));
  switch (chance(7)) {
    case 0:
      return noise(chance, 256 * (1 + chance(3)));
    case 1:
      return padded(3 + chance(250), frame.length, frame);
    case 2:
      return padded(1, frame.length + 1 + chance(1_000_000), frame);
    case 3: {
      // Something hidden in the padding.
      const plain = padded(1, frame.length, frame);
      plain[plain.length - 1 - chance(50)] = 1 + chance(255);
      return plain;
    }
    case 4: {
      const content = utf8(JSON.stringify(WRONG_FRAMES[chance(WRONG_FRAMES.length)]));
      return padded(1, content.length, content);
    }
    case 5: {
      const content = noise(chance, chance(800));
      return padded(1, content.length, content);
    }
    default: {
      // Parts that begin a message and never end it, each of another.
      const content = concat(
        noise(chance, 16),
        number(chance(12), 2),
        number(chance(700), 2),
        number(chance(2 ** 32), 4),
        noise(chance, chance(20) === 0 ? MAX_CONTENT - 24 : chance(700)),
      );
      return padded(2, content.length, content);
    }
  }
}

/** A text with one letter changed, put in, left out, or with its end missing. */
function misspell(chance: Chance, text: string): string {
  const at = 3 + chance(text.length - 3);
  const letter = '0123456789abcdefghjkmnpqrstvwxyz~ü'[chance(34)] ?? '';
  switch (chance(4)) {
    case 0:
      return text.slice(0, at) + letter + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1);
    default:
      return text.slice(0, at);
  }
}

/** Parsed JSON with one place of it changed, at random. */
function mangled(chance: Chance, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && chance(10) !== 0) {
    const at = chance(value.length);
    if (chance(8) === 0) return value.toSpliced(at, 1);
    return value.with(at, mangled(chance, value[at]));
  }
  const others = [null, 0, -1, 2 ** 60, '', 'x', [], {}, true, 'A'.repeat(43), noise(chance, 20).toHex()];
  return others[chance(others.length)];
}

interface Town {
  keys: EpochKeys;
  others: readonly { open(topic: string, packet: Uint8Array): Promise<unknown> }[];
  topics: readonly string[];
  packets: { topic: string; bytes: Bytes }[];
  evil: Insider;
}

async function build(chance: Chance): Promise<Town> {
  const space = spaceIdOf(FROM, 'nonce');
  const [secret, second] = [noise(chance, 32), noise(chance, 32)];
  const raw = derive(space, secret);
  const keys = await epochKeys(space, { epoch: 1, id: raw.id, secret });
  const next = await epochKeys(space, { epoch: 2, id: derive(space, second).id, secret: second });
  const evil = await insider(chance, raw.id, raw.frame);
  const topics = await Promise.all(['live', 'base 0', 'base 1'].map((label) => topicOf(keys, label)));
  const packets = [];
  for (let i = 0; i < 24; i += 1) {
    const topic = topics[i % topics.length] ?? '';
    const frame = writeFrame({
      kind: 'hello',
      from: FROM,
      run: 'r',
      seq: i + 1,
      body: noise(chance, chance(900)).toHex(),
    });
    packets.push({ topic, bytes: await evil.seal(topic, padded(1, frame.length, frame)) });
  }
  return { keys, others: [opener(next), opener({ ...keys, id: next.id })], topics, packets, evil };
}

/** Bytes in use; a browser does not tell. */
const memory = (): number => ('process' in globalThis ? process.memoryUsage().rss : 0);
/** The largest growth that is no leak but the collector's hesitation, in bytes. */
const BREATH = 256 * 1024 * 1024;

/**
 * Sends `frames` packets that nobody may take, from outside and from inside, and as many misspelt invitations, mangled
 * facts and words of the handshake in between. Throws at the first that is taken, at anything thrown, and where memory grows.
 */
export async function checkFrames({ frames, seed = 1 }: { frames: number; seed?: number }): Promise<void> {
  const chance = chanceOf(seed);
  const { keys, others, topics, packets, evil } = await build(chance);
  const parts = collector();
  const { open } = opener(keys, parts);
  const pick = () => packets[chance(packets.length)] ?? { topic: '', bytes: new Uint8Array() };
  for (const { topic, bytes } of packets)
    if (!(await open(topic, bytes))) throw new Error('a good frame was refused, so refusing proves nothing');
  const invitation = writeInvitation({
    purpose: 'circle',
    key: noise(chance, 16),
    expiresAt: 1_790_000_040_000,
    relays: [{ kind: 'mqtt', address: 'wss://relay.example.org/mqtt' }],
  });
  const fact = [1, '019a4f3c2b11.0000', 'm', 'k', 1, 'e', 0, 'salt', { text: 'a' }, 0];
  const word = utf8(
    JSON.stringify([{ say: 'answer', commit: FROM, author: FROM, box: FROM, nonce: FROM }, 'x']),
  );
  const before = memory();
  const refuse = (what: string, taken: unknown, i: number) => {
    if (taken !== null)
      throw new Error(`SEED=${seed}: ${what} number ${i} was taken: ${JSON.stringify(taken)}`);
  };
  for (let i = 0; i < frames; i += 1) {
    const { topic, bytes } = pick();
    switch (chance(10)) {
      case 0:
        refuse('a frame in another topic', await open(topics.find((one) => one !== topic) ?? '', bytes), i);
        break;
      case 1:
        refuse('a frame of another epoch', (await others[chance(2)]?.open(topic, bytes)) ?? null, i);
        break;
      case 2:
      case 3:
      case 4:
        refuse(
          'a frame of a member who means harm',
          await open(topic, await evil.seal(topic, wrongPlain(chance))),
          i,
        );
        break;
      default:
        refuse('a spoilt frame', await open(topic, spoil(chance, bytes, pick().bytes)), i);
    }
    if (parts.held() > ROOM.bytes) throw new Error(`SEED=${seed}: more is kept than there is room for`);
    if (i % 16 !== 0) continue;
    const text = misspell(chance, invitation);
    const read = readInvitation(text);
    if (read.ok && writeInvitation(read.invitation) !== invitation)
      throw new Error(`SEED=${seed}: the invitation ${text} was taken`);
    const changed = mangled(chance, [fact, fact]);
    const facts = fromWire(keys.space, FROM, Array.isArray(changed) ? changed : []);
    if (!facts.every(isSound)) throw new Error(`SEED=${seed}: facts that do not hold`);
    const spoilt = spoil(chance, new Uint8Array(word), new Uint8Array(word));
    refuse('a word of the handshake', await readSaid('invite', spoilt), i);
  }
  const grown = memory() - before;
  if (grown > BREATH) throw new Error(`SEED=${seed}: memory grew by ${Math.round(grown / 1e6)} MB`);
}

/** Whole messages cut into parts, of which some are spoilt: none comes out but as it went in. */
export async function checkParts({ messages, seed = 1 }: { messages: number; seed?: number }): Promise<void> {
  const chance = chanceOf(seed);
  const { take, held } = collector({ messages: 8, bytes: 200_000 });
  for (let i = 0; i < messages; i += 1) {
    const message = noise(chance, 1 + chance(20_000));
    for (const part of await cut(message)) {
      const sent = chance(4) === 0 ? spoil(chance, part, noise(chance, part.length)) : part;
      const whole = await take(sent);
      if (whole && whole.toHex() !== message.toHex())
        throw new Error(`SEED=${seed}: message ${i} came out another`);
    }
    if (held() > 200_000) throw new Error(`SEED=${seed}: more is kept than there is room for`);
  }
}
