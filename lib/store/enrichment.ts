import { type Block, GOOGLE_LIMIT, readBlock } from '../calendar/enrich/block.ts';
import { type WriteOutcome, writeBlock } from '../calendar/enrich/write-block.ts';
import type { CalendarRow } from '../calendar/sync/calendar-row.ts';
import type { CalendarClient, RemoteEvent } from '../calendar/sync/provider.ts';
import { type AccountWorld, withClient } from './account-client.ts';
import type { AccountRow } from './account-rows.ts';
import type { Database } from './database.ts';
import { type EnrichTarget, enrichTargets } from './enrich-targets.ts';
import {
  allEnrichments,
  changeEnrichment,
  type Enrichment,
  type EnrichReason,
  readEnrichment,
  updateEnrichment,
  type WrittenEvent,
} from './enrichment-rows.ts';
import { type EventPlan, type EventPlans, eventPlans } from './event-plan.ts';

/** Puts a plan into words; from the screens, which have the catalogue. */
export type EventWords = (plan: EventPlan) => Block;

type Failed = Exclude<WriteOutcome, { ok: true }>;
type Trouble = { ok: false; reason: EnrichReason; code?: string; retryAt?: number };
type Outcome = { ok: true } | Trouble;

/** What passes by itself is tried again after this. An event that is not there is looked for after every reading. */
const AGAIN_MS = 5 * 60_000;
const PASSES: ReadonlySet<EnrichReason> = new Set(['offline', 'busy', 'server', 'conflict']);

/**
 * Brings a circle's event to what it should hold, or takes all of it out again; one run at a time for each circle.
 * Nothing is asked of the service where all is as it was found last. How it went stands in the circle's row; a run that
 * was killed is gone on with by the next. In the background only.
 */
export function enrichCircle(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  circleId: string,
): Promise<void> {
  return world.locks.request(`enrich ${circleId}`, async () => {
    const row = await readEnrichment(db, circleId);
    if (!row) return;
    const plans = row.on ? await eventPlans(db, circleId, db.now()) : null;
    // A circle that was deleted or laid aside leaves nothing behind.
    if (row.on && !plans) await updateEnrichment(db, circleId, () => ({ on: false }));
    try {
      const outcome = plans ? await keep(db, world, words, row, plans) : await takeOut(db, world, row);
      if (!outcome.ok) await noteTrouble(db, circleId, outcome);
    } catch (bug) {
      // Said like an answer that cannot be read, so that nobody waits for what does not go on.
      await noteTrouble(db, circleId, { ok: false, reason: 'server', code: 'unexpected' });
      throw bug;
    }
  });
}

const noteTrouble = (db: Database, circleId: string, { reason, code, retryAt }: Trouble) =>
  updateEnrichment(db, circleId, ({ problem }) => ({
    seen: null,
    problem: {
      reason,
      code: code ?? null,
      since: problem?.reason === reason ? problem.since : db.now(),
    },
    retryAt: PASSES.has(reason) ? (retryAt ?? db.now() + AGAIN_MS) : null,
  }));

/** Every circle's event, one after another. */
export async function enrichAll(db: Database, world: AccountWorld, words: EventWords): Promise<void> {
  const bugs: unknown[] = [];
  for (const { circleId } of await allEnrichments(db))
    await enrichCircle(db, world, words, circleId).catch((bug) => bugs.push(bug));
  if (bugs.length > 0) throw bugs[0];
}

/** Begins to take a circle's agenda out; `enrichCircle` does it, now or later. */
export const switchOff = (db: Database, circleId: string): Promise<Enrichment | null> =>
  updateEnrichment(db, circleId, () => ({ on: false, problem: null, retryAt: null }));

/** Stops without taking anything out: what was written stays in the event and is no longer ours to mind. */
export const leaveAsItIs = (db: Database, circleId: string): Promise<Enrichment | null> =>
  changeEnrichment(db, circleId, () => null);

/** Whether a row is about an account. */
export const isOf = (row: Enrichment, account: AccountRow): boolean =>
  row.provider === account.provider && row.identityId === account.identity.id;

async function placeOf(
  db: Database,
  row: Enrichment,
): Promise<{ account: AccountRow; calendar: CalendarRow } | null> {
  const account = (await db.accounts.toArray()).find((one) => isOf(row, one));
  if (!account) return null;
  const calendars = await db.calendars.where('accountId').equals(account.id).toArray();
  const calendar = calendars.find((one) => one.remoteId === row.remoteId);
  return calendar ? { account, calendar } : null;
}

const trouble = (failed: Failed): Trouble => {
  if (failed.reason === 'too-long') return { ok: false, reason: 'too-long', code: String(failed.over) };
  const { reason } = failed;
  return reason === 'missing' ? { ok: false, reason: 'no-event' } : { ...failed, reason };
};

/** One event that is to hold lines. */
interface Place extends Omit<WrittenEvent, 'lines'> {
  block: Block;
}

async function keep(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  row: Enrichment,
  plans: EventPlans,
): Promise<Outcome> {
  const { circleId } = row;
  const place = await placeOf(db, row);
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
  const outcome = await withClient<Outcome>(db, world, target.account.id, 'write', async (client) => {
    const places = await placesOf(client, target, row, plans, blocks, db.now());
    if (!Array.isArray(places)) return places;
    for (const one of places) {
      const wrote = await put(db, client, row, one);
      if (!wrote.ok) return wrote;
    }
    return tidy(
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
): Promise<Place[] | Trouble> {
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
    const found = await client.nextInstance(calendar.remoteId, masterId, now);
    if (!found.ok) return found;
    // One that is not the one we mean: the calendar was changed, and the next reading says how.
    if (!found.event || found.event.originalStart !== next.originalStart) continue;
    const { id: eventId, originalStart } = found.event;
    places.set(eventId, { eventId, masterId, originalStart, block: blocks.next });
  }
  return [...places.values()];
}

/** A date that took our lines along when it was changed by itself; from then on it keeps a text of its own. */
function holdsOlder(
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
function knownOf({ eventId, masterId }: Omit<WrittenEvent, 'lines'>, written: readonly WrittenEvent[]) {
  const linesOf = (id: string | null) => written.find((one) => one.eventId === id)?.lines ?? [];
  const own = linesOf(eventId);
  return own.length > 0 ? own : linesOf(masterId);
}

/** Writes one event. It is noted before, so that whatever becomes of us it is found again. */
async function put(db: Database, client: CalendarClient, row: Enrichment, place: Place): Promise<Outcome> {
  const { circleId, provider, takeOver } = row;
  const { block, ...event } = place;
  const { written } = (await readEnrichment(db, circleId)) ?? row;
  if (!written.some(({ eventId }) => eventId === event.eventId))
    await note(db, circleId, { ...event, lines: [] });
  const outcome = await writeBlock(client, { calendarId: row.remoteId, eventId: event.eventId }, block, {
    mark: circleId,
    known: knownOf(event, written),
    takeOver,
    ...(provider === 'google' ? { limit: GOOGLE_LIMIT } : {}),
  });
  if (outcome.ok) {
    await note(db, circleId, { ...event, lines: outcome.written.lines });
    return { ok: true };
  }
  const isThere = outcome.reason !== 'missing';
  const isNotOurs = outcome.reason === 'other-writer';
  if (!isThere || isNotOurs) await forget(db, circleId, event.eventId);
  // A date that is gone meanwhile needs nothing; the next reading tells about a series.
  return isThere || event.masterId === null ? trouble(outcome) : { ok: true };
}

const note = (db: Database, circleId: string, event: WrittenEvent) =>
  updateEnrichment(db, circleId, ({ written }) => ({
    written: [...written.filter(({ eventId }) => eventId !== event.eventId), event],
  }));

const forget = (db: Database, circleId: string, eventId: string) =>
  updateEnrichment(db, circleId, ({ written }) => ({
    written: written.filter((one) => one.eventId !== eventId),
  }));

/** Takes our part out of the events that were written and that `isMeant`; each that is through is struck off. */
async function tidy(
  db: Database,
  client: CalendarClient,
  circleId: string,
  calendar: CalendarRow,
  isMeant: (event: WrittenEvent) => boolean,
): Promise<Outcome> {
  const written = (await readEnrichment(db, circleId))?.written ?? [];
  // Dates before what holds for all of them.
  const order = [...written].sort((a, b) => Number(a.masterId === null) - Number(b.masterId === null));
  for (const event of order) {
    if (!isMeant(event)) continue;
    const place = { calendarId: calendar.remoteId, eventId: event.eventId };
    const known = knownOf(event, written);
    const outcome = await writeBlock(client, place, null, { mark: circleId, known });
    if (!outcome.ok && outcome.reason !== 'missing') return trouble(outcome);
    await forget(db, circleId, event.eventId);
  }
  return { ok: true };
}

async function takeOut(db: Database, world: AccountWorld, row: Enrichment): Promise<Outcome> {
  const { circleId } = row;
  const place = await placeOf(db, row);
  if (row.written.length === 0) {
    await leaveAsItIs(db, circleId);
    return { ok: true };
  }
  if (!place) return { ok: false, reason: 'no-calendar' };
  const targets = await enrichTargets(db, circleId, db.now());
  const target = targets.find(({ calendar }) => calendar.id === place.calendar.id);
  const lines = row.written.find((one) => one.masterId === null)?.lines ?? [];
  for (const date of target?.dates ?? []) {
    const older = holdsOlder(date, target?.masters ?? [], null);
    const isNoted = row.written.some((one) => one.eventId === date.id);
    if (older && !isNoted) await note(db, circleId, { ...older, lines });
  }
  const outcome = await withClient<Outcome>(db, world, place.account.id, 'write', (client) =>
    tidy(db, client, circleId, place.calendar, () => true),
  );
  if (!outcome.ok) return outcome;
  // Switched on again meanwhile: then it stays.
  await changeEnrichment(db, circleId, (now) => (now?.on ? now : null));
  return outcome;
}
