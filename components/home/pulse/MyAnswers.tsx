import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { t } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { type PulseAnswer, pulseEntity } from '@/lib/pulse/answer';
import { dateWords, dayOf } from '../circles/dates.ts';
import { LetGo } from '../mine/LetGo.tsx';

/** My own answers as I gave them, each to be erased. */
export function MyAnswers({
  answers,
  now,
}: {
  readonly answers: readonly PulseAnswer[];
  readonly now: number;
}) {
  const [going, setGoing] = useState<PulseAnswer | null>(null);
  const score = (one: PulseAnswer) => numberFormat({ maximumFractionDigits: 1 }).format(one.score);
  const line = (one: PulseAnswer) =>
    t('pulse_mine_line', {
      when: dateWords(dayOf(one.at), now),
      score: score(one),
      items: one.items.join(' · '),
    });
  return (
    <Disclosure title={t('pulse_mine')}>
      <ul className="plain-list pulse-mine">
        {answers.toReversed().map((one) => (
          <li key={one.id}>
            <span>{line(one)}</span>
            <Button
              variant="plain"
              size="small"
              aria-label={t('pulse_erase_named', { when: dateWords(dayOf(one.at), now) })}
              onClick={() => setGoing(one)}
            >
              {t('pulse_erase')}
            </Button>
          </li>
        ))}
      </ul>
      {going ? (
        <LetGo
          entity={pulseEntity(going.id)}
          words={line(going)}
          title={t('pulse_erase_title')}
          said={t('pulse_erased')}
          onDone={() => setGoing(null)}
        />
      ) : null}
    </Disclosure>
  );
}
