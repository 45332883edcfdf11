import type { WriteOutcome } from '../calendar/enrich/write-block.ts';
import type { EnrichReason } from './enrichment-rows.ts';

/** Why a circle's agenda is not in its event as it should be. `retryAt`: UTC ms. */
export type EnrichTrouble = { ok: false; reason: EnrichReason; code?: string; retryAt?: number };
export type EnrichOutcome = { ok: true } | EnrichTrouble;

/** What an event could not be written for, in the words of a circle's row. */
export function enrichTrouble(failed: Exclude<WriteOutcome, { ok: true }>): EnrichTrouble {
  if (failed.reason === 'too-long') return { ok: false, reason: 'too-long', code: String(failed.over) };
  const { reason } = failed;
  return reason === 'missing' ? { ok: false, reason: 'no-event' } : { ...failed, reason };
}
