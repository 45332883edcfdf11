import { Disclosure } from '@/components/ui/Disclosure';
import { RadioGroup } from '@/components/ui/RadioGroup';
import type { Stage } from '@/lib/goal/facts';
import { t } from '@/lib/platform/i18n';
import { PROMPTS, type Prompt, QUESTIONS, stageOptions } from './goal-words.ts';

export interface PromptsProps {
  readonly stage: Stage | null;
  readonly onStage: (stage: Stage) => void;
  readonly startsOpen: boolean;
  readonly onBegin: (words: string, question: boolean) => void;
}

/** Beginnings of goals by career stage, and questions people bring: one press puts one into the field, to go on from. */
export function Prompts({ stage, onStage, startsOpen, onBegin }: PromptsProps) {
  const list = (name: string, prompts: readonly Prompt[]) => (
    <ul className="plain-list goal-prompts" aria-label={name}>
      {prompts.map(({ key, question }) => (
        <li key={key}>
          <button type="button" className="goal-prompt" onClick={() => onBegin(t(key), question)}>
            {t(key)}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Disclosure title={t('goals_ideas')} startsOpen={startsOpen}>
      <div className="goal-ideas">
        <p id="goal-stage" className="goal-label">
          {t('goals_stage')}
        </p>
        <RadioGroup
          labelledBy="goal-stage"
          value={stage ?? undefined}
          onChange={onStage}
          options={stageOptions()}
        />
        {stage ? list(t('goals_ideas'), PROMPTS[stage]) : null}
        <p className="goal-label">{t('goals_asks')}</p>
        {list(t('goals_asks'), QUESTIONS)}
      </div>
    </Disclosure>
  );
}
