import * as v from 'valibot';
import { canonical } from '../../fact/canonical.ts';
import type { AuthorId } from '../../fact/fact.ts';
import { isAuthorKey, isSignature } from '../../fact/space.ts';
import { type Bytes, utf8 } from '../bytes.ts';
import { isSigned, type NewKeys, signText } from '../keys.ts';
import type { EpochKeys } from './epoch.ts';

/** What one device tells the others. The bodies of the kinds are the exchange's. */
export interface Frame {
  /** `facts`, `hello`, `state`, `want`, `clock` …; of a kind it does not know a reader makes nothing. */
  kind: string;
  from: AuthorId;
  /** Random, of this start of this device: with `seq` it names the frame, so that one heard before is known. */
  run: string;
  /** 1, 2, 3 … within the run. */
  seq: number;
  body: unknown;
  /** Under what the sender itself claims (`hello`, `state`, heads …). Facts carry their own signatures. */
  sig?: string;
}

/** A message never holds more bytes of JSON than this, packed or not. */
export const MAX_MESSAGE = 8 * 1024 * 1024;

const wireSchema = v.strictTuple([
  v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,19}$/)),
  v.pipe(v.string(), v.check(isAuthorKey)),
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,22}$/)),
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  v.unknown(),
  v.union([v.literal(0), v.pipe(v.string(), v.check(isSignature))]),
]);

/** A frame as bytes: `[kind, from, run, seq, body, sig or 0]` in JSON. */
export const writeFrame = ({ kind, from, run, seq, body, sig }: Frame): Bytes =>
  utf8(JSON.stringify([kind, from, run, seq, body, sig ?? 0]));

/** The frame in some bytes that came out of a packet; null when there is none. The body is not looked at. */
export function readFrame(bytes: Uint8Array): Frame | null {
  if (bytes.length > MAX_MESSAGE) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const wire = v.safeParse(wireSchema, JSON.parse(text));
    if (!wire.success) return null;
    const [kind, from, run, seq, body, sig] = wire.output;
    return { kind, from, run, seq, body, ...(sig === 0 ? {} : { sig }) };
  } catch {
    return null;
  }
}

/** The frame, signed by its sender for this space and epoch. */
export async function signFrame(
  device: Pick<NewKeys, 'sign'>,
  keys: Pick<EpochKeys, 'space' | 'id'>,
  frame: Frame,
): Promise<Frame> {
  return { ...frame, sig: await signText(device, claimOf(keys, frame)) };
}

/** Whether the sender itself said this, in this space and epoch. Whether it has a right to is the reader's to know. */
export async function isFrameSigned(keys: Pick<EpochKeys, 'space' | 'id'>, frame: Frame): Promise<boolean> {
  if (frame.sig === undefined) return false;
  try {
    return await isSigned(frame.from, claimOf(keys, frame), frame.sig);
  } catch {
    return false;
  }
}

/** Throws a TypeError on a body that canonical JSON cannot carry. */
const claimOf = (keys: Pick<EpochKeys, 'space' | 'id'>, { kind, from, run, seq, body }: Frame): string =>
  canonical(['circlekeeper claim 1', keys.space, keys.id, kind, from, run, seq, body]);
