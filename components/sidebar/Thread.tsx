import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { loseThread } from '@/lib/meeting/course';
import { MINUTE_MS } from '@/lib/meeting/plan';
import type { Run } from '@/lib/meeting/run';
import type { RunningView } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import type { Done } from '../card/use-record.tsx';
import { Button } from '../ui/Button.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { isIntroduction } from './introduction.ts';
import { Parking } from './Parking.tsx';
import { stepPrompt } from './phase-words.ts';
import { useStage } from './stage.ts';
import { useNow } from './use-now.ts';

/** How long the question stays large when nobody says that they are back. */
const LARGE_MS = 3 * MINUTE_MS;

export interface ThreadProps {
  readonly run: Run;
  readonly running: RunningView;
  /** Prompts of those with a role: right below the question they are about. */
  readonly children: ReactNode;
}

/**
 * The question of the step, and the two quiet ways to keep to it: park a thought, or say that the thread is lost. Then
 * the question stands large for everyone, until one is back or the step is over.
 */
export function Thread({ run, running, children }: ThreadProps) {
  const stage = useStage();
  const { acting, record } = stage;
  const now = useNow(15_000);
  const [backFrom, setBackFrom] = useState(0);
  const [pressed, setPressed] = useState<{ readonly at: number; readonly done: Done } | null>(null);
  const { step } = running;
  const last = run.lost.at(-1);
  const isLarge =
    last !== undefined && last.step === step.id && last.at > backFrom && now - last.at < LARGE_MS;
  // Arriving and sharing out the time have no question one could drift from.
  const canDrift = step.kind !== 'arrive' && step.kind !== 'roles';
  const question = isIntroduction(stage.room, step) ? t('prompt_introduce') : stepPrompt(step, run.format);
  const place = useKeptFocus<HTMLDivElement>();
  // Of the question that is large now: another's press, or an earlier one of mine, is not it.
  const mine = pressed && pressed.at === last?.at ? pressed.done : null;
  const takeBack = mine ? () => void mine.undo().then(() => setPressed(null)) : undefined;
  const lose = async () => {
    const at = clock.now();
    const done = await record(loseThread(acting, at));
    if (done) setPressed({ at, done });
  };
  return (
    <div className="thread" ref={place} tabIndex={-1}>
      {isLarge ? (
        <LargeQuestion
          key={last.at}
          question={question}
          isMine={mine !== null}
          onBack={() => setBackFrom(last.at)}
          onSlip={takeBack}
        />
      ) : (
        <p className="prompt">{question}</p>
      )}
      {children}
      <div className="thread-acts">
        <Parking opening={isOpening(run, running)} />
        {isLarge || !canDrift ? null : (
          <Button variant="plain" size="small" onClick={() => void lose()}>
            {t('thread_lost')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Parked thoughts come back where time is asked for; where no phase is for that, with the first one. */
function isOpening({ plan, format }: Run, { step }: RunningView): boolean {
  const hasRoles = format.phases.some((phase) => phase.kind === 'roles');
  return hasRoles ? step.kind === 'roles' : step.phase === plan[0]?.phase;
}

interface LargeQuestionProps {
  readonly question: string;
  /** Pressed here: the keyboard goes to the question, so that it is read out. */
  readonly isMine: boolean;
  readonly onBack: () => void;
  /** It was pressed by mistake; absent where somebody else pressed. */
  readonly onSlip: (() => void) | undefined;
}

function LargeQuestion({ question, isMine, onBack, onSlip }: LargeQuestionProps) {
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (!isMine) return;
    words.current?.focus({ preventScroll: true });
    words.current?.scrollIntoView({ block: 'center' });
  }, [isMine]);
  return (
    <div className="prompt prompt-large">
      <p className="calm-line">{t('thread_kindly')}</p>
      <p className="prompt-question" ref={words} tabIndex={-1}>
        {question}
      </p>
      <div className="row">
        <Button size="small" onClick={onBack}>
          {t('thread_back')}
        </Button>
        {onSlip ? (
          <Button variant="plain" size="small" onClick={onSlip}>
            {t('thread_slip')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
