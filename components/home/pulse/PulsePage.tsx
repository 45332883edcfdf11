import { useRecord } from '@/components/card/use-record';
import { Checkbox } from '@/components/ui/Checkbox';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { askMe } from '@/lib/pulse/answer';
import { resultsOf } from '@/lib/pulse/results';
import type { CircleView } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { FeltSection } from './FeltSection.tsx';
import { MyAnswers } from './MyAnswers.tsx';
import { OwnPulse } from './OwnPulse.tsx';
import { PulseCurve } from './PulseCurve.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import { type PulseData, usePulse } from './use-pulse.ts';
import './pulse.css';

/** The pulse of one circle: a round of all where it is shared, one's own answers, and how its meetings were. */
export function PulsePage({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle } = view;
  const pulse = usePulse(circle.id);
  return (
    <Page title={t('pulse_title')} tabTitle={t('circles_title')} lead={t('pulse_lead')}>
      <p className="circle-back">
        <a href={routeTo('circles', circle.id)}>{circle.name}</a>
      </p>
      {pulse ? <Loaded view={view} pulse={pulse} now={now} /> : <Skeleton lines={6} />}
    </Page>
  );
}

function Loaded({
  view,
  pulse,
  now,
}: {
  readonly view: CircleView;
  readonly pulse: PulseData;
  readonly now: number;
}) {
  const { shared, answers, felt } = pulse;
  const results = shared ? resultsOf(shared.rounds, clock.now()) : [];
  return (
    <>
      {shared ? (
        <RoundPanel view={view} shared={shared} answers={answers} now={now} />
      ) : (
        <OwnPulse view={view} answers={answers} now={now} />
      )}
      {results.length + answers.length > 0 ? (
        <Section title={t('pulse_curve')}>
          <PulseCurve
            label={t('pulse_curve_label')}
            from={1}
            to={7}
            now={now}
            lines={[
              ...(shared
                ? [
                    {
                      name: t('pulse_curve_circle'),
                      points: results.map(({ at, mean, n }) => ({ at, value: mean, of: n })),
                    },
                  ]
                : []),
              {
                name: t('pulse_curve_me'),
                isMine: true,
                points: answers.map(({ at, score }) => ({ at, value: score })),
              },
            ]}
          />
          <p className="quiet">{t('pulse_curve_hint')}</p>
          {answers.length > 0 ? <MyAnswers answers={answers} now={now} /> : null}
        </Section>
      ) : null}
      <FeltSection felt={felt} now={now} />
      <AskSection view={view} ask={pulse.ask} />
      <p className="pulse-source">{t('pulse_source')}</p>
    </>
  );
}

function AskSection({ view, ask }: { readonly view: CircleView; readonly ask: PulseData['ask'] }) {
  const { record, problem } = useRecord();
  return (
    <div>
      <Checkbox checked={ask.on} onChange={(on) => void record([askMe(view.circle.id, on, ask.setBy)])}>
        {t('pulse_ask')}
      </Checkbox>
      {problem}
    </div>
  );
}
