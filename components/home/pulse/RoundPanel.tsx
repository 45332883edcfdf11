import { Section } from '@/components/ui/Section';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import type { PulseAnswer } from '@/lib/pulse/answer';
import { currentRound, viewRound } from '@/lib/pulse/round';
import type { CircleView } from '../circles/use-circles.ts';
import { BeginRound } from './BeginRound.tsx';
import { ClosingRound } from './ClosingRound.tsx';
import { LastRound } from './LastRound.tsx';
import { OpenRound } from './OpenRound.tsx';
import type { PulseData } from './use-pulse.ts';

export type SharedPulse = NonNullable<PulseData['shared']>;

export interface RoundPanelProps {
  readonly view: CircleView;
  readonly shared: SharedPulse;
  /** My own answers. */
  readonly answers: readonly PulseAnswer[];
  /** UTC ms. */
  readonly now: number;
}

/** The round of a shared circle that is on, or how to begin one; and what the last one came to. */
export function RoundPanel(props: RoundPanelProps) {
  const { view, shared } = props;
  const round = currentRound(shared.rounds, clock.now());
  const where = round && viewRound(round, clock.now());
  // Who left sees what was, and writes nothing any more.
  const me = view.me?.leftOn === null ? view.me : null;
  const last = shared.rounds.findLast((one) => one !== round);
  return (
    <>
      <Section title={t('pulse_round')}>
        {view.me === null ? <p>{t('pulse_need_me')}</p> : null}
        {me && !round ? <BeginRound {...props} me={me} /> : null}
        {me && round && where?.phase === 'open' ? (
          <OpenRound key={round.id} {...props} me={me} round={round} />
        ) : null}
        {round && where?.phase === 'closing' ? (
          <ClosingRound {...props} round={round} settled={where.settled} />
        ) : null}
      </Section>
      {last ? <LastRound {...props} round={last} /> : null}
    </>
  );
}
