import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { presentMembers } from '@/lib/circle/member';
import { MAX_TEXT } from '@/lib/contract/facts';
import { writeContract } from '@/lib/contract/write-contract';
import { planned } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { EnoughOpen } from '../contract/EnoughOpen.tsx';
import { More } from '../contract/More.tsx';
import { besideFrom } from '../contract/more-draft.ts';
import { Suggestions } from '../contract/Suggestions.tsx';
import { useContractDraft } from '../contract/use-contract-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useGuard } from '../ui/use-guard.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { useStage } from './stage.ts';
import { useWithin } from './use-within.ts';

export interface NewContractProps {
  /** Whose turn it is. */
  readonly turn: string | null;
  /** It is not the time for contracts: one line, and whose it is only once it is touched. */
  readonly small: boolean;
}

/** Writes a contract down, in the member's own words, at any moment of the meeting. */
export function NewContract({ turn, small }: NewContractProps) {
  const { room, acting, me, short, record } = useStage();
  const members = presentMembers(room.members);
  const { draft, set, isMore, setIsMore, next } = useContractDraft();
  const { text, more } = draft;
  const [onlyMe, setOnlyMe] = useState(false);
  const { guard, refusal } = useGuard(onlyMe ? 'show' : null);
  const [chosen, setChosen] = useState<{ member: string; turn: string | null } | null>(null);
  // Whoever has the turn speaks: what is written now is most likely theirs. A choice holds for the turn, and what is
  // being written stays whose it is.
  const holds = chosen !== null && (chosen.turn === turn || text.trim() !== '');
  const member = holds ? chosen.member : (turn ?? me ?? members[0]?.id ?? '');
  const form = useRef<HTMLFormElement>(null);
  const { isWithin: touched, within } = useWithin();
  const isOpen = !small || touched || text !== '' || isMore;
  useLayoutEffect(() => {
    // The line above it must not push the field one writes in out of a low window.
    if (isOpen && touched) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, touched]);
  const mine = member === me;
  const isPrivate = onlyMe && mine;
  const open = room.contracts.filter((one) => one.memberId === member && one.open === 1).length;

  const add = useOneAtATime(async (_event?: FormEvent) => {
    if (text.trim() === '') return;
    const meetingId = acting.slot.meetingId;
    const drafts = [
      ...(acting.row ? [] : planned(acting)),
      ...writeContract(
        {
          id: newId(),
          circleId: room.circle.id,
          memberId: member,
          meetingId,
          text,
          isPrivate,
          due: more.due || null,
          kind: more.kind,
        },
        besideFrom(more),
        me,
        clock.now(),
      ),
    ];
    const said = isPrivate
      ? t('sidebar_added_private')
      : mine
        ? t('sidebar_added_mine')
        : t('sidebar_added', { name: short.get(member) ?? '' });
    if (await record(drafts, said)) {
      // The rest of one that was split is for whom its beginning was.
      const isMore = draft.waiting.length > 0;
      next();
      if (!isMore) setOnlyMe(false);
      form.current?.querySelector('textarea')?.focus();
    }
  });

  return (
    <form className="new-contract" ref={form} {...within} onSubmit={add}>
      {isOpen ? (
        <div className="new-contract-row">
          <Select
            label={t('sidebar_member')}
            hideLabel
            value={member}
            options={members.map((one) => ({
              value: one.id,
              label: one.id === me ? t('sidebar_me', { name: one.name }) : one.name,
            }))}
            onChange={(who) => setChosen({ member: who, turn })}
          />
          {mine ? (
            <Checkbox guard={guard} checked={onlyMe} onChange={setOnlyMe}>
              {t('sidebar_only_me')}
            </Checkbox>
          ) : null}
        </div>
      ) : null}
      {refusal}
      <TextArea
        label={t('sidebar_new_contract')}
        hideLabel
        placeholder={
          mine
            ? t('sidebar_new_contract_mine')
            : t('sidebar_new_contract_of', { name: short.get(member) ?? '' })
        }
        value={text}
        maxLength={MAX_TEXT}
        onChange={(words) => {
          if (text === '') setChosen({ member, turn });
          set({ text: words });
        }}
        enterSubmits
        onSubmit={() => void add()}
      />
      <Button
        type="submit"
        variant="primary"
        aria-label={t('sidebar_add_contract')}
        disabled={text.trim() === ''}
      >
        {t('sidebar_add')}
      </Button>
      <Suggestions draft={draft} set={set} withKnow={mine} />
      {mine && text.trim() !== '' ? <EnoughOpen open={open} /> : null}
      {text !== '' || isMore ? (
        // Not before there are words: in a low window its line would push the question out of sight.
        <More
          open={isMore}
          onOpen={setIsMore}
          value={more}
          onChange={(changed) => set({ more: changed })}
          isMine={mine}
          withHints
          isPrivate={isPrivate}
        />
      ) : null}
    </form>
  );
}
