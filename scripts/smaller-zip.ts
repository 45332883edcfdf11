import { readFile, writeFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

/** Marks and sizes of a zip's parts (APPNOTE.TXT, 4.3). */
const LOCAL = { mark: 0x04034b50, size: 30 };
const CENTRAL = { mark: 0x02014b50, size: 46 };
const END = { mark: 0x06054b50, size: 22 };
const STORED = 0;
const DEFLATED = 8;
/** Sizes stand behind the content, and so on: nothing that the packer of WXT writes. */
const UNKNOWN_FLAGS = ~0x0800;
/** Looked for a few times, more gains next to nothing; blocks of their own gain half a percent and take six times as long. */
const HOW = { numiterations: 5, blocksplitting: false };

/**
 * Packs the files of a zip anew, each as small as Zopfli makes it, and changes nothing else: what is in them, their
 * order, names and times.
 * Rejects where the zip is of another kind than WXT's, or what was packed does not come out again
 */
export async function repacked(zip: Buffer): Promise<Buffer> {
  const end = zip.length - END.size;
  if (end < 0 || zip.readUInt32LE(end) !== END.mark) throw new Error('The zip does not end as WXT’s did.');
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let written = 0;
  let at = zip.readUInt32LE(end + 16);
  while (at < end) {
    const entry = Buffer.from(zip.subarray(at, at + CENTRAL.size + zip.readUInt16LE(at + 28)));
    if (entry.readUInt32LE(0) !== CENTRAL.mark || entry.readUInt16LE(8) & UNKNOWN_FLAGS)
      throw new Error('The zip is written in another way than WXT’s was.');
    at += entry.length + entry.readUInt16LE(30) + entry.readUInt16LE(32);
    const { header, content } = await contentOf(zip, entry);
    for (const [part, from] of [
      [header, 8],
      [entry, 10],
    ] as const) {
      part.writeUInt16LE(content.method, from);
      part.writeUInt32LE(content.bytes.length, from + 10);
    }
    entry.writeUInt32LE(written, 42);
    // Neither takes along what a packer may say beside.
    header.writeUInt16LE(0, 28);
    entry.writeUInt32LE(0, 30);
    bodies.push(header, content.bytes);
    list.push(entry);
    written += header.length + content.bytes.length;
  }
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  last.writeUInt32LE(written, 16);
  return Buffer.concat([...bodies, ...list, last]);
}

interface Content {
  readonly method: number;
  readonly bytes: Buffer;
}

/** A file's own header, and what it holds as small as it gets. */
async function contentOf(zip: Buffer, entry: Buffer): Promise<{ header: Buffer; content: Content }> {
  const from = entry.readUInt32LE(42);
  if (zip.readUInt32LE(from) !== LOCAL.mark) throw new Error('The zip names a file that is not there.');
  const names = from + LOCAL.size;
  const header = Buffer.from(zip.subarray(from, names + zip.readUInt16LE(from + 26)));
  const start = names + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
  const method = entry.readUInt16LE(10);
  const bytes = zip.subarray(start, start + entry.readUInt32LE(20));
  if (method !== STORED && method !== DEFLATED) throw new Error('The zip is packed in another way.');
  return { header, content: await smallest({ method, bytes }) };
}

async function smallest(given: Content): Promise<Content> {
  const file = given.method === STORED ? given.bytes : inflateRawSync(given.bytes);
  const bytes = await deflatedOnce(file);
  if (!inflateRawSync(bytes).equals(file)) throw new Error('What was packed does not come out again.');
  if (bytes.length >= Math.min(given.bytes.length, file.length))
    return given.bytes.length < file.length ? given : { method: STORED, bytes: file };
  return { method: DEFLATED, bytes };
}

const packed = new Map<string, Promise<Buffer>>();

/** The packages for the browsers have nearly all their files in common. */
function deflatedOnce(file: Buffer): Promise<Buffer> {
  const key = file.toString('latin1');
  const known = packed.get(key);
  if (known) return known;
  const bytes = zopfli.deflateAsync(file, HOW).then((found) => Buffer.from(found));
  packed.set(key, bytes);
  return bytes;
}

/** WXT's hook `zip:extension:done`: what people download is a thirtieth smaller. */
export async function packSmaller(path: string): Promise<void> {
  await writeFile(path, await repacked(await readFile(path)));
}
