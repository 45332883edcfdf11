import { type Block, GOOGLE_LIMIT } from '../calendar/enrich/block.ts';
import { writeBlock } from '../calendar/enrich/write-block.ts';
import type { CalendarClient, RemoteEvent } from '../calendar/sync/provider.ts';
import { type AccountWorld, withClient } from './account-client.ts';
import type { Database } from './database.ts';
import { type EnrichOutcome, type EnrichTrouble, enrichTrouble } from './enrich-outcome.ts';
import { enrichPlace } from './enrich-place.ts';
import { type EnrichTarget, enrichTargets } from './enrich-targets.ts';
import {
  type Enrichment,
  forgetWritten,
  noteWritten,
  readEnrichment,
  updateEnrichment,
  type WrittenEvent,
} from './enrichment-rows.ts';
import type { EventPlan, EventPlans } from './event-plan.ts';
import { holdsOlder, ourLines } from './our-lines.ts';
import { tidyAgenda } from './take-out-agenda.ts';

/** Puts a plan into words; from the screens, which have the catalogue. */
export type EventWords = (plan: EventPlan) => Block;

/** One event that is to hold lines. */
interface Place extends Omit<WrittenEvent, 'lines'> {
  block: Block;
}

/** Brings a circle's event to what it should hold. */
export async function writeAgenda(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  row: Enrichment,
  plans: EventPlans,
): Promise<EnrichOutcome> {
  const { circleId } = row;
  const place = await enrichPlace(db, row);
  if (!place) return { ok: false, reason: 'no-calendar' };
  if (!place.calendar.ticked) return { ok: false, reason: 'not-ticked' };
  // It is being read for the first time: what is there is not known yet.
  if (place.calendar.syncedAt === null) return { ok: true };
  const targets = await enrichTargets(db, circleId, db.now());
  const target = targets.find(({ calendar }) => calendar.id === place.calendar.id);
  if (!target) return { ok: false, reason: 'no-event' };
  if (!target.mayWrite) return { ok: false, reason: 'read-only' };
  const blocks = { series: words(plans.series), next: plans.next && words(plans.next.plan) };
  const seen = fingerprint(target, plans, blocks);
  if (row.seen === seen && row.problem === null) return { ok: true };
  // What stands there stays; taking it out sends nothing of ours, and goes on.
  if (!(await world.maySend())) return { ok: false, reason: 'no-leave' };
  const outcome = await withClient<EnrichOutcome>(db, world, target.account.id, 'write', async (client) => {
    const places = await placesOf(client, target, row, plans, blocks, db.now());
    if (!Array.isArray(places)) return places;
    for (const one of places) {
      const wrote = await put(db, client, row, one);
      if (!wrote.ok) return wrote;
    }
    return tidyAgenda(
      db,
      client,
      circleId,
      target.calendar,
      ({ eventId, masterId }) =>
        // A series that is no longer this circle's.
        !target.roots.has(masterId ?? eventId),
    );
  });
  if (!outcome.ok) return outcome;
  const done = { seen, writtenAt: db.now(), takeOver: false, problem: null, retryAt: null };
  await updateEnrichment(db, circleId, () => done);
  return outcome;
}

/** All that decides what is to be written where, without asking the service. */
function fingerprint(
  { masters, dates }: EnrichTarget,
  { next }: EventPlans,
  blocks: { series: Block; next: Block | null },
): string {
  const now = dates.filter((one) => one.originalStart === next?.originalStart);
  return JSON.stringify([
    blocks,
    next?.originalStart,
    [...masters, ...now].map(({ id, etag }) => [id, etag]),
  ]);
}

/** Where something is to stand: all dates, the next date with its roles, and dates to come that hold older lines. */
async function placesOf(
  client: CalendarClient,
  { calendar, masters, dates }: EnrichTarget,
  row: Enrichment,
  { next }: EventPlans,
  blocks: { series: Block; next: Block | null },
  now: number,
): Promise<Place[] | EnrichTrouble> {
  const single = (one: RemoteEvent) =>
    one.kind === 'single' && blocks.next !== null && one.start === next?.originalStart;
  const places = new Map<string, Place>();
  for (const one of masters.filter((master) => master.mayWrite))
    places.set(one.id, {
      eventId: one.id,
      masterId: null,
      originalStart: null,
      block: single(one) && blocks.next ? blocks.next : blocks.series,
    });
  const older: (Omit<WrittenEvent, 'lines'> | null)[] = [
    ...row.written,
    ...dates.map((date) => holdsOlder(date, masters, blocks.series)),
  ];
  for (const one of older)
    if (one?.masterId && (one.originalStart ?? 0) >= now)
      places.set(one.eventId, { ...one, block: blocks.series });
  if (!next || !blocks.next) return [...places.values()];
  for (const { id: masterId } of masters.filter((one) => one.kind === 'master' && one.mayWrite)) {
    // Dates before it may stand in the calendar that the circle skips. A whole day begins elsewhere at another moment.
    const from = Math.min(next.start, next.originalStart);
    const found = await client.nextInstance(calendar.remoteId, masterId, from);
    if (!found.ok) return found;
    // One that is not the one we mean: the calendar was changed, and the next reading says how.
    if (!found.event || found.event.originalStart !== next.originalStart) continue;
    const { id: eventId, originalStart } = found.event;
    places.set(eventId, { eventId, masterId, originalStart, block: blocks.next });
  }
  return [...places.values()];
}

/** Writes one event. It is noted before, so that whatever becomes of us it is found again. */
async function put(
  db: Database,
  client: CalendarClient,
  row: Enrichment,
  place: Place,
): Promise<EnrichOutcome> {
  const { circleId, provider, takeOver } = row;
  const { block, ...event } = place;
  const { written } = (await readEnrichment(db, circleId)) ?? row;
  if (!written.some(({ eventId }) => eventId === event.eventId))
    await noteWritten(db, circleId, { ...event, lines: [] });
  const outcome = await writeBlock(client, { calendarId: row.remoteId, eventId: event.eventId }, block, {
    mark: circleId,
    known: ourLines(event, written),
    takeOver,
    ...(provider === 'google' ? { limit: GOOGLE_LIMIT } : {}),
  });
  if (outcome.ok) {
    await noteWritten(db, circleId, { ...event, lines: outcome.written.lines });
    return { ok: true };
  }
  const isThere = outcome.reason !== 'missing';
  const isNotOurs = outcome.reason === 'other-writer';
  if (!isThere || isNotOurs) await forgetWritten(db, circleId, event.eventId);
  // A date that is gone meanwhile needs nothing; the next reading tells about a series.
  return isThere || event.masterId === null ? enrichTrouble(outcome) : { ok: true };
}
