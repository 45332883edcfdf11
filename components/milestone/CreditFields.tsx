import { MemberCheck } from '@/components/card/MemberChip';
import { TextField } from '@/components/ui/TextField';
import { MAX_FOR } from '@/lib/milestone/facts';
import type { Credit } from '@/lib/milestone/milestone';
import { t } from '@/lib/platform/i18n';
import { nameIn, type People } from './people.ts';

/** Who helped, to tick, and with what. */
export function CreditFields({
  people,
  whose,
  credit,
  onChange,
}: {
  readonly people: People;
  /** Whose milestone it is: they are not thanked. */
  readonly whose: string;
  readonly credit: readonly Credit[];
  readonly onChange: (credit: readonly Credit[]) => void;
}) {
  const thanked = new Map(credit.map((one) => [one.memberId, one]));
  const former = people.all.filter((one) => one.leftOn !== null && thanked.has(one.id));
  const tick = (member: string, isOn: boolean) =>
    onChange(isOn ? [...credit, { memberId: member }] : credit.filter((one) => one.memberId !== member));
  const say = (member: string, why: string) =>
    onChange(credit.map((one) => (one.memberId === member ? { memberId: member, for: why } : one)));
  return (
    <fieldset className="milestone-credit">
      <legend className="milestone-label">{t('milestone_helped')}</legend>
      <div className="milestone-helpers">
        {[...people.present, ...former].map((member) => {
          const card = people.card(member.id);
          return member.id === whose || !card ? null : (
            <MemberCheck
              key={member.id}
              member={card}
              isHere
              checked={thanked.has(member.id)}
              onChange={(isOn) => tick(member.id, isOn)}
            />
          );
        })}
      </div>
      {credit
        .filter((one) => one.memberId !== whose)
        .map((one) => (
          <TextField
            key={one.memberId}
            label={t('milestone_for', { name: nameIn(people, one.memberId) })}
            placeholder={t('milestone_for_hint')}
            maxLength={MAX_FOR}
            autoComplete="off"
            value={one.for ?? ''}
            onChange={(why) => say(one.memberId, why)}
          />
        ))}
    </fieldset>
  );
}
