import { t } from '@/lib/platform/i18n';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { OUTCOME_LOOKS, OUTCOMES, type OutcomeChoice } from './outcome-look.ts';

export interface OutcomeRadiosProps {
  readonly value: OutcomeChoice | undefined;
  readonly onChange: (outcome: OutcomeChoice) => void;
}

/** The five outcomes to choose from, while a report is being given. */
export function OutcomeRadios({ value, onChange }: OutcomeRadiosProps) {
  return (
    <RadioGroup
      label={t('card_outcome')}
      value={value}
      onChange={onChange}
      options={OUTCOMES.map((outcome) => {
        const { key, icon, tone } = OUTCOME_LOOKS[outcome];
        return { value: outcome, label: t(key), icon, tone };
      })}
    />
  );
}
