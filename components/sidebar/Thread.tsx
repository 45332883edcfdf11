import { useState } from 'react';
import { loseThread } from '@/lib/meeting/course';
import { MINUTE_MS } from '@/lib/meeting/plan';
import type { Run } from '@/lib/meeting/run';
import type { RunningView } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Parking } from './Parking.tsx';
import { stepPrompt } from './phase-words.ts';
import { useStage } from './stage.ts';
import { useNow } from './use-now.ts';

/** How long the question stays large when nobody says that they are back. */
const LARGE_MS = 3 * MINUTE_MS;

/**
 * The question of the step, and the two quiet ways to keep to it: park a thought, or say that the thread is lost. Then
 * the question stands large for everyone, until one is back or the step is over.
 */
export function Thread({ run, running }: { readonly run: Run; readonly running: RunningView }) {
  const { acting, record } = useStage();
  const now = useNow(15_000);
  const [backFrom, setBackFrom] = useState(0);
  const { step } = running;
  const last = run.lost.at(-1);
  const isLarge =
    last !== undefined && last.step === step.id && last.at > backFrom && now - last.at < LARGE_MS;
  const isOpening = step.kind === 'arrive' || step.kind === 'roles' || step.phase === run.plan[0]?.phase;
  return (
    <div className="thread">
      {isLarge ? (
        <div className="prompt prompt-large">
          <p className="calm-line">{t('thread_kindly')}</p>
          <p className="prompt-question">{stepPrompt(step, run.format)}</p>
          <Button size="small" onClick={() => setBackFrom(last.at)}>
            {t('thread_back')}
          </Button>
        </div>
      ) : (
        <p className="prompt">{stepPrompt(step, run.format)}</p>
      )}
      <div className="thread-acts">
        <Parking opening={isOpening} />
        {isLarge ? null : (
          <Button
            variant="plain"
            size="small"
            onClick={() => void record(loseThread(acting, clock.now()), t('thread_said'))}
          >
            {t('thread_lost')}
          </Button>
        )}
      </div>
    </div>
  );
}
