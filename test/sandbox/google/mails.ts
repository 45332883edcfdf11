import { isOrganizer } from './guests.ts';
import { type Params, wordOf } from './params.ts';
import type { Data, Mail, Stored } from './types.ts';
import type { World } from './world.ts';

export const SEND_UPDATES = ['all', 'externalOnly', 'none'] as const;
export type SendUpdates = (typeof SEND_UPDATES)[number];

/** Who is to get mail; nobody when nothing is said (the reference's default, `sendNotifications` being false). */
export function sendUpdatesOf(params: Params): SendUpdates {
  const asked = wordOf(params, 'sendUpdates', SEND_UPDATES);
  return asked ?? (params.flag('sendNotifications') ? 'all' : 'none');
}

/** Writes down the mails of one change; `before` is null for a new event. `externalOnly`: guests without an account. */
export function mailFor(world: World, stored: Stored, before: Data | null, updates: SendUpdates): void {
  if (updates === 'none') return;
  const { data } = stored;
  const me = stored.calendar.owner;
  const reached = (email: string) => email !== me && (updates === 'all' || !world.accounts.has(email));
  const send = (to: string, kind: Mail['kind']) => {
    if (reached(to)) world.mails.push({ at: world.now(), to, kind, eventId: stored.id });
  };
  if (!isOrganizer(stored) && !data.guestsCanModify) {
    send(stored.organizer.email, 'response');
    return;
  }
  const now = new Set(data.attendees.map(({ email }) => email));
  const then = new Set(before?.attendees.map(({ email }) => email) ?? []);
  for (const email of now) {
    if (data.status === 'cancelled') send(email, 'cancellation');
    else send(email, then.has(email) ? 'update' : 'invitation');
  }
  for (const email of then) if (!now.has(email)) send(email, 'cancellation');
}
