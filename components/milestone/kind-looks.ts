import type { IconName } from '@/components/ui/Icon';
import { MILESTONE_KINDS, type MilestoneKind } from '@/lib/milestone/facts';
import { type MessageKey, t } from '@/lib/platform/i18n';

interface KindLook {
  readonly key: MessageKey;
  readonly icon: IconName;
  /** 0 … 11, one of the colours of tokens.css. */
  readonly hue: number;
}

/** Each kind has a drawing, a word and a colour; the colour says nothing alone. */
export const KIND_LOOKS: Readonly<Record<MilestoneKind, KindLook>> = {
  promotion: { key: 'milestone_kind_promotion', icon: 'steps', hue: 0 },
  grant: { key: 'milestone_kind_grant', icon: 'sprout', hue: 4 },
  paper: { key: 'milestone_kind_paper', icon: 'note', hue: 2 },
  position: { key: 'milestone_kind_position', icon: 'case', hue: 9 },
  defence: { key: 'milestone_kind_defence', icon: 'cap', hue: 10 },
  award: { key: 'milestone_kind_award', icon: 'award', hue: 7 },
  talk: { key: 'milestone_kind_talk', icon: 'speech', hue: 5 },
  other: { key: 'milestone_kind_other', icon: 'flag', hue: 1 },
};

/** Every kind to choose from, in its order. */
export const kindOptions = (): { value: MilestoneKind; label: string; icon: IconName }[] =>
  MILESTONE_KINDS.map((value) => ({ value, label: t(KIND_LOOKS[value].key), icon: KIND_LOOKS[value].icon }));
