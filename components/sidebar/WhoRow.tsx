import type { MemberRow } from '@/lib/circle/member';
import { askForTime, setPresence } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { MemberCheck } from '../card/MemberChip.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useStage } from './stage.ts';

/** One member before the meeting: here or not, and the minutes asked for. */
export function WhoRow({ member }: { readonly member: MemberRow }) {
  const { acting, record, cards } = useStage();
  const { row, slot } = acting;
  const [here, setHere, forgetHere] = useAtOnce(row?.presence[member.id]?.presence !== 'away');
  const [minutes, setMinutes, forgetMinutes] = useAtOnce(row?.asked[member.id]);

  const tick = async (checked: boolean) => {
    setHere(checked);
    const done = await record(setPresence(acting, member.id, checked ? 'here' : 'away', clock.now()));
    if (!done) forgetHere();
  };
  const ask = async (asked: number | undefined) => {
    const whole = asked === undefined ? undefined : Math.max(0, Math.min(slot.lengthMin, asked));
    setMinutes(whole);
    if (!(await record(askForTime(acting, member.id, whole ?? null)))) forgetMinutes();
  };

  return (
    <div className="who-row">
      <MemberCheck
        member={cards.get(member.id) ?? { name: member.name, initials: '?', hue: 0 }}
        checked={here}
        onChange={(checked) => void tick(checked)}
      />
      {here ? (
        <NumberField
          label={t('sidebar_minutes_for', { name: member.name })}
          hideLabel
          min={0}
          max={slot.lengthMin}
          unit={t('sidebar_min_unit')}
          placeholder="–"
          value={minutes}
          onChange={(asked) => void ask(asked)}
        />
      ) : null}
    </div>
  );
}
