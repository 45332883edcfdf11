import { useState } from 'react';
import { circleFormat } from '@/lib/circle/circle';
import { presentMembers } from '@/lib/circle/member';
import { isTime, timeFor } from '@/lib/meeting/begin';
import { setRoles, startMeeting } from '@/lib/meeting/commands';
import { MEETING_ROLES } from '@/lib/meeting/facts';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { askedMs, planMeeting } from '@/lib/meeting/plan';
import { refit } from '@/lib/meeting/refit';
import { seated } from '@/lib/meeting/turns';
import { unlockChime } from '@/lib/platform/chime';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { DatesLine } from '../card/DatesTrouble.tsx';
import { Ring } from '../ring/Ring.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Agenda } from './Agenda.tsx';
import { FirstMeeting } from './FirstMeeting.tsx';
import { FromCall } from './FromCall.tsx';
import { HealthLine } from './HealthLine.tsx';
import { Parking } from './Parking.tsx';
import { PlanAdvice } from './PlanAdvice.tsx';
import { hasSeats, Presenters } from './Presenters.tsx';
import { pressOnce } from './press-once.ts';
import { RecordingSigns } from './RecordingSigns.tsx';
import { Roles } from './Roles.tsx';
import { insteadOf, rolesToday } from './roles-today.ts';
import { orderToday, SpeakingOrder } from './SpeakingOrder.tsx';
import { StepZero } from './StepZero.tsx';
import { hereNow, useStage } from './stage.ts';
import { TimeBackLine } from './TimeBackLine.tsx';
import { hasShares, timeBackToday } from './time-back-today.ts';
import { useCallNames } from './use-call-names.ts';
import { FIRST_FOCUS } from './use-first-focus.ts';
import { useNow } from './use-now.ts';
import { WhichSession } from './WhichSession.tsx';
import { WhoRow } from './WhoRow.tsx';
import { whenLine, whenWords } from './when.ts';
import { workTurns } from './work-turns.ts';

/** Before a meeting: who is here, who needs how much time, what the agenda then is, and the button that begins it. */
export function Before() {
  const stage = useStage();
  const { room, acting, record } = stage;
  const { slot, row } = acting;
  const now = useNow(15_000);
  const members = presentMembers(room.members);
  const here = hereNow(room, row);
  const format = circleFormat(room.circle, room.number);
  const asked = askedMs(row?.asked ?? {});
  const [shorten, setShorten] = useState(false);
  const [chosen, setChosen] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const back = timeBackToday(room, format, here, timeFor(slot, now));
  const extra = new Map(back.map(({ member, ms }) => [member, ms]));
  // A format that draws its phases does so unless somebody wants them as they sit.
  const seed = orderToday(stage, format) === 'seats' ? undefined : slot.meetingId;
  const turns = { present: here, asked, chosen, seed, gave: row?.gave, extra };
  const planFor = (at: number) => {
    const lengthMs = timeFor(slot, at);
    const fair = planMeeting({ format, lengthMs, ...turns });
    return shorten && !fair.fits
      ? { ...fair, steps: refit(fair.steps, 0, lengthMs, format, asked).steps }
      : fair;
  };
  const plan = planFor(now);
  const shares = workTurns(plan.steps);
  const found = useCallNames(room.circle.id);
  const rota = rolesToday(stage);
  const { roles } = rota;
  const hint =
    here.length === 0
      ? 'sidebar_nobody_here'
      : isTime(slot, now)
        ? 'sidebar_it_is_time'
        : 'sidebar_start_hint';

  const start = () => {
    unlockChime();
    const at = clock.now();
    const { steps } = planFor(at);
    // A plan that does not fit runs over openly from the first minute.
    const endsAt = at + steps.reduce((sum, step) => sum + step.ms, 0);
    void record([
      ...(isSame(roles, row) ? [] : setRoles(acting, roles)),
      ...startMeeting(acting, { at, endsAt, format, plan: steps, extra: Object.fromEntries(extra) }),
    ]);
  };

  return (
    <>
      <div className="stage-top now">
        <Ring
          seats={members.map((member) => ({
            id: member.id,
            ...(stage.cards.get(member.id) ?? { name: member.name, initials: '?', hue: 0 }),
            usedMs: 0,
            shareMs: shares.get(member.id)?.ms ?? 1,
            state: here.includes(member.id) ? 'waiting' : 'away',
          }))}
          centre={{ remainingMs: 0, totalMs: 0, label: '', over: false, soon: false }}
        >
          <p className="ring-when">{whenWords(slot, now)}</p>
          <p className="ring-line">{whenLine(slot)}</p>
        </Ring>
        <div className="start">
          <StepZero />
          <Button variant="primary" wide {...pressOnce(start)} {...FIRST_FOCUS} disabled={here.length === 0}>
            {t('sidebar_start')}
          </Button>
          <p className="calm-line">{t(hint)}</p>
        </div>
      </div>
      <RecordingSigns found={found} />
      <DatesLine circle={room.circle} />
      <FirstMeeting facilitator={roles.facilitator} />
      <HealthLine facilitator={roles.facilitator} />
      <PlanAdvice plan={plan} shorten={shorten} onShorten={setShorten} />
      <Section
        title={t('sidebar_who')}
        aside={t('sidebar_here_of', { here: here.length, all: members.length })}
      >
        {hasShares(format) ? <p className="calm-line">{t('sidebar_asking_hint')}</p> : null}
        <fieldset className="plain-fieldset" aria-label={t('sidebar_who')}>
          {members.map((member) => (
            <WhoRow
              key={member.id}
              member={member}
              here={here}
              canMove={hasShares(format)}
              back={back.find((one) => one.member === member.id)}
            />
          ))}
        </fieldset>
        <FromCall found={found} />
        {back.length > 0 ? <TimeBackLine /> : null}
      </Section>
      {format.phases
        .filter((phase) => hasSeats(phase, here.length))
        .map((phase) => (
          <Presenters
            key={phase.id}
            phase={phase}
            here={here}
            chosen={seated(phase, turns)}
            onChoose={(members) => {
              setChosen(new Map(chosen).set(phase.id, members));
              return true;
            }}
          />
        ))}
      <WhichSession circle={room.circle} format={format} />
      <div>
        <Agenda format={format} steps={plan.steps} now={null} />
        <SpeakingOrder format={format} here={here} />
      </div>
      <Parking opening />
      <Roles rota={rota} here={here} instead={(role) => insteadOf(stage, role)} />
    </>
  );
}

/** Whether these are the roles the meeting has already. */
const isSame = (roles: MeetingRow['roles'], row: MeetingRow | null): boolean =>
  row !== null &&
  (row.setBy.roles ?? []).length > 0 &&
  MEETING_ROLES.every((role) => row.roles[role] === roles[role]);
