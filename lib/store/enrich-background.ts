import type { enrichAnswers } from '../platform/messages.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { AccountWorld } from './account-client.ts';
import type { AccountRow } from './account-rows.ts';
import type { Database } from './database.ts';
import { isOf } from './enrich-place.ts';
import { enrichAll, enrichCircle, leaveAsItIs, switchOff } from './enrichment.ts';
import { allEnrichments, changeEnrichment } from './enrichment-rows.ts';
import type { EventWords } from './write-agenda.ts';

/** Keeps the worker awake while work is under way, and has it woken to go on where it was stopped. */
export type During = <T>(work: () => Promise<T>) => Promise<T>;

/** The background's answers about agendas in events. How each goes stands in the circle's row. */
export function enrichHandlers(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  during: During,
): Handlers<keyof typeof enrichAnswers> {
  return {
    async 'enrich.on'({ circleId, calendarId, takeOver }) {
      const calendar = await db.calendars.get(calendarId);
      const account = calendar && (await db.accounts.get(calendar.accountId));
      if (!calendar || !account) return { ok: false, reason: 'missing' };
      const { remoteId } = calendar;
      const { provider, identity } = account;
      let isElsewhere = false;
      await changeEnrichment(db, circleId, (row) => {
        isElsewhere = row !== null && (!isOf(row, account) || row.remoteId !== remoteId);
        if (isElsewhere) return row;
        return {
          circleId,
          on: true,
          provider,
          identityId: identity.id,
          remoteId,
          takeOver: takeOver || (row?.takeOver ?? false),
          written: row?.written ?? [],
          seen: null,
          writtenAt: row?.writtenAt ?? null,
          problem: null,
          retryAt: null,
        };
      });
      if (isElsewhere) return { ok: false, reason: 'elsewhere' };
      await during(() => enrichCircle(db, world, words, circleId));
      return { ok: true };
    },

    async 'enrich.off'({ circleId, leave }) {
      await (leave ? leaveAsItIs(db, circleId) : switchOff(db, circleId));
      if (!leave) await during(() => enrichCircle(db, world, words, circleId));
      return { ok: true };
    },

    async 'enrich.run'({ circleId }) {
      const rows = await allEnrichments(db);
      if (rows.length > 0)
        await during(() =>
          circleId === null ? enrichAll(db, world, words) : enrichCircle(db, world, words, circleId),
        );
      return { ok: true };
    },
  };
}

/** Before an account goes: takes the agendas out that were written through it. What cannot be is noted with the circle. */
export async function takeOutOf(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  account: AccountRow,
): Promise<void> {
  for (const row of (await allEnrichments(db)).filter((one) => isOf(one, account))) {
    await switchOff(db, row.circleId);
    try {
      await enrichCircle(db, world, words, row.circleId);
    } catch (bug) {
      // The account is to go all the same.
      console.error('An agenda could not be taken out', bug);
    }
  }
}
