import { phaseMinutes, phaseName } from '@/components/sidebar/phase-words';
import type { Block } from '@/lib/calendar/enrich/block';
import { blockOf } from '@/lib/calendar/enrich/block-of';
import type { CircleRow } from '@/lib/circle/circle';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { formatOf } from '@/lib/meeting/format';
import { MINUTE_MS, planMeeting } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';

/** What stands in a circle's calendar event: its agenda as planned for all members, and the way in. No one's words. */
export function eventBlock(circle: CircleRow, members: readonly MemberRow[], joinUrl: string | null): Block {
  const format = formatOf(circle.formatId);
  const present = presentMembers(members).map((member) => member.id);
  const lengthMs = circle.lengthMin * MINUTE_MS;
  const { steps } = planMeeting({ format, lengthMs, present, asked: new Map() });
  const agenda = format.phases.map((phase) => ({
    name: phaseName(phase),
    minutes: phaseMinutes(steps.filter((step) => step.phase === phase.id)),
  }));
  const words = { title: t('event_block_title'), end: t('event_block_end'), join: t('event_block_join') };
  return blockOf({ agenda, joinUrl, roles: [] }, words);
}
