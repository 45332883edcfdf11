import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/ToastProvider';
import type { MemberRow } from '@/lib/circle/member';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { answerPulse } from '@/lib/pulse/answer';
import { readyIn } from '@/lib/pulse/due';
import { firstAnswer, lackingOf } from '@/lib/pulse/guard';
import { endOf, type Round } from '@/lib/pulse/round';
import { joinRound, stopRound, withdrawFromRound } from '@/lib/pulse/round-commands';
import { membersWithDevices } from '@/lib/pulse/rounds';
import { database } from '@/lib/store/database';
import { ready as readyKeys } from '@/lib/store/device-keys';
import { dateWords, dayOf } from '../circles/dates.ts';
import { namesOf } from './names.ts';
import { PulseForm } from './PulseForm.tsx';
import type { RoundPanelProps } from './RoundPanel.tsx';
import { WhatIsSeen } from './WhatIsSeen.tsx';

/** A round that waits for answers: one's own, and how many are there. */
export function OpenRound({
  view,
  shared,
  answers,
  now,
  me,
  round,
}: RoundPanelProps & { readonly me: MemberRow; readonly round: Round }) {
  const [changing, setChanging] = useState(false);
  const { record, problem } = useRecord();
  const toast = useToast();
  const acting = { circleId: view.circle.id, id: round.id, by: me.id };
  const devices = membersWithDevices(shared.rights);
  const inTime = readyIn(round, devices);
  const ready = inTime.map((one) => one.member);
  const mine = answers.find((one) => one.round === round.id) ?? null;
  const isIn = ready.includes(me.id);
  const day = (ms: number) => dateWords(dayOf(ms), now);
  const lacking = lackingOf(
    ready,
    shared.spent,
    firstAnswer(
      inTime.map((one) => one.at),
      clock.now(),
    ),
  );

  const send = async (items: readonly number[]) => {
    const at = clock.now();
    const answer = answerPulse({ id: round.id, circleId: view.circle.id, round: round.id, items }, mine, at);
    const { boxPublic } = await readyKeys(database(), view.circle.id);
    if (!(await record(isIn ? [answer] : [answer, joinRound(acting, boxPublic, at)]))) return;
    setChanging(false);
    toast({ text: t('pulse_handed_in') });
  };

  return (
    <>
      <p>
        {clock.now() < round.until
          ? t('pulse_opened_by', {
              name: namesOf(view, [round.openedBy]),
              when: day(round.at),
              until: day(round.until),
            })
          : t('pulse_overdue', { name: namesOf(view, [round.openedBy]), until: day(endOf(round)) })}
      </p>
      <p role="status">
        {t('pulse_so_far', { count: ready.length, of: devices.size })}
        {ready.length > 0 ? ` ${t('pulse_so_far_names', { names: namesOf(view, ready) })}` : ''}
      </p>
      {lacking ? (
        <p className="quiet">
          {lacking.members.length > 0
            ? t('pulse_lacking', { names: namesOf(view, lacking.members), when: day(lacking.from) })
            : t('pulse_changed_from', { when: day(lacking.from) })}
        </p>
      ) : null}
      {problem}
      {isIn && !changing ? (
        <>
          <p>
            {t('pulse_you_have')}
            {lacking ? '' : ` ${t('pulse_closes')}`}
          </p>
          <div className="next-ways">
            <Button onClick={() => setChanging(true)}>{t('pulse_change')}</Button>
            <Button variant="plain" onClick={() => void record([withdrawFromRound(acting, clock.now())])}>
              {t('pulse_withdraw')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <WhatIsSeen />
          <PulseForm
            before={mine?.items}
            send={t(isIn ? 'pulse_hand_in_again' : 'pulse_hand_in')}
            onSend={(items) => void send(items)}
            onCancel={changing ? () => setChanging(false) : undefined}
          />
        </>
      )}
      {round.openedBy === me.id ? (
        <p>
          <Button variant="plain" size="small" onClick={() => void record([stopRound(acting, clock.now())])}>
            {t('pulse_stop')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
