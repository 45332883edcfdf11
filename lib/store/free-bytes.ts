/** With less the disk counts as full: a new log has to fit (`fresh-log.ts` looks for 16 MiB), and tables that the browser packs anew. */
export const LEAST_BYTES = 24 << 20;

/**
 * Room on the disk, bytes. Chromium (156) tells it to the byte, and as it is now, to an extension that holds
 * `unlimitedStorage`; to others a number that never gets small. Firefox tells another number, and takes back by itself
 * what did not fit (SQLite), so there it is infinite.
 */
export async function freeBytes(): Promise<number> {
  if (import.meta.env.FIREFOX) return Number.POSITIVE_INFINITY;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}
