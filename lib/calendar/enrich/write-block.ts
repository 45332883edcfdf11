import type { CalendarClient, Problem } from '../sync/provider.ts';
import { type Block, putBlock, readBlock, removeBlock } from './block.ts';

/** How often an event that others change at the same moment is read again. */
const TRIES = 4;

export interface EventPlace {
  calendarId: string;
  eventId: string;
}

/** What we know of an event we wrote into. */
export interface WrittenBlock {
  etag: string;
  /** The lines that stand there now; none when the block was taken out. */
  lines: readonly string[];
}

export type WriteOutcome =
  | { ok: true; written: WrittenBlock; changed: boolean }
  /** `other-writer`: another member's Circlekeeper writes here; nothing was changed. `conflict`: others kept changing it. */
  | { ok: false; reason: 'missing' | 'read-only' | 'other-writer' | 'conflict' }
  | { ok: false; reason: 'too-long'; over: number }
  | Problem;

type Client = Pick<CalendarClient, 'read' | 'write'>;

/**
 * Puts the block into an event, or (null) takes it and our mark out. What others change meanwhile is read again and
 * kept. Nothing is written when it would be the same.
 * @param known lines we wrote here before. @param takeOver writes although somebody else's block stands there.
 */
export async function writeBlock(
  client: Client,
  { calendarId, eventId }: EventPlace,
  block: Block | null,
  options: { mark: string; known?: readonly string[]; takeOver?: boolean; limit?: number },
): Promise<WriteOutcome> {
  const known = options.known ?? [];
  for (let tries = 0; tries < TRIES; tries++) {
    const read = await client.read(calendarId, eventId);
    if (!read.ok) return read;
    const { event } = read;
    if (!event.mayWrite) return { ok: false, reason: 'read-only' };
    const isOurs = event.mark === options.mark || known.length > 0;
    if (!isOurs && readBlock(event.body)) {
      // Not ours to take out; what we never wrote needs no undoing.
      if (!block) return { ok: true, written: { etag: event.etag, lines: [] }, changed: false };
      if (!options.takeOver) return { ok: false, reason: 'other-writer' };
    }
    const put = block
      ? putBlock(event.body, block, {
          known,
          ...(options.limit === undefined ? {} : { limit: options.limit }),
        })
      : { ok: true as const, body: removeBlock(event.body, known) };
    if (!put.ok) return put;
    const mark = block ? options.mark : null;
    const lines = block ? [block.opening, ...block.lines, block.closing] : [];
    if (put.body.content === event.body.content && event.mark === mark)
      return { ok: true, written: { etag: event.etag, lines }, changed: false };
    const wrote = await client.write(calendarId, eventId, { body: put.body, mark }, event.etag);
    if (wrote.ok) return { ok: true, written: { etag: wrote.etag, lines }, changed: true };
    if (wrote.reason !== 'conflict') return wrote;
  }
  return { ok: false, reason: 'conflict' };
}
