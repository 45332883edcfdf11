import { feltWords } from '@/components/pulse/felt-words';
import { LongText } from '@/components/ui/LongText';
import { Section } from '@/components/ui/Section';
import { t } from '@/lib/platform/i18n';
import type { Felt } from '@/lib/pulse/answer';
import { dateWords, dayOf } from '../circles/dates.ts';
import { PulseCurve } from './PulseCurve.tsx';

/** How meetings were for me; nothing while I never said. */
export function FeltSection({ felt, now }: { readonly felt: readonly Felt[]; readonly now: number }) {
  if (felt.length === 0) return null;
  const said = felt.filter((one) => one.words !== '').toReversed();
  return (
    <Section title={t('felt_title')}>
      <PulseCurve
        label={t('felt_curve_label')}
        from={1}
        to={5}
        now={now}
        words={feltWords}
        lines={[
          {
            name: t('pulse_curve_me'),
            isMine: true,
            points: felt.map(({ at, step }) => ({ at, value: step })),
          },
        ]}
      />
      {said.length > 0 ? (
        <ul className="plain-list felt-said">
          {said.map((one) => (
            <li key={one.id}>
              <span className="quiet">
                {dateWords(dayOf(one.at), now)} · {feltWords(one.step)}
              </span>
              <LongText text={one.words} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className="quiet">{t('felt_private')}</p>
    </Section>
  );
}
