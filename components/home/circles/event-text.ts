import { phaseMinutes, phaseName } from '@/components/sidebar/phase-words';
import type { Block } from '@/lib/calendar/enrich/block';
import { blockOf } from '@/lib/calendar/enrich/block-of';
import type { MeetingRole } from '@/lib/meeting/facts';
import { MINUTE_MS, planMeeting } from '@/lib/meeting/plan';
import { type MessageKey, t } from '@/lib/platform/i18n';
import type { EventPlan } from '@/lib/store/event-plan';

const ROLES = {
  facilitator: 'sidebar_role_facilitator',
  timekeeper: 'sidebar_role_timekeeper',
  host: 'sidebar_role_host',
} as const satisfies Record<MeetingRole, MessageKey>;

/** What stands in a circle's calendar event: its agenda as planned for all members, the roles, the way in. No one's words. */
export function eventBlock({ format, lengthMin, present, joinUrl, roles }: EventPlan): Block {
  const lengthMs = lengthMin * MINUTE_MS;
  const { steps } = planMeeting({ format, lengthMs, present, asked: new Map() });
  const agenda = format.phases.map((phase) => ({
    name: phaseName(phase),
    minutes: phaseMinutes(steps.filter((step) => step.phase === phase.id)),
  }));
  const words = { title: t('event_block_title'), end: t('event_block_end'), join: t('event_block_join') };
  return blockOf(
    { agenda, joinUrl, roles: roles.map(({ role, name }) => ({ role: t(ROLES[role]), name })) },
    words,
  );
}
