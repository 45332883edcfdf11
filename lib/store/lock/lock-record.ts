import * as v from 'valibot';

/** The row of `meta` that says that all the others are sealed, and how the key to them is got. It is never sealed itself. */
export const LOCK_ROW = 'lock';

// A whole number of bytes; one letter over four is none.
const bytes = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[A-Za-z0-9_-]+$/),
  v.check((text) => text.length % 4 !== 1),
);

const recordSchema = v.object({
  version: v.literal(1),
  /** Names the data key without telling it. */
  id: v.pipe(v.string(), v.minLength(1)),
  kdf: v.object({
    name: v.literal('pbkdf2-sha-256'),
    rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000)),
    salt: bytes,
  }),
  /** The data key, sealed with what the passphrase gives. */
  byPassphrase: bytes,
  /** The same, sealed with what the recovery code gives; null where none was wanted. */
  byCode: v.nullable(bytes),
});

/** How the data key is kept: it stands here twice, each time sealed, and nowhere else on the disk. */
export type LockRecord = v.InferOutput<typeof recordSchema>;

/** The store is sealed, and its key is not in this browser's memory. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** A later version sealed the store in a way that this one does not know. Named as `openDatabase` takes it. */
class NewerLockError extends Error {
  override readonly name = 'VersionError';
}

/**
 * Reads what stands in the row of the lock.
 * @throws when it is of a later version or damaged: nothing may be read or written then.
 */
export function readLock(value: string | number): LockRecord {
  const record = v.safeParse(recordSchema, JSON.parse(String(value)));
  if (!record.success) throw new NewerLockError('sealed in a way that is not known');
  return record.output;
}
