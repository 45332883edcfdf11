import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { MAX_PLAN_TEXT } from '@/lib/goal/facts';
import { t } from '@/lib/platform/i18n';

export interface PlanItemFormProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly text?: string | undefined;
  /** ISO date, '' for none. */
  readonly by?: string | undefined;
  /** Absent: the form has no date. */
  readonly byLabel?: string | undefined;
  readonly save: string;
  /** Words must be there; for a look back they need not. */
  readonly needsText?: boolean | undefined;
  readonly onSave: (text: string, by: string | null) => Promise<boolean>;
  readonly onCancel?: (() => void) | undefined;
}

/** A few words and, if wanted, a day: a goal, a step, a look back. Ctrl+Enter saves too. */
export function PlanItemForm({
  label,
  hint,
  text = '',
  by = '',
  byLabel,
  save,
  needsText = true,
  onSave,
  onCancel,
}: PlanItemFormProps) {
  const [words, setWords] = useState(text);
  const [day, setDay] = useState(by);
  const [asked, setAsked] = useState(false);
  const isEmpty = needsText && words.trim() === '';
  const submit = useOneAtATime(async (_event?: FormEvent) => {
    setAsked(true);
    if (isEmpty) return;
    if (await onSave(words, day === '' ? null : day)) {
      setWords('');
      setDay('');
      setAsked(false);
    }
  });
  return (
    <form
      className="plan-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !onCancel) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextArea
        autoFocus={onCancel !== undefined}
        className="plan-words"
        label={label}
        hint={hint}
        maxLength={MAX_PLAN_TEXT}
        value={words}
        onChange={setWords}
        onSubmit={() => void submit()}
        problem={asked && isEmpty ? t('plan_empty') : undefined}
      />
      {byLabel ? (
        <TextField className="plan-by" type="date" label={byLabel} value={day} onChange={setDay} />
      ) : null}
      <div className="plan-acts">
        <Button type="submit">{save}</Button>
        {onCancel ? <Button onClick={onCancel}>{t('ui_cancel')}</Button> : null}
      </div>
    </form>
  );
}
