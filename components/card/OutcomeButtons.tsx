import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { OUTCOME_LOOKS, OUTCOMES, type OutcomeChoice } from './outcome-look.ts';
import './contract-card.css';

/** The five outcomes as buttons, one press each; whoever uses them offers Undo. */
export function OutcomeButtons({ onChoose }: { readonly onChoose: (outcome: OutcomeChoice) => void }) {
  return (
    <div className="outcome-buttons">
      {OUTCOMES.map((outcome) => {
        const { key, icon } = OUTCOME_LOOKS[outcome];
        return (
          <Button once key={outcome} size="small" icon={icon} onClick={() => onChoose(outcome)}>
            {t(key)}
          </Button>
        );
      })}
    </div>
  );
}
