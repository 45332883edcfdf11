import { t } from '@/lib/platform/i18n';
import { Avatar } from '../ui/Avatar.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { cx } from '../ui/cx.ts';
import type { CardMember } from './ContractCard.tsx';
import './member-chip.css';

export interface MemberChipProps {
  readonly member: CardMember;
  readonly isMe?: boolean | undefined;
  readonly away?: boolean | undefined;
  /** A role or a word beside the name ("timekeeper"). */
  readonly word?: string | undefined;
}

/** A member by name. */
export function MemberChip({ member, isMe, away = false, word }: MemberChipProps) {
  const words = [isMe && t('card_me'), word, away && t('card_away')].filter(Boolean).join(' · ');
  return (
    <span className={cx('member', away && 'member-away')}>
      <Avatar initials={member.initials} hue={member.hue} away={away} />
      <span>{member.name}</span>
      {words ? <span className="member-word">{words}</span> : null}
    </span>
  );
}

export interface MemberCheckProps {
  readonly member: CardMember;
  readonly checked: boolean;
  /** Not about being here: whoever is not ticked does not look away. */
  readonly isHere?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** A member to tick ("Who is here?"): a checkbox named by the member. */
export function MemberCheck({ member, checked, isHere, onChange }: MemberCheckProps) {
  return (
    <Checkbox className={cx('member', 'member-check')} checked={checked} onChange={onChange}>
      <Avatar initials={member.initials} hue={member.hue} away={!(isHere ?? checked)} />
      {member.name}
    </Checkbox>
  );
}
