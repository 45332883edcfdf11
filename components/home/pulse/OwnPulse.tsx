import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { answerPulse, type PulseAnswer } from '@/lib/pulse/answer';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { PulseForm } from './PulseForm.tsx';

/** Answering for oneself, in a circle that is only on this screen. */
export function OwnPulse({
  view,
  answers,
  now,
}: {
  readonly view: CircleView;
  readonly answers: readonly PulseAnswer[];
  readonly now: number;
}) {
  const [open, setOpen] = useState(false);
  const { record, problem } = useRecord();
  const last = answers.at(-1);
  const send = useOneAtATime(async (items: readonly number[]) => {
    const draft = answerPulse(
      { id: newId(), circleId: view.circle.id, round: null, items },
      null,
      clock.now(),
    );
    if (await record([draft], t('pulse_kept'))) setOpen(false);
  });
  return (
    <Section title={t('pulse_own')}>
      <p>{t('pulse_own_line')}</p>
      {last && !open ? <p>{t('pulse_own_last', { when: dateWords(dayOf(last.at), now) })}</p> : null}
      {problem}
      {open ? (
        <PulseForm
          send={t('pulse_keep')}
          onSend={(items) => void send(items)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="next-ways">
          <Button variant={last ? 'quiet' : 'primary'} onClick={() => setOpen(true)}>
            {t('pulse_answer')}
          </Button>
        </div>
      )}
    </Section>
  );
}
