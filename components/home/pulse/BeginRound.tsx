import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import type { MemberRow } from '@/lib/circle/member';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { MIN_ANSWERS } from '@/lib/pulse/facts';
import { freeFrom, lackingOf } from '@/lib/pulse/guard';
import { roundId } from '@/lib/pulse/round';
import { openRound } from '@/lib/pulse/round-commands';
import { membersWithDevices } from '@/lib/pulse/rounds';
import { database } from '@/lib/store/database';
import { ready } from '@/lib/store/device-keys';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { RoundPanelProps } from './RoundPanel.tsx';
import { WhatIsSeen } from './WhatIsSeen.tsx';

const DAY_MS = 86_400_000;
const DAYS = ['3', '7', '14'] as const;

/** Beginning a round, or why there can be none now. */
export function BeginRound({ view, shared, now, me }: RoundPanelProps & { readonly me: MemberRow }) {
  const [days, setDays] = useState<(typeof DAYS)[number]>('7');
  const [busy, setBusy] = useState(false);
  const { record, problem } = useRecord();
  const members = [...membersWithDevices(shared.rights).keys()];
  const at = clock.now();
  const from = freeFrom(shared.spent, at);
  const lacking = lackingOf(members, shared.spent, at);
  const day = (ms: number) => dateWords(dayOf(ms), now);

  const begin = async () => {
    setBusy(true);
    const { author } = await ready(database(), view.circle.id);
    const acting = { circleId: view.circle.id, id: roundId(author, newId()), by: me.id };
    const opened = clock.now();
    await record([openRound(acting, opened, opened + Number(days) * DAY_MS)]);
    setBusy(false);
  };

  if (members.length < MIN_ANSWERS) return <p>{tn('pulse_need_four', members.length)}</p>;
  if (from !== null) return <p>{t('pulse_next_from', { when: day(from) })}</p>;
  if (lacking) return <p>{t('pulse_changed_from', { when: day(lacking.from) })}</p>;
  return (
    <>
      <p>{t('pulse_round_line')}</p>
      <WhatIsSeen />
      <div className="pulse-days">
        <p id="pulse-days">{t('pulse_days')}</p>
        <RadioGroup
          labelledBy="pulse-days"
          value={days}
          options={DAYS.map((value) => ({ value, label: tn('pulse_days_n', Number(value)) }))}
          onChange={setDays}
        />
      </div>
      {problem}
      <div className="next-ways">
        <Button variant="primary" once busy={busy} onClick={() => void begin()}>
          {t('pulse_begin')}
        </Button>
      </div>
    </>
  );
}
