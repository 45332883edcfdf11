import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { type Focus, MAX_GOAL, type Stage } from '@/lib/goal/facts';
import type { GoalWords } from '@/lib/goal/goal-commands';
import { t } from '@/lib/platform/i18n';
import { focusOptions } from './goal-words.ts';
import { Prompts } from './Prompts.tsx';
import './goals.css';

export interface GoalFormProps {
  /** What stands in it at first. */
  readonly start: GoalWords;
  readonly save: string;
  /** Beginnings to choose from: open, folded away, or none. */
  readonly prompts: 'open' | 'folded' | 'none';
  /** Resolves to whether it was kept; the form of a new one is then empty again. */
  readonly onSave: (words: GoalWords) => Promise<boolean>;
  readonly onCancel?: (() => void) | undefined;
}

/** Writes a goal or a question: its words, until when, what it is about. */
export function GoalForm({ start, save, prompts, onSave, onCancel }: GoalFormProps) {
  const [text, setText] = useState(start.text);
  const [question, setQuestion] = useState(start.question);
  const [focus, setFocus] = useState<Focus | ''>(start.focus ?? '');
  const [stage, setStage] = useState<Stage | null>(start.stage);
  const [until, setUntil] = useState(start.until);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = useOneAtATime(async (_event?: FormEvent) => {
    setAsked(true);
    if (text.trim() === '') return form.current?.querySelector('textarea')?.focus();
    const words = { ...start, text, question, focus: focus || null, stage, until: until || start.until };
    if (await onSave(words)) {
      setText('');
      setAsked(false);
    }
  });
  const begin = (words: string, isQuestion: boolean) => {
    setText(words);
    setQuestion(isQuestion);
    const area = form.current?.querySelector('textarea');
    area?.focus();
    requestAnimationFrame(() => area?.setSelectionRange(words.length, words.length));
  };

  return (
    <form
      ref={form}
      className="goal-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !onCancel) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <RadioGroup
        label={t('goals_what')}
        value={question ? 'question' : 'goal'}
        onChange={(what) => setQuestion(what === 'question')}
        options={[
          { value: 'goal', label: t('goals_a_goal') },
          { value: 'question', label: t('goals_a_question') },
        ]}
      />
      <TextArea
        autoFocus={onCancel !== undefined}
        label={t(question ? 'goals_words_question' : 'goals_words_goal')}
        rows={2}
        maxLength={MAX_GOAL}
        value={text}
        onChange={setText}
        problem={asked && text.trim() === '' ? t('goals_empty') : undefined}
        onSubmit={() => void submit()}
        enterSubmits
      />
      <div className="goal-row">
        <TextField type="date" label={t('goals_by')} value={until} onChange={setUntil} />
        <Select label={t('goals_about')} value={focus} onChange={setFocus} options={focusOptions()} />
        <div className="goal-acts">
          <Button type="submit" variant="primary">
            {save}
          </Button>
          {onCancel ? <Button onClick={onCancel}>{t('ui_cancel')}</Button> : null}
        </div>
      </div>
      {prompts === 'none' ? null : (
        <Prompts stage={stage} onStage={setStage} startsOpen={prompts === 'open'} onBegin={begin} />
      )}
    </form>
  );
}
