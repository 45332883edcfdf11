import { useEffect, useRef, useState } from 'react';
import { type Suggestion, suggest } from '@/lib/contract/suggest';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { isoDay } from '@/lib/platform/iso-day';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useToast } from '../ui/ToastProvider.tsx';
import type { ContractDraft } from './use-contract-draft.ts';
import { useHints } from './use-hints.ts';
import './suggestions.css';

export interface SuggestionsProps {
  readonly draft: ContractDraft;
  readonly set: (change: Partial<ContractDraft>) => void;
  /** The form shows the day by itself. */
  readonly withDue?: boolean | undefined;
  /** How one will know may be written of this one, so that what is too long can go there. */
  readonly withKnow: boolean;
}

/** Nobody is looked over the shoulder while the words still come. */
const QUIET_MS = 700;

/**
 * What could make a contract smaller or give it a day: a quiet line under the form, one press each, all of it to be
 * passed over. Nothing is announced; whoever reads on finds it after the form's button.
 */
export function Suggestions({ draft, set, withDue, withKnow }: SuggestionsProps) {
  const { text, more, waiting } = draft;
  const [on, want] = useHints();
  const toast = useToast();
  const quiet = useQuiet(text);
  // What was applied, for as long as it stands as it was applied.
  const [applied, setApplied] = useState<{ before: ContractDraft; text: string } | null>(null);
  const place = useRef<HTMLFieldSetElement>(null);
  const apply = (change: Partial<ContractDraft>) => {
    // A day alone is taken away where it stands.
    if (change.text !== undefined) setApplied({ before: draft, text: change.text });
    set(change);
    place.current?.closest('form')?.querySelector('textarea')?.focus();
  };
  const switchOff = () => {
    want(false);
    toast({ text: t('hints_off_said'), action: { label: t('circles_undo'), onAction: () => want(true) } });
  };
  const due = more.due || null;
  const found =
    on && quiet === text ? suggest(text, { kind: more.kind, due, today: isoDay(clock.now()) }) : [];
  const canUndo = applied !== null && applied.text === text && text.trim() !== '';
  const shownDue = due !== null && !withDue;
  if (found.length === 0 && !canUndo && waiting.length === 0 && !shownDue) return null;
  return (
    <fieldset ref={place} className="hints" aria-label={t('hints_title')}>
      {shownDue ? (
        <button
          type="button"
          className="hint"
          aria-label={t('hints_no_day', { date: dayWords(due) })}
          onClick={() => set({ more: { ...more, due: '' } })}
        >
          {t('hints_by', { date: dayWords(due) })} <Icon name="close" />
        </button>
      ) : null}
      {found.map((one) => (
        <Hint key={one.kind} one={one} draft={draft} apply={apply} withKnow={withKnow} />
      ))}
      {canUndo ? (
        <button
          type="button"
          className="hint"
          onClick={() => {
            set(applied.before);
            setApplied(null);
          }}
        >
          <Icon name="undo" /> {t('circles_undo')}
        </button>
      ) : null}
      {waiting.length > 0 ? (
        <p className="hint-words">{t('hints_then', { text: waiting.join(' · ') })}</p>
      ) : null}
      {found.length > 0 ? (
        <IconButton icon="close" size="small" label={t('hints_off')} onClick={switchOff} />
      ) : null}
    </fieldset>
  );
}

function Hint({
  one,
  draft,
  apply,
  withKnow,
}: {
  readonly one: Suggestion;
  readonly draft: ContractDraft;
  readonly apply: (change: Partial<ContractDraft>) => void;
  readonly withKnow: boolean;
}) {
  const { more, waiting } = draft;
  switch (one.kind) {
    case 'day':
      return (
        <>
          <span className="hint-words">{t('hints_day')}</span>
          {one.days.map((day) => (
            <button
              key={day}
              type="button"
              className="hint"
              aria-label={t('hints_by', { date: dayWords(day) })}
              onClick={() => apply({ more: { ...more, due: day } })}
            >
              {dayWords(day)}
            </button>
          ))}
        </>
      );
    case 'firstStep':
      return (
        <button type="button" className="hint" onClick={() => apply({ text: one.text })}>
          {t('hints_first_step')}
        </button>
      );
    case 'split': {
      const [text = '', ...rest] = one.parts;
      return (
        <button
          type="button"
          className="hint"
          onClick={() => apply({ text, waiting: [...rest, ...waiting] })}
        >
          {t('hints_split', { count: one.parts.length })}
        </button>
      );
    }
    case 'shorten':
      return one.rest !== '' && withKnow && more.know === '' ? (
        <button
          type="button"
          className="hint"
          onClick={() => apply({ text: one.text, more: { ...more, know: one.rest.slice(0, 500) } })}
        >
          {t('hints_shorten')}
        </button>
      ) : (
        <span className="hint-words">{t('hints_long')}</span>
      );
    default:
      return one satisfies never;
  }
}

/** "Fri, 27 Nov" */
const dayWords = (day: string): string =>
  dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(Temporal.PlainDate.from(day));

/** `text` once it has not changed for a moment; before, what it was when it last rested. */
function useQuiet(text: string): string {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
}
