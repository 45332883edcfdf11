import { sha256 } from '@noble/hashes/sha2.js';
import type { SpaceId } from '../../fact/space.ts';
import { type Bytes, fromText, joined, toText, utf8 } from '../bytes.ts';
import { MAX_PACKET } from './transport.ts';

/** A sealed packet and the topic it is sealed for. */
export interface SealedPacket {
  topic: string;
  bytes: Uint8Array;
}

/**
 * Why a file or a pasted text cannot be read. `none`: nothing of ours in it · `cut`: its end is missing · `damaged`:
 * letters were changed · `newer`: written by a newer version · `otherCircle`: of another circle · `otherEpoch`: of this
 * circle, sealed with a key that this device has not (somebody joined or left since, on either side) · `tooLarge`
 */
export const SEALED_FILE_PROBLEMS = [
  'none',
  'cut',
  'damaged',
  'newer',
  'otherCircle',
  'otherEpoch',
  'tooLarge',
] as const;
export type SealedFileProblem = (typeof SEALED_FILE_PROBLEMS)[number];

export type SealedFileResult =
  | { ok: true; packets: readonly SealedPacket[] }
  | { ok: false; reason: SealedFileProblem };

const BEGIN = '--- Circlekeeper, sealed';
const END = '--- end of what is sealed ---';
const VERSION = 1;
/** A line of a mail, so that no program breaks it. */
const LINE = 76;
/** Two years of eight members take about 0.7 million letters. */
const MAX_TEXT = 24_000_000;
const CHECK = 16;
const HINT = 12;
const MAX_TOPIC = 200;

/**
 * Packets as text, for a file or to paste: nobody without the epoch's key learns more of it than its size. The line
 * before it names the circle by the beginning of a hash, so that a wrong file is told from an old one.
 */
export function writeSealedFile(space: SpaceId, packets: readonly SealedPacket[]): string {
  const parts = packets.flatMap(({ topic, bytes }) => {
    const name = utf8(topic);
    if (name.length > MAX_TOPIC || bytes.length > MAX_PACKET) throw new RangeError('not a packet');
    return [short(name.length), name, short(bytes.length), bytes];
  });
  const body = joined(...parts);
  const letters = toText(joined(body, checksum(body)));
  const lines = letters.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [`${BEGIN} ${VERSION} ${hintOf(space)} ---`, ...lines, END, ''].join('\n');
}

/**
 * Reads such a text, also with other text around it and other line ends.
 * @param prefixes what topics of the epochs begin with whose keys this device has.
 */
export function readSealedFile(
  text: string,
  { space, prefixes }: { space: SpaceId; prefixes: readonly string[] },
): SealedFileResult {
  const no = (reason: SealedFileProblem): SealedFileResult => ({ ok: false, reason });
  if (text.length > MAX_TEXT) return no('tooLarge');
  const begin = text.indexOf(BEGIN);
  if (begin < 0) return no('none');
  const [head, version = '', hint] =
    /^--- Circlekeeper, sealed +(\d{1,6}) +([\w-]{1,40}) +---/.exec(text.slice(begin, begin + 100)) ?? [];
  if (head === undefined) return no(text.length - begin < 60 ? 'cut' : 'damaged');
  if (Number(version) > VERSION) return no('newer');
  if (hint !== hintOf(space)) return no('otherCircle');
  const end = text.indexOf(END, begin);
  if (end < 0) return no('cut');
  const letters = text.slice(begin + head.length, end).replace(/[\s>]+/g, '');
  const all = fromText(letters);
  if (!all || all.length < CHECK) return no('damaged');
  const body = all.subarray(0, all.length - CHECK);
  if (toText(checksum(body)) !== toText(all.subarray(all.length - CHECK))) return no('damaged');
  const packets = packetsIn(body);
  if (!packets) return no('damaged');
  const known = packets.filter(({ topic }) => prefixes.some((prefix) => topic.startsWith(`${prefix}/`)));
  return packets.length > 0 && known.length === 0 ? no('otherEpoch') : { ok: true, packets: known };
}

function packetsIn(body: Bytes): SealedPacket[] | null {
  const packets: SealedPacket[] = [];
  let at = 0;
  const take = (most: number): Bytes | null => {
    const length = ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0);
    if (length > most || at + 2 + length > body.length) return null;
    const taken = body.slice(at + 2, at + 2 + length);
    at += 2 + length;
    return taken;
  };
  while (at < body.length) {
    const [topic, bytes] = [take(MAX_TOPIC), take(MAX_PACKET)];
    if (!topic || !bytes) return null;
    packets.push({ topic: new TextDecoder().decode(topic), bytes });
  }
  return packets;
}

const short = (value: number): Uint8Array => new Uint8Array([value >> 8, value & 0xff]);
const checksum = (body: Uint8Array): Bytes => new Uint8Array(sha256(body).subarray(0, CHECK));
const hintOf = (space: SpaceId): string =>
  toText(sha256(utf8(`circlekeeper file 1\n${space}`))).slice(0, HINT);
