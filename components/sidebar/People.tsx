import { memo } from 'react';
import type { CardMember } from '@/components/card/ContractCard';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { arriveLate, isOnlyNoted, leaveEarly, pass } from '@/lib/meeting/course';
import { canGiveAway, giveAway, receivers, swappers, swapTurns, takeTurnBack } from '@/lib/meeting/hand-over';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Run } from '@/lib/meeting/run';
import { maySteer } from '@/lib/meeting/steering';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { MemberChip } from '../card/MemberChip.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { GivenTurn, givenSaid } from './GivenTurn.tsx';
import { inOrder, nameOf, useStage } from './stage.ts';
import { useTurnMoves } from './use-turn-moves.tsx';

/** Who is here, who came late or left, and what becomes of each turn. */
export const People = memo(function People({ row, run }: { readonly row: MeetingRow; readonly run: Run }) {
  const { room, cards, acting, me } = useStage();
  return (
    <Section title={t('sidebar_people')}>
      {maySteer(acting.slot.circleId, row, me) ? null : (
        <p className="calm-line">{t('sidebar_turns_take_over')}</p>
      )}
      <ul className="plain-list people">
        {presentMembers(room.members).map((member) => {
          const card = cards.get(member.id);
          return card ? <Person key={member.id} member={member} card={card} row={row} run={run} /> : null;
        })}
      </ul>
    </Section>
  );
});

interface PersonProps {
  readonly member: MemberRow;
  readonly card: CardMember;
  readonly row: MeetingRow;
  readonly run: Run;
}

function Person({ member, card, row, run }: PersonProps) {
  const stage = useStage();
  const { room, acting, record, me } = stage;
  const { id, name } = member;
  const order = inOrder(room, row);
  const now = run.plan.findIndex((step) => step.id === run.current.step);
  const presence = row.presence[id]?.presence ?? 'here';
  const gone = presence === 'away' || presence === 'left';
  // The turn one is in, or the next one this member has at work. New contracts have a Pass of their own.
  const turn = run.plan.find(
    (step, i) =>
      step.member === id && ((i === now && step.kind !== 'contracts') || (i > now && step.kind === 'work')),
  );
  const isMine = maySteer(acting.slot.circleId, row, me);
  const noted = isOnlyNoted(acting, id, order);
  const canGive = !gone && canGiveAway(run, id);
  const moves = useTurnMoves({
    name,
    receivers: canGive ? receivers(run, id) : [],
    swappers: canGive ? swappers(run, id) : [],
    onGive: (to) =>
      void record(giveAway(acting, id, to, clock.now()), givenSaid(name, to, nameOf(stage, to))),
    onSwap: (other) =>
      void record(
        swapTurns(acting, id, other, clock.now()),
        t('sidebar_turn_swapped_said', { name, other: nameOf(stage, other) }),
      ),
  });
  const gaveTo = row.gave[id];
  const canTakeBack =
    gaveTo !== undefined && !gone && run.plan.slice(now).some((step) => step.kind === 'work');
  return (
    <li tabIndex={-1}>
      <MemberChip
        member={card}
        isMe={id === me}
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
            onClick={() =>
              void record(
                arriveLate(acting, id, order, clock.now()),
                isMine ? undefined : t('sidebar_late_noted', { name }),
              )
            }
          >
            {t('sidebar_arrived_late')}
          </Button>
        ) : (
          <Button
            size="small"
            aria-label={t('sidebar_left_early_name', { name })}
            onClick={() =>
              void record(
                leaveEarly(acting, id, clock.now()),
                t(isMine ? 'sidebar_left_said' : 'sidebar_left_noted', { name }),
              )
            }
          >
            {t('sidebar_left_early')}
          </Button>
        )}
        {noted ? (
          <Button
            size="small"
            aria-label={t(gone ? 'sidebar_unseat_name' : 'sidebar_seat_name', { name })}
            onClick={(event) => {
              event.currentTarget.closest('li')?.focus();
              void record(
                gone ? leaveEarly(acting, id, clock.now()) : arriveLate(acting, id, order, clock.now()),
              );
            }}
          >
            {t(gone ? 'sidebar_unseat' : 'sidebar_seat')}
          </Button>
        ) : null}
        {turn && !gone && pass(acting, turn.id, clock.now()).length > 0 ? (
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
        {moves.menu}
      </span>
      {moves.panel}
      {gaveTo !== undefined && !gone ? (
        <GivenTurn
          name={name}
          to={gaveTo}
          onBack={
            canTakeBack
              ? () =>
                  void record(
                    takeTurnBack(acting, id, order, clock.now()),
                    t('sidebar_turn_taken_said', { name }),
                  )
              : undefined
          }
        />
      ) : null}
    </li>
  );
}
