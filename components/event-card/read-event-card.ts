import type { MemberRow } from '@/lib/circle/member';
import type { ContractRow } from '@/lib/contract/contract';
import { MEETING_ROLES, type MeetingRole } from '@/lib/meeting/facts';
import { meetingIdFor } from '@/lib/meeting/meeting-id';
import type { PageEvent } from '@/lib/platform/messages';
import { loadCircle } from '@/lib/store/circles';
import { myOpenContracts } from '@/lib/store/contracts';
import type { Database } from '@/lib/store/database';
import { type FoundEvent, findEvent } from '@/lib/store/event-book';
import { type CircleView, viewCircle } from '../home/circles/use-circles.ts';

/** All the card shows of an event. */
export type EventCardView =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'offer'; readonly found: FoundEvent }
  | {
      readonly kind: 'circle';
      readonly circle: CircleView;
      /** UTC ms; null where no calendar that was read here has the date. */
      readonly when: { start: number; lengthMs: number; cancelled: boolean } | null;
      /** Mine in this circle, the oldest first. */
      readonly contracts: readonly ContractRow[];
      /** Those that were chosen for this meeting; none are made up. */
      readonly roles: readonly { role: MeetingRole; member: MemberRow }[];
    };

/** Reads what there is to show of an event. */
export async function readEventCard(db: Database, event: PageEvent): Promise<EventCardView> {
  const found = await findEvent(db, event);
  if (found.show === 'offer') return { kind: 'offer', found };
  const { circleId, originalStart } = found;
  if (found.show === 'nothing' || circleId === null) return { kind: 'nothing' };
  const [loaded, mine, meeting] = await Promise.all([
    loadCircle(db, circleId),
    myOpenContracts(db),
    originalStart === null ? undefined : db.meetings.get([circleId, meetingIdFor(circleId, originalStart)]),
  ]);
  if (!loaded) return { kind: 'nothing' };
  const { members, circle } = loaded;
  const byRule = originalStart === null ? null : { start: originalStart, cancelled: false };
  return {
    kind: 'circle',
    circle: viewCircle(loaded),
    when: found.date ?? (byRule && { ...byRule, lengthMs: circle.lengthMin * 60_000 }),
    contracts: mine.filter((contract) => contract.circleId === circleId),
    roles: MEETING_ROLES.flatMap((role) => {
      const member = members.find((one) => one.id === meeting?.roles[role]);
      return member ? [{ role, member }] : [];
    }),
  };
}
