import { useId } from 'react';
import { answerRecording } from '@/lib/meeting/commands';
import type { Unrecorded } from '@/lib/meeting/facts';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useStage } from './stage.ts';

/** Step 0, asked aloud before the start: does anything record? What pages show is never the whole answer. */
export function StepZero() {
  const { acting, record } = useStage();
  const id = useId();
  const place = useKeptFocus<HTMLDivElement>();
  const [answer, setAnswer, forget] = useAtOnce<Unrecorded | null>(acting.row?.unrecorded ?? null);
  const say = (next: Unrecorded) => {
    setAnswer(next);
    void record(answerRecording(acting, next, clock.now())).then((done) => done ?? forget());
  };
  return (
    <div className="step-zero" ref={place} tabIndex={-1}>
      {answer === 'nothing' ? (
        <p className="step-zero-said calm-line">
          <span>
            <Icon name="check" /> {t('zero_nothing_said')}
          </span>
          <Button variant="plain" size="small" onClick={() => say('something')}>
            {t('zero_change')}
          </Button>
        </p>
      ) : (
        <fieldset className="plain-fieldset step-zero-ask" aria-labelledby={id}>
          <p id={id}>{t(answer === null ? 'zero_ask' : 'zero_something_said')}</p>
          <div className="step-zero-acts">
            <Button size="small" onClick={() => say('nothing')}>
              {t(answer === null ? 'zero_nothing' : 'zero_off_now')}
            </Button>
            {answer === null ? (
              <Button size="small" onClick={() => say('something')}>
                {t('zero_something')}
              </Button>
            ) : null}
          </div>
          {answer === null ? null : <p className="calm-line">{t('zero_something_todo')}</p>}
        </fieldset>
      )}
    </div>
  );
}
