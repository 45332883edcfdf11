import { useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { useSavedOnLeaving } from '@/components/card/use-saved-on-leaving';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { useTyped } from '@/components/ui/use-typed';
import { answerPig, MAX_PIG, type Pig, pigEntity } from '@/lib/me/pig';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import { LetGo } from './LetGo.tsx';

export interface PigCardProps {
  readonly pig: Pig;
  /** ms since 1970. */
  readonly now: number;
  readonly record: Recorder['record'];
}

/** One pig, and beside it what a peer would say; that is saved at a pause, and when one leaves the field. */
export function PigCard({ pig, now, record }: PigCardProps) {
  const [answer, setAnswer] = useTyped(pig.answer);
  const [goes, setGoes] = useState(false);
  const drafts = () => (answer.trim() === pig.answer ? [] : [answerPig(pig, answer, clock.now())]);
  const saveAnswer = useSavedOnLeaving({ text: answer.trim(), drafts, record, atPause: true });
  const save = () => {
    setAnswer(answer.trim());
    saveAnswer();
  };
  return (
    <article className="pig" aria-label={pig.text}>
      <div className="pig-said">
        <p className="pig-words">{pig.text}</p>
        <p className="pig-when">{dateWords(dayOf(pig.at), now, 'short')}</p>
      </div>
      <div className="pig-peer">
        <TextArea
          label={t('mine_pig_peer')}
          placeholder={t('mine_pig_peer_hint')}
          value={answer}
          maxLength={MAX_PIG}
          rows={2}
          onChange={setAnswer}
          onBlur={save}
          onSubmit={save}
        />
      </div>
      <Button className="pig-go" variant="plain" size="small" onClick={() => setGoes(true)}>
        {t('mine_pig_go')}
      </Button>
      {goes ? (
        <LetGo
          entity={pigEntity(pig.id)}
          words={pig.text}
          title={t('mine_pig_go_title')}
          said={t('mine_pig_gone')}
          onDone={() => setGoes(false)}
        />
      ) : null}
    </article>
  );
}
