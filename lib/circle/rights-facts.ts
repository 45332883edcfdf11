import * as v from 'valibot';
import type { Fact } from '../fact/fact.ts';
import { memberKinds } from './facts.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** The raw public key of a device, base64url. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const hash = key;
const hashes = v.pipe(v.array(hash), v.maxLength(500));
const seq = v.pipe(v.number(), v.integer(), v.minValue(0));
const at = v.number();
/** Device → the last number that counts of it. A device that is not named: none of its facts. */
const until = v.record(v.string(), seq);
/**
 * The acts of those devices that were known by then: these count, whatever their numbers, and no others, or whoever was
 * removed would give a number a second time. Absent: all up to the last number.
 */
const acts = v.optional(v.pipe(v.array(hash), v.maxLength(2_000)));
/** The fact that made the writer's member a steward. Absent: they act for themselves. */
const right = v.optional(hash);

/**
 * Who may do what in a shared circle; entity of all: the circle's id. `device` and `author` are public keys. Never undone,
 * never erased: each is answered by another of them.
 */
export const rightsKinds = {
  /** The root: founds the circle with its writer's device as the founder's. `source`: the circle it goes on from. */
  'circle.shared': v.object({ nonce: id, member: id, box: key, at, source: v.nullable(id) }),
  /** `after`: the author that this device was before, where it had to begin a new one (`succession.ts`). */
  'device.added': v.object({ device: key, box: key, member: id, at, right, after: v.optional(key) }),
  /** `until`: the last number of the device that counts. It never comes back; its member gets a new one. */
  'device.removed': v.object({ device: key, until: seq, acts, at, right }),
  'steward.named': v.object({ member: id, at, replaces: hashes, right }),
  /** `replaces`: the facts by which the member was a steward. `until`: of which of their devices acts still count. */
  'steward.ended': v.object({ member: id, at, replaces: hashes, until, acts, right }),
  /**
   * `id`: hash of the secret. `of`: hash of the fact of the epoch before, or ''. `secrets`: device → sealed for it.
   * `without`: devices that were known and left out; who stands in neither was unknown (`epoch-readers.ts`).
   */
  'epoch.began': v.object({
    epoch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
    of: v.union([v.literal(''), hash]),
    secrets: v.record(v.string(), v.pipe(v.string(), v.maxLength(1000))),
    without: v.optional(v.pipe(v.array(key), v.maxLength(2_000))),
    id,
    at,
    right,
  }),
} as const;

/** The facts by which rights come and go: those above, and who leaves and comes back (entity: the member). */
export const actKinds = {
  ...rightsKinds,
  'member.left': memberKinds['member.left'],
  'member.returned': memberKinds['member.returned'],
} as const;

/** Whether rights depend on facts of this kind. */
export const isRightsKind = (kind: string): boolean => Object.hasOwn(actKinds, kind);

/** Whether rights depend on this fact. */
export const isRightsFact = (fact: Fact): boolean => isRightsKind(fact.kind);
