import type { DBCore, Middleware } from 'dexie';
import { freeBytes, LEAST_BYTES } from './free-bytes.ts';
import { freshLog, isTornHere } from './fresh-log.ts';

/** That there was too little room at the last look, in this page or worker. */
let isShort = false;
let looking: Promise<void> | undefined;

/** Until when the last look holds, by `performance.now`, ms. */
let holdsUntil = Number.NEGATIVE_INFINITY;
/** Nothing fills a disk faster, bytes a ms: the quickest of today write 5 GB a second. */
const FASTEST = 5e6;
/** And not longer than this, ms, however much room there is. */
const MOST_MS = 10_000;

/**
 * Looks once for all who ask meanwhile, and not again while the room that was there cannot be gone: a look takes half a
 * millisecond of the page, and as much of the process in which the database waits.
 */
async function look(mend: () => Promise<void>): Promise<void> {
  if (performance.now() < holdsUntil && !isTornHere()) return;
  looking ??= lookNow(mend).finally(() => {
    looking = undefined;
  });
  await looking;
}

async function lookNow(mend: () => Promise<void>): Promise<void> {
  const at = performance.now();
  try {
    const free = await freeBytes();
    const hasRoom = free >= LEAST_BYTES;
    // While there was none, this or another page may have left half a record behind.
    if (hasRoom && isShort) await mend();
    isShort = !hasRoom;
    if (hasRoom) holdsUntil = at + Math.min(MOST_MS, (free - LEAST_BYTES) / FASTEST);
  } catch (error) {
    // Where nobody tells how much room there is, or no log can be begun for another reason, one goes on writing.
    isShort = isQuota(error);
  }
}

const isQuota = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

const refusal = () => new DOMException('less room on the disk than is needed to write', 'QuotaExceededError');

/** To be told why a new log could not be begun: where room was missing, one comes before anything else is written. */
export function noNewLog(error: unknown): void {
  if (!isQuota(error)) return;
  isShort = true;
  holdsUntil = Number.NEGATIVE_INFINITY;
}

/**
 * Rejects with a QuotaExceededError while there is too little room on the disk, and looks for it anew each time. To be
 * asked before anything that one is told of: a write that does not fit is cut in the middle by Chromium, and what one
 * writes behind that it may throw away. Others may fill the disk between the look and the write.
 */
export async function needRoom(mend: () => Promise<void> = freshLog): Promise<void> {
  await look(mend);
  if (isShort) throw refusal();
}

/** Whether the disk of this computer is full, as far as the browser tells. */
export const isDiskFull = (): Promise<boolean> =>
  freeBytes().then(
    (bytes) => bytes < LEAST_BYTES,
    () => false,
  );

/**
 * Refuses what would be written where there was too little room at the last look, and looks again: for those who write
 * without asking (calendars, what others wrote), whom nobody waits for.
 */
export const onlyWithRoom: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'only with room on the disk',
  create: (core) => ({
    transaction: (names, mode, options) => {
      if (mode === 'readwrite') {
        void look(freshLog);
        if (isShort) throw refusal();
      }
      return core.transaction(names, mode, options);
    },
  }),
};
