import { beforeEach, describe, expect, it } from 'vitest';
import { createCircle } from '@/lib/circle/commands';
import { makeContract } from '@/lib/contract/commands';
import { setRoles } from '@/lib/meeting/commands';
import { meetingIdFor } from '@/lib/meeting/meeting-id';
import type { PageEvent } from '@/lib/platform/messages';
import { append } from '@/lib/store/append';
import type { Database } from '@/lib/store/database';
import { freshDatabase } from '@/test/builders/database';
import { readEventCard } from './read-event-card.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const START = Date.UTC(2026, 10, 12, 15);
const DATE: PageEvent = { site: 'google', eventId: 'abc_20261112T150000Z', calendarId: 'ada@gmail.com' };
let db: Database;

async function circle(id: string, key: string): Promise<void> {
  const members = ['ada', 'bo', 'chen'].map((name) => ({
    id: `${id}-${name}`,
    name,
    email: '',
    guide: null,
    isMe: name === 'ada',
  }));
  const links = [{ kind: 'series', value: key } as const];
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [] };
  await append(db, createCircle({ id, name: id, ...how, members, links }, NOW, '2026-11-05'));
}

const contract = (id: string, circleId: string, who: string, isPrivate = false) =>
  append(db, [
    makeContract(
      { id, circleId, memberId: `${circleId}-${who}`, meetingId: null, text: id, isPrivate },
      `${circleId}-ada`,
      // The oldest first, and this one is later.
      NOW + (isPrivate ? 1 : 0),
    ),
  ]);

beforeEach(async () => {
  ({ db } = await freshDatabase(NOW));
  await circle('thursday', 'abc@google.com');
  await circle('other', 'else@google.com');
});

async function card() {
  const view = await readEventCard(db, DATE);
  if (view.kind !== 'circle') throw new Error(`a card of kind ${view.kind}`);
  return view;
}

describe('the card of a circle’s event', () => {
  it('shows my open contracts of this circle, private ones too, and nobody else’s', async () => {
    await contract('mine', 'thursday', 'ada');
    await contract('for me only', 'thursday', 'ada', true);
    await contract('of bo', 'thursday', 'bo');
    await contract('elsewhere', 'other', 'ada');
    expect((await card()).contracts.map(({ text }) => text)).toEqual(['mine', 'for me only']);
  });

  it('says when it is by the id of the date, where no calendar was read here', async () => {
    expect((await card()).when).toEqual({ start: START, lengthMs: 5_400_000, cancelled: false });
  });

  it('names roles that were chosen for this very meeting, and makes none up', async () => {
    expect((await card()).roles).toEqual([]);
    const of = (start: number, host: string) => {
      const meetingId = meetingIdFor('thursday', start);
      const slot = {
        circleId: 'thursday',
        meetingId,
        originalStart: start,
        start,
        lengthMin: 90,
        adhoc: false,
      };
      return setRoles({ slot, row: null, by: 'thursday-ada' }, { facilitator: null, timekeeper: null, host });
    };
    await append(db, of(START + 14 * 86_400_000, 'thursday-bo'));
    expect((await card()).roles).toEqual([]);
    await append(db, of(START, 'thursday-chen'));
    expect((await card()).roles.map(({ role, member }) => `${role} ${member.name}`)).toEqual(['host chen']);
  });

  it('is nothing for an event that nobody knows', async () => {
    expect(await readEventCard(db, { ...DATE, eventId: 'zzz' })).toEqual({ kind: 'nothing' });
  });
});
