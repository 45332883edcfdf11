import { type ReactNode, useState } from 'react';
import { TO_ALL } from '@/lib/meeting/given-turns';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Select } from '../ui/Select.tsx';
import { nameOf, useStage } from './stage.ts';

export interface TurnMovesInput {
  readonly name: string;
  /** Members to whom the turn can be given; all are offered besides. Empty: it cannot be. */
  readonly receivers: readonly string[];
  readonly swappers: readonly string[];
  readonly onGive: (to: string) => void;
  readonly onSwap: (other: string) => void;
}

export interface TurnMoves {
  /** The button that opens what can be done with a turn; null when nothing can. */
  readonly menu: ReactNode;
  /** What is chosen then, on a line of its own. */
  readonly panel: ReactNode;
}

/** Giving a turn away and swapping places, for the row of one member. */
export function useTurnMoves({ name, receivers, swappers, onGive, onSwap }: TurnMovesInput): TurnMoves {
  const [open, setOpen] = useState<'give' | 'swap' | null>(null);
  if (receivers.length === 0 && swappers.length === 0) return { menu: null, panel: null };
  const menu = (
    <Menu
      size="small"
      label={t('sidebar_turn_more', { name })}
      items={[
        ...(receivers.length > 0
          ? [{ label: t('sidebar_turn_give'), icon: 'arrow' as const, onSelect: () => setOpen('give') }]
          : []),
        ...(swappers.length > 0
          ? [{ label: t('sidebar_turn_swap'), icon: 'undo' as const, onSelect: () => setOpen('swap') }]
          : []),
      ]}
    />
  );
  if (open === null) return { menu, panel: null };
  const isGift = open === 'give';
  const panel = (
    <Choice
      key={open}
      label={t(isGift ? 'sidebar_turn_give_to' : 'sidebar_turn_swap_with', { name })}
      action={t(isGift ? 'sidebar_turn_give_do' : 'sidebar_turn_swap_do')}
      members={isGift ? [TO_ALL, ...receivers] : swappers}
      onCancel={() => setOpen(null)}
      onChoose={(member) => {
        setOpen(null);
        if (isGift) onGive(member);
        else onSwap(member);
      }}
    />
  );
  return { menu, panel };
}

interface ChoiceProps {
  readonly label: string;
  readonly action: string;
  readonly members: readonly string[];
  readonly onChoose: (member: string) => void;
  readonly onCancel: () => void;
}

function Choice({ label, action, members, onChoose, onCancel }: ChoiceProps) {
  const stage = useStage();
  const [chosen, setMember] = useState(members[0] ?? TO_ALL);
  // Who was chosen may have none to take or to swap by now.
  const member = members.includes(chosen) ? chosen : (members[0] ?? TO_ALL);
  return (
    <form
      className="turn-choice"
      onSubmit={(event) => {
        event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus();
        onChoose(member);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus();
        onCancel();
      }}
    >
      <Select
        autoFocus
        label={label}
        value={member}
        options={members.map((one) => ({
          value: one,
          label: one === TO_ALL ? t('sidebar_turn_all') : nameOf(stage, one),
        }))}
        onChange={setMember}
      />
      <Button type="submit">{action}</Button>
      <Button variant="plain" onClick={onCancel}>
        {t('ui_cancel')}
      </Button>
    </form>
  );
}
