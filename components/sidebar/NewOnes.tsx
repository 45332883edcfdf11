import { memo } from 'react';
import { passContract } from '@/lib/meeting/commands';
import { t, tn } from '@/lib/platform/i18n';
import { MemberChip } from '../card/MemberChip.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { hereNow, useStage } from './stage.ts';

/** New contracts, read aloud: who has one, who passes, and who is still to come, so that nobody is forgotten. */
export const NewOnes = memo(function NewOnes({ speaking }: { readonly speaking: string | null }) {
  const stage = useStage();
  const { room, acting, record, cards } = stage;
  const { row } = acting;
  const here = hereNow(room, row).filter((member) => row?.presence[member]?.presence !== 'left');
  const made = new Map(
    here.map((member) => [
      member,
      room.contracts.filter((one) => one.memberId === member && one.meetingId === acting.slot.meetingId),
    ]),
  );
  const missing = here.filter((member) => made.get(member)?.length === 0 && !row?.passed.includes(member));
  return (
    <Section
      title={t('sidebar_new_ones')}
      aside={missing.length > 0 ? tn('sidebar_missing', missing.length) : t('sidebar_all_have')}
    >
      <ul className="plain-list new-ones">
        {here.map((member) => {
          const card = cards.get(member);
          const contracts = made.get(member) ?? [];
          const passed = row?.passed.includes(member) ?? false;
          if (!card) return null;
          return (
            <li key={member} tabIndex={-1} data-now={member === speaking ? '' : undefined}>
              <MemberChip member={card} />
              <span className="new-ones-state">
                {contracts.length > 0
                  ? tn('sidebar_has_contracts', contracts.length)
                  : passed
                    ? t('sidebar_passes')
                    : t('sidebar_none_yet')}
              </span>
              {contracts.length === 0 && !passed ? (
                <Button
                  size="small"
                  aria-label={t('sidebar_pass_for', { name: card.name })}
                  onClick={(event) => {
                    // The button goes: the keyboard stays in this row.
                    event.currentTarget.closest('li')?.focus();
                    void record(passContract(acting, member), t('sidebar_passed', { name: card.name }));
                  }}
                >
                  {t('sidebar_pass')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
});
