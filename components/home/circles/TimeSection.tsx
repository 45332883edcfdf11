import { useRecord } from '@/components/card/use-record';
import { Checkbox } from '@/components/ui/Checkbox';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { useAtOnce } from '@/components/ui/use-at-once';
import { setPrompts, setTimeBack } from '@/lib/circle/edit';
import { PROMPT_CHOICES, type PromptChoice } from '@/lib/meeting/prompt-level';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import type { CircleView } from './use-circles.ts';

const PROMPT_KEYS = {
  auto: 'circles_prompts_auto',
  all: 'circles_prompts_all',
  few: 'circles_prompts_few',
} as const satisfies Record<PromptChoice, string>;

/** Whether time comes back from earlier meetings, and how many prompts the roles see. */
export function TimeSection({ view }: { readonly view: CircleView }) {
  const { circle, me } = view;
  const by = me?.id ?? null;
  const { record, problem } = useRecord();
  const [back, setBack, forgetBack] = useAtOnce(circle.timeBack);
  const [prompts, setShown, forgetPrompts] = useAtOnce(circle.prompts);
  const replacing = (kind: string) => factsOfKind(database(), circle.id, circle.id, [kind]);

  const tick = async (on: boolean) => {
    setBack(on);
    const draft = setTimeBack(circle.id, by, on, await replacing('circle.timeBack'));
    const said = t(on ? 'circles_time_back_on_said' : 'circles_time_back_off_said');
    if (!(await record([draft], said))) forgetBack();
  };
  const choose = async (next: PromptChoice) => {
    setShown(next);
    const draft = setPrompts(circle.id, by, next, await replacing('circle.prompts'));
    if (!(await record([draft], t('circles_prompts_said')))) forgetPrompts();
  };

  return (
    <Section title={t('circles_time_title')}>
      <div className="time-ways">
        <div>
          <Checkbox checked={back} onChange={(on) => void tick(on)}>
            {t('circles_time_back')}
          </Checkbox>
          <p className="quiet">{t('circles_time_back_hint')}</p>
        </div>
        <Select
          label={t('circles_prompts')}
          value={prompts}
          options={PROMPT_CHOICES.map((value) => ({ value, label: t(PROMPT_KEYS[value]) }))}
          onChange={(next) => void choose(next)}
        />
      </div>
      {problem}
    </Section>
  );
}
