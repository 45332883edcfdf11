import { writeBlock } from '../calendar/enrich/write-block.ts';
import type { CalendarRow } from '../calendar/sync/calendar-row.ts';
import type { CalendarClient } from '../calendar/sync/provider.ts';
import { type AccountWorld, withClient } from './account-client.ts';
import type { Database } from './database.ts';
import { type EnrichOutcome, enrichTrouble } from './enrich-outcome.ts';
import { enrichPlace } from './enrich-place.ts';
import { enrichTargets } from './enrich-targets.ts';
import {
  changeEnrichment,
  type Enrichment,
  forgetWritten,
  noteWritten,
  readEnrichment,
  type WrittenEvent,
} from './enrichment-rows.ts';
import { holdsOlder, ourLines } from './our-lines.ts';

/** Takes all that was written of a circle out again; its row goes when that is through. */
export async function takeOutAgenda(
  db: Database,
  world: AccountWorld,
  row: Enrichment,
): Promise<EnrichOutcome> {
  const { circleId } = row;
  const place = await enrichPlace(db, row);
  if (row.written.length === 0) {
    await changeEnrichment(db, circleId, () => null);
    return { ok: true };
  }
  if (!place) return { ok: false, reason: 'no-calendar' };
  const targets = await enrichTargets(db, circleId, db.now());
  const target = targets.find(({ calendar }) => calendar.id === place.calendar.id);
  const lines = row.written.find((one) => one.masterId === null)?.lines ?? [];
  for (const date of target?.dates ?? []) {
    const older = holdsOlder(date, target?.masters ?? [], null);
    const isNoted = row.written.some((one) => one.eventId === date.id);
    if (older && !isNoted) await noteWritten(db, circleId, { ...older, lines });
  }
  const outcome = await withClient<EnrichOutcome>(db, world, place.account.id, 'write', (client) =>
    tidyAgenda(db, client, circleId, place.calendar, () => true),
  );
  if (!outcome.ok) return outcome;
  // Switched on again meanwhile: then it stays.
  await changeEnrichment(db, circleId, (now) => (now?.on ? now : null));
  return outcome;
}

/** Takes our part out of the events that were written and that `isMeant`; each that is through is struck off. */
export async function tidyAgenda(
  db: Database,
  client: CalendarClient,
  circleId: string,
  calendar: CalendarRow,
  isMeant: (event: WrittenEvent) => boolean,
): Promise<EnrichOutcome> {
  const written = (await readEnrichment(db, circleId))?.written ?? [];
  // Dates before what holds for all of them.
  const order = [...written].sort((a, b) => Number(a.masterId === null) - Number(b.masterId === null));
  for (const event of order) {
    if (!isMeant(event)) continue;
    const place = { calendarId: calendar.remoteId, eventId: event.eventId };
    const known = ourLines(event, written);
    const outcome = await writeBlock(client, place, null, { mark: circleId, known });
    if (!outcome.ok && outcome.reason !== 'missing') return enrichTrouble(outcome);
    await forgetWritten(db, circleId, event.eventId);
  }
  return { ok: true };
}
