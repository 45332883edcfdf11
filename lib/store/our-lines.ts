import { type Block, readBlock } from '../calendar/enrich/block.ts';
import type { RemoteEvent } from '../calendar/sync/provider.ts';
import type { WrittenEvent } from './enrichment-rows.ts';

/** A date that took our lines along when it was changed by itself; from then on it keeps a text of its own. */
export function holdsOlder(
  date: RemoteEvent,
  masters: readonly RemoteEvent[],
  block: Block | null,
): Omit<WrittenEvent, 'lines'> | null {
  const master = masters.find(({ id }) => id === date.masterId);
  const lines = readBlock({ type: 'text', content: date.description });
  if (!master || !lines || date.description === master.description) return null;
  if (block && lines.join('\n') === [block.opening, ...block.lines, block.closing].join('\n')) return null;
  return { eventId: date.id, masterId: master.id, originalStart: date.originalStart };
}

/** Lines that are ours in an event: those we wrote, or what a date that we never wrote has from its series. */
export function ourLines(
  { eventId, masterId }: Omit<WrittenEvent, 'lines'>,
  written: readonly WrittenEvent[],
): readonly string[] {
  const linesOf = (id: string | null) => written.find((one) => one.eventId === id)?.lines ?? [];
  const own = linesOf(eventId);
  return own.length > 0 ? own : linesOf(masterId);
}
