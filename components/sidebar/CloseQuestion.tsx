import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { askMe, feelMeeting } from '@/lib/pulse/answer';
import { MAX_WORDS } from '@/lib/pulse/facts';
import { database } from '@/lib/store/database';
import { loadAsk, loadFelt } from '@/lib/store/pulse';
import { useSavedOnLeaving } from '../card/use-saved-on-leaving.ts';
import { feltOptions } from '../pulse/felt-words.ts';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useStage } from './stage.ts';
import './close-question.css';

/** One question at the close, for oneself alone: one press answers it, none is needed, and it can be switched off. */
export function CloseQuestion() {
  const { acting, record } = useStage();
  const { circleId, meetingId } = acting.slot;
  const known = useLiveQuery(async () => {
    const [ask, felt] = await Promise.all([loadAsk(database(), circleId), loadFelt(database(), meetingId)]);
    return { ask, felt };
  }, [circleId, meetingId]);
  const id = useId();
  const [words, setWords] = useState<string | null>(null);
  const [step, setStep, forget] = useAtOnce<number | null>(known?.felt?.step ?? null);
  const felt = known?.felt ?? null;
  const text = words ?? felt?.words ?? '';
  const feel = (next: number) =>
    feelMeeting({ id: meetingId, circleId, step: next, words: text }, felt, clock.now());
  const drafts = () => (step === null || text.trim() === (felt?.words ?? '') ? [] : [feel(step)]);
  const leave = useSavedOnLeaving({ text: text.trim(), drafts, record, atPause: true });
  if (!known || (!known.ask.on && !felt)) return null;
  const { ask } = known;
  const say = async (next: number) => {
    setStep(next);
    if (!(await record([feel(next)]))) forget();
  };
  return (
    <section className="close-question" aria-labelledby={id}>
      <p id={id}>{t('felt_ask')}</p>
      <RadioGroup
        labelledBy={id}
        value={step === null ? undefined : String(step)}
        options={feltOptions()}
        onChange={(value) => void say(Number(value))}
      />
      {step === null ? (
        <p className="close-question-foot">
          <span className="calm-line">{t('felt_private')}</span>
          <Button
            variant="plain"
            size="small"
            onClick={() => void record([askMe(circleId, false, ask.setBy)], t('felt_off_said'))}
          >
            {t('felt_off')}
          </Button>
        </p>
      ) : (
        <form
          className="close-question-words"
          onSubmit={(event) => {
            event.preventDefault();
            leave();
          }}
        >
          <TextField
            label={t('felt_words')}
            hint={t('felt_private')}
            maxLength={MAX_WORDS}
            value={text}
            onChange={setWords}
            onBlur={leave}
          />
        </form>
      )}
    </section>
  );
}
