import { guideStage } from '@/lib/circle/guide';
import { presentMembers } from '@/lib/circle/member';
import { formatOf } from '@/lib/meeting/format';
import { isoDay } from '@/lib/platform/iso-day';
import { GuideCard } from '../card/GuideCard.tsx';
import { useStage } from './stage.ts';

/**
 * At the close and after a meeting: whoever guides the circle says goodbye when it is time. Before that the checklist
 * is there for the guide alone.
 */
export function Guide() {
  const { room, acting, me, record } = useStage();
  const { circle, number, held, next } = room;
  const { row, slot } = acting;
  const whole = formatOf(circle.formatId, circle.formats);
  const when = {
    number,
    on: isoDay(slot.start),
    next: next ? isoDay(next.start) : null,
    isLastOfRow: whole.sessions !== undefined && row?.run?.format.session === whole.sessions.length,
  };
  return presentMembers(room.members).map((member) => {
    const stage = guideStage(member.guide, when);
    if (stage === null || (stage === 'guiding' && member.id !== me)) return null;
    return (
      <GuideCard
        key={member.id}
        circleId={circle.id}
        by={me}
        guide={member}
        when={when}
        isOn
        agreement={circle.agreement}
        held={row ? [...held, row] : held}
        record={record}
      />
    );
  });
}
