import { memo } from 'react';
import { presentMembers } from '@/lib/circle/member';
import { arriveLate, leaveEarly, pass } from '@/lib/meeting/course';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Run } from '@/lib/meeting/run';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { MemberChip } from '../card/MemberChip.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { useStage } from './stage.ts';

/** Who is here, who came late or left, and whose turn is left out. */
export const People = memo(function People({ row, run }: { readonly row: MeetingRow; readonly run: Run }) {
  const { room, acting, record, cards, me } = useStage();
  const members = presentMembers(room.members);
  const order = members.map((member) => member.id);
  const now = run.plan.findIndex((step) => step.id === run.current.step);
  return (
    <Section title={t('sidebar_people')}>
      <ul className="plain-list people">
        {members.map((member) => {
          const card = cards.get(member.id);
          const presence = row.presence[member.id]?.presence ?? 'here';
          const gone = presence === 'away' || presence === 'left';
          // The turn one is in, or the next one this member has at work. New contracts have a Pass of their own.
          const turn = run.plan.find(
            (step, i) =>
              step.member === member.id &&
              ((i === now && step.kind !== 'contracts') || (i > now && step.kind === 'work')),
          );
          const name = member.name;
          if (!card) return null;
          return (
            <li key={member.id} tabIndex={-1}>
              <MemberChip
                member={card}
                isMe={member.id === me}
                away={presence === 'away'}
                word={
                  presence === 'late'
                    ? t('sidebar_came_late')
                    : presence === 'left'
                      ? t('sidebar_has_left')
                      : undefined
                }
              />
              <span className="people-acts">
                {gone ? (
                  <Button
                    size="small"
                    aria-label={t('sidebar_arrived_late_name', { name })}
                    onClick={() => void record(arriveLate(acting, member.id, order, clock.now()))}
                  >
                    {t('sidebar_arrived_late')}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    aria-label={t('sidebar_left_early_name', { name })}
                    onClick={() =>
                      void record(
                        leaveEarly(acting, member.id, clock.now()),
                        t('sidebar_left_said', { name }),
                      )
                    }
                  >
                    {t('sidebar_left_early')}
                  </Button>
                )}
                {turn && !gone ? (
                  <Button
                    size="small"
                    aria-label={t('sidebar_pass_name', { name })}
                    onClick={(event) => {
                      // The button goes: the keyboard stays in this row.
                      event.currentTarget.closest('li')?.focus();
                      void record(pass(acting, turn.id, clock.now()), t('sidebar_turn_passed', { name }));
                    }}
                  >
                    {t('sidebar_pass')}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
});
