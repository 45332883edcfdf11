import { useEffect, useState } from 'react';
import { presentMembers } from '@/lib/circle/member';
import { makeContract } from '@/lib/contract/commands';
import { MAX_TEXT } from '@/lib/contract/facts';
import { planned } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useStage } from './stage.ts';

/** Writes a contract down, in the member's own words, at any moment of the meeting. */
export function NewContract({ turn }: { readonly turn: string | null }) {
  const { room, acting, me, short, record } = useStage();
  const members = presentMembers(room.members);
  const [member, setMember] = useState(me ?? members[0]?.id ?? '');
  const [text, setText] = useState('');
  const [onlyMe, setOnlyMe] = useState(false);
  // Whoever has the turn speaks: what is written now is most likely theirs.
  useEffect(() => {
    if (turn) setMember(turn);
  }, [turn]);
  const mine = member === me;
  const isPrivate = onlyMe && mine;

  const add = async () => {
    if (text.trim() === '') return;
    const meetingId = acting.slot.meetingId;
    const drafts = [
      ...(acting.row ? [] : planned(acting)),
      makeContract(
        { id: newId(), circleId: room.circle.id, memberId: member, meetingId, text, isPrivate },
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
      setText('');
      setOnlyMe(false);
    }
  };

  return (
    <form
      className="new-contract"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        label={t('sidebar_new_contract')}
        hideLabel
        placeholder={t('sidebar_new_contract_hint')}
        value={text}
        maxLength={MAX_TEXT}
        onChange={setText}
        enterSubmits
        onSubmit={() => void add()}
      />
      <div className="new-contract-row">
        <Select
          label={t('sidebar_member')}
          hideLabel
          value={member}
          options={members.map((one) => ({
            value: one.id,
            label: one.id === me ? t('sidebar_me', { name: one.name }) : one.name,
          }))}
          onChange={setMember}
        />
        {mine ? (
          <Checkbox checked={onlyMe} onChange={setOnlyMe}>
            {t('sidebar_only_me')}
          </Checkbox>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          aria-label={t('sidebar_add_contract')}
          disabled={text.trim() === ''}
        >
          {t('sidebar_add')}
        </Button>
      </div>
    </form>
  );
}
