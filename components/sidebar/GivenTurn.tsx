import { TO_ALL } from '@/lib/meeting/given-turns';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { nameOf, useStage } from './stage.ts';

/** Says to whom a member gives the turn, with a way back. */
export function GivenTurn({
  name,
  to,
  onBack,
}: {
  readonly name: string;
  readonly to: string;
  /** Absent when the turn is over for good. */
  readonly onBack: (() => void) | undefined;
}) {
  const stage = useStage();
  return (
    <p className="turn-note">
      {to === TO_ALL ? t('sidebar_turn_gives_all') : t('sidebar_turn_gives', { to: nameOf(stage, to) })}
      {onBack ? (
        <Button
          variant="plain"
          size="small"
          aria-label={t('sidebar_turn_back_name', { name })}
          onClick={(event) => {
            // The button goes: the keyboard stays in this row.
            event.currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus();
            onBack();
          }}
        >
          {t('sidebar_turn_back')}
        </Button>
      ) : null}
    </p>
  );
}

/** What is said when a turn was given. */
export const givenSaid = (name: string, to: string, toName: string): string =>
  to === TO_ALL
    ? t('sidebar_turn_given_all_said', { name })
    : t('sidebar_turn_given_said', { name, to: toName });
