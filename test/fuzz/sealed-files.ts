import fc from 'fast-check';
import { type LockRecord, readLock } from '../../lib/store/lock/lock-record.ts';
import {
  looksLikeCode,
  newCode,
  newLock,
  openByCode,
  openLock,
  withCode,
} from '../../lib/store/lock/passphrase.ts';
import { isSealed, openSealed } from '../../lib/store/sealed.ts';
import { nastyJson, nastyText } from './nasty.ts';

const WORDS = 'correct horse';
const TEXT = '{"format":"circlekeeper","version":1,"facts":[]}\n';
/** The fewest that a file may ask for: the work of opening one, and no more of it. */
const FEWEST = 100_000;
/** What a file may make this computer do, whoever wrote it. */
const MOST = { rounds: 10_000_000, bytes: 64 };

/** A sealed copy made by docs/export-format.md, apart from the code that is tried. */
async function sealedCopy(): Promise<Record<string, unknown>> {
  const [salt, iv] = [new Uint8Array(16).fill(7), new Uint8Array(12).fill(9)];
  const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(WORDS), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: FEWEST };
  const key = await crypto.subtle.deriveKey(how, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(TEXT));
  return {
    format: 'circlekeeper-sealed',
    version: 1,
    rounds: FEWEST,
    salt: salt.toBase64(),
    iv: iv.toBase64(),
    data: new Uint8Array(data).toBase64(),
  };
}

/** What somebody does to one field of such a file: cuts it, turns a letter, doubles it, or puts something else there. */
const change = fc.oneof(
  fc.record({ do: fc.constant('cut' as const), at: fc.nat(200) }),
  fc.record({ do: fc.constant('turn' as const), at: fc.nat(200) }),
  fc.record({ do: fc.constant('longer' as const), times: fc.integer({ min: 2, max: 2_000 }) }),
  fc.record({
    do: fc.constant('other' as const),
    value: fc.oneof(
      nastyJson,
      nastyText,
      fc.integer(),
      fc.double(),
      fc.constantFrom(2 ** 31, 2 ** 31 - 1, 2 ** 53, 0, -1, 1, 99_999, 10_000_001, 1e308, '600000', null),
    ),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(value: unknown, how: Change): unknown {
  if (how.do === 'other') return how.value;
  if (typeof value !== 'string') return how.do === 'longer' ? Number(value) * how.times : value;
  if (how.do === 'cut') return value.slice(0, how.at % (value.length + 1));
  if (how.do === 'longer') return value.repeat(how.times);
  const at = how.at % value.length;
  return `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
}

/** Gives one field somewhere in `record` another value; `at` chooses it. */
function withOne(
  record: Readonly<Record<string, unknown>>,
  at: number,
  how: Change,
): Record<string, unknown> {
  const names = Object.keys(record);
  const name = names[at % names.length] ?? '';
  const before = record[name];
  const inner = typeof before === 'object' && before !== null;
  return { ...record, [name]: inner ? withOne({ ...before }, at + 1, how) : changed(before, how) };
}

/** What counts of a copy: its bytes, however their letters are filled up at the end. */
function bytesOf(file: Readonly<Record<string, unknown>>): string | null {
  try {
    return ['salt', 'iv', 'data'].map((name) => Uint8Array.fromBase64(String(file[name])).toHex()).join();
  } catch {
    return null;
  }
}

/** A copy that somebody changed: it opens as it was or not at all, and asks for no more work than is allowed. */
async function copy(good: Readonly<Record<string, unknown>>, at: number, how: Change): Promise<void> {
  const given: unknown = JSON.parse(JSON.stringify(withOne(good, at, how)) ?? 'null');
  if (!isSealed(given)) return;
  if (given.rounds > MOST.rounds) throw new Error(`a file that asks for ${given.rounds} rounds`);
  for (const bytes of [given.salt, given.iv])
    if (bytes.length > MOST.bytes * 2) throw new Error(`a file with ${bytes.length} letters of salt`);
  // Work that is allowed is not done here a thousand times.
  if (given.rounds > FEWEST) return;
  const opened = await openSealed(given, WORDS);
  if (opened !== null && opened !== TEXT) throw new Error('a changed copy opened with other words');
  if ((opened === null) === (bytesOf(given) === bytesOf(good)))
    throw new Error('a copy did not open, or should not have');
}

/** The row of a lock that was damaged: it says so, gives the one key, or none. */
async function lock({ record, key, code }: Good, at: number, how: Change, text: string): Promise<void> {
  let given: LockRecord;
  try {
    given = readLock(JSON.stringify(withOne({ ...record }, at, how)));
  } catch (cause) {
    if (cause instanceof Error) return;
    throw cause;
  }
  const byWords = given.kdf.rounds > 1_000 ? null : await openLock(given, WORDS);
  for (const got of [byWords, await openByCode(given, code)])
    if (got !== null && got.toHex() !== key.toHex()) throw new Error('another key than the one');
  if ((await openByCode(record, text)) !== null) throw new Error('a code that nobody was given');
  if (typeof looksLikeCode(text) !== 'boolean') throw new Error('neither yes nor no');
}

interface Good {
  readonly record: LockRecord;
  readonly key: Uint8Array;
  readonly code: string;
}

async function goodLock(): Promise<Good> {
  const code = newCode();
  const { record, key } = await newLock(WORDS, null, 1);
  return { record: await withCode(record, key, code), key, code };
}

/** Shows `inputs` changed copies and locks, and as many codes, to what opens them. Throws with what was wrong. */
export async function checkSealed(inputs: number, seed: number): Promise<void> {
  const [good, held] = await Promise.all([sealedCopy(), goodLock()]);
  if ((await openSealed(good as never, WORDS)) !== TEXT) throw new Error('the copy itself does not open');
  if ((await openByCode(held.record, held.code.toLowerCase().replaceAll('-', ' '))) === null)
    throw new Error('the code itself does not open');
  await fc.assert(
    fc.asyncProperty(fc.nat(20), change, nastyText, async (at, how, text) => {
      await copy(good, at, how);
      await lock(held, at, how, text);
    }),
    { numRuns: inputs, seed },
  );
}
