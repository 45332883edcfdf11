import { send } from '@/lib/platform/messenger';
import { askForService } from '@/lib/platform/services';
import type { AccountRow } from '@/lib/store/account-rows';
import { type Connected, connect } from '../../calendars/accounts/account-actions.ts';

/**
 * Asks for leave to write, first the browser, then (`onWindow`) the service where it did not give it yet, or `again`.
 * Called directly by a click, or the browser will not ask.
 */
export async function askToWrite(
  { id, provider, access }: Pick<AccountRow, 'id' | 'provider' | 'access'>,
  onWindow: () => void,
  again = false,
): Promise<Connected> {
  if (access === 'read' || again) return connect(provider, id, onWindow, 'write');
  if (await askForService(provider, 'write')) return { ok: true, accountId: id };
  return { ok: false, reason: 'not-allowed', code: null };
}

/** Writes the agenda into the event from now on; false when our own background did not answer. */
export const switchOn = async (circleId: string, calendarId: string, takeOver: boolean): Promise<boolean> =>
  (await send('enrich.on', { circleId, calendarId, takeOver })).ok;

/** Takes it out again, or (`leave`) only stops. */
export const switchOff = async (circleId: string, leave: boolean): Promise<boolean> =>
  (await send('enrich.off', { circleId, leave })).ok;

export const tryAgain = async (circleId: string): Promise<boolean> =>
  (await send('enrich.run', { circleId })).ok;
