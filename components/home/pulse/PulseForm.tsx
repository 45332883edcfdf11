import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { type MessageKey, t, tn } from '@/lib/platform/i18n';
import { ITEMS, TOP } from '@/lib/pulse/facts';

/** The instrument's own words (see `lib/pulse/safety.ts`), in its order. */
const WORDS = [
  'pulse_item_1',
  'pulse_item_2',
  'pulse_item_3',
  'pulse_item_4',
  'pulse_item_5',
  'pulse_item_6',
  'pulse_item_7',
] as const satisfies readonly MessageKey[];

const STEPS = Array.from({ length: TOP }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }));

export interface PulseFormProps {
  /** What was answered before; nothing yet: absent. */
  readonly before?: readonly number[] | undefined;
  /** The words on the button. */
  readonly send: string;
  readonly busy?: boolean | undefined;
  readonly onSend: (items: readonly number[]) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** The seven items, each from 1 to 7. */
export function PulseForm({ before, send, busy, onSend, onCancel }: PulseFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState<readonly (number | undefined)[]>(
    () => before ?? WORDS.map(() => undefined),
  );
  const [asked, setAsked] = useState(false);
  const given = answers.filter((one) => one !== undefined);
  const left = ITEMS - given.length;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (left === 0) return onSend(given);
    const first = answers.indexOf(undefined);
    form.current
      ?.querySelectorAll<HTMLElement>('[role="radiogroup"]')
      [first]?.querySelector('input')
      ?.focus();
  };

  return (
    <form ref={form} className="pulse-form" onSubmit={submit}>
      <p className="quiet">{t('pulse_team')}</p>
      <ol className="pulse-items">
        {WORDS.map((word, i) => (
          <li key={word} className="pulse-item">
            <p id={`${id}-${i}`}>{t(word)}</p>
            <RadioGroup
              labelledBy={`${id}-${i} ${id}-scale`}
              className="pulse-steps"
              value={answers[i] === undefined ? undefined : String(answers[i])}
              options={STEPS}
              onChange={(value) => setAnswers(answers.map((one, at) => (at === i ? Number(value) : one)))}
            />
            <p className="pulse-ends" aria-hidden="true">
              <span>{t('pulse_low')}</span>
              <span>{t('pulse_high')}</span>
            </p>
            {asked && answers[i] === undefined ? (
              <p className="field-problem">{t('pulse_item_missing')}</p>
            ) : null}
          </li>
        ))}
      </ol>
      <p hidden id={`${id}-scale`}>
        {t('pulse_scale')}
      </p>
      {asked && left > 0 ? (
        <p className="field-problem" role="alert">
          {tn('pulse_left', left)}
        </p>
      ) : null}
      <div className="edit-actions">
        <Button type="submit" variant="primary" busy={busy}>
          {send}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('ui_cancel')}</Button> : null}
      </div>
    </form>
  );
}
