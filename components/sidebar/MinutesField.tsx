import { askForTime } from '@/lib/meeting/commands';
import { t } from '@/lib/platform/i18n';
import { NumberField } from '../ui/NumberField.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { nameOf, useStage } from './stage.ts';

/** The minutes a member asks for; empty: an equal share. */
export function MinutesField({ member }: { readonly member: string }) {
  const stage = useStage();
  const { acting, record } = stage;
  const [minutes, setMinutes, forget] = useAtOnce(acting.row?.asked[member]);
  const { lengthMin } = acting.slot;
  const ask = async (asked: number | undefined) => {
    const whole = asked === undefined ? undefined : Math.round(Math.max(0, Math.min(lengthMin, asked)));
    setMinutes(whole);
    if (!(await record(askForTime(acting, member, whole ?? null)))) forget();
  };
  return (
    <NumberField
      label={t('sidebar_minutes_for', { name: nameOf(stage, member) })}
      hideLabel
      min={0}
      max={lengthMin}
      unit={t('sidebar_min_unit')}
      placeholder="–"
      value={minutes}
      onChange={(asked) => void ask(asked)}
    />
  );
}
