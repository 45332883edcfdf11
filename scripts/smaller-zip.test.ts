import { inflateRawSync } from 'node:zlib';
// What WXT packs with.
import { createZip } from '@aklinker1/zero-zip';
import { expect, it } from 'vitest';
import { repacked } from './smaller-zip.ts';

const files: readonly (readonly [string, string])[] = [
  ['manifest.json', JSON.stringify({ name: 'Circlekeeper', version: '1' })],
  ['texts/dé.txt', 'Ein Kreis, ein Vertrag, eine Runde.\n'.repeat(200)],
  ['icon.png', String.fromCharCode(...Array.from({ length: 256 }, (_, at) => at))],
  ['empty.txt', ''],
];

const made = async () => {
  const zip = createZip({ level: 1 });
  for (const [path, text] of files) zip.addFile(path, Buffer.from(text, 'latin1'));
  return Buffer.from(await zip.toBuffer());
};

/** Reads a zip by its list, by the description of the format and without a line of what writes it. */
function listed(zip: Buffer): [path: string, text: string, crc: number][] {
  const end = zip.length - 22;
  const found: [string, string, number][] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + name.length;
    expect(zip.subarray(local + 30, start)).toEqual(name);
    // Method, crc and both sizes stand in both places alike.
    expect(zip.subarray(local + 8, local + 26)).toEqual(zip.subarray(at + 10, at + 28));
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const text = zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    expect(text.length).toBe(zip.readUInt32LE(at + 24));
    found.push([name.toString(), text.toString('latin1'), zip.readUInt32LE(at + 16)]);
    at += 46 + name.length;
  }
  expect(at).toBe(end);
  return found;
}

it('leaves in a zip what is in it, in its order, and makes it smaller', async () => {
  const before = await made();
  const after = await repacked(before);
  expect(listed(after)).toEqual(listed(before));
  expect(listed(after).map(([path, text]) => [path, text])).toEqual(files);
  expect(after.length).toBeLessThan(before.length);
  expect((await repacked(before)).equals(after)).toBe(true);
});

it('is not made smaller twice', async () => {
  const once = await repacked(await made());
  expect((await repacked(once)).equals(once)).toBe(true);
});

it('refuses a zip that is written otherwise, instead of guessing', async () => {
  const zip = await made();
  await expect(repacked(zip.subarray(0, -1))).rejects.toThrow('does not end');
  const flagged = Buffer.from(zip);
  flagged.writeUInt16LE(8, zip.readUInt32LE(zip.length - 6) + 8);
  await expect(repacked(flagged)).rejects.toThrow('in another way');
});
