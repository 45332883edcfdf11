import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextField } from '@/components/ui/TextField';
import { AGREEMENT_ITEMS, isOffered, withOwnRule } from '@/lib/circle/agreement';
import { t } from '@/lib/platform/i18n';
import { useProgramme } from '../programme/use-programme.ts';

/** An agreement item in words: ours from the catalogue, the circle's own as written. */
export const agreementWords = (item: string): string => (isOffered(item) ? t(`agreement_${item}`) : item);

const LONGEST = 500;

export interface AgreementFieldsProps {
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
  /** A rule in their own words that is not added yet. Whoever saves takes it too (`withOwnRule`). */
  readonly own: string;
  readonly onOwn: (own: string) => void;
}

/** What a circle agrees on: offered items to tick, and the circle's own words. */
export function AgreementFields({ items, onChange, own, onOwn }: AgreementFieldsProps) {
  const legend = useId();
  const offered = useProgramme()?.agreement ?? [];
  const written = items.filter((item) => !isOffered(item) && !offered.includes(item));
  const toggle = (item: string, on: boolean) =>
    onChange(on ? [...items, item] : items.filter((one) => one !== item));
  const add = () => {
    const next = withOwnRule(items, own);
    if (next !== items) onChange(next);
    onOwn('');
  };
  return (
    <fieldset className="agreement" aria-labelledby={legend}>
      <p id={legend} className="agreement-words">
        {t('newCircle_agree_words')}
      </p>
      {AGREEMENT_ITEMS.map((item) => (
        <Checkbox key={item} checked={items.includes(item)} onChange={(on) => toggle(item, on)}>
          {agreementWords(item)}
        </Checkbox>
      ))}
      {offered.map((item) => (
        <Checkbox key={item} checked={items.includes(item)} onChange={(on) => toggle(item, on)}>
          {item} <span className="quiet">({t('prog_from')})</span>
        </Checkbox>
      ))}
      {written.map((item) => (
        <Checkbox key={item} checked onChange={(on) => toggle(item, on)}>
          {item}
        </Checkbox>
      ))}
      <div className="agreement-own">
        <TextField
          label={t('circles_agreement_own')}
          maxLength={LONGEST}
          value={own}
          onChange={onOwn}
          onKeyDown={(event) => {
            // Enter adds these words; with none written it goes on, as everywhere else.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || own.trim() === '') return;
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add}>{t('circles_agreement_add')}</Button>
      </div>
    </fieldset>
  );
}
