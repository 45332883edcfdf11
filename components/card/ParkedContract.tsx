import { useState } from 'react';
import { type ParkingRow, settleParked } from '@/lib/circle/parking';
import { makeContract } from '@/lib/contract/commands';
import { MAX_TEXT } from '@/lib/contract/facts';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import type { ParkingLotProps } from './ParkingLot.tsx';

export interface ParkedContractProps
  extends Pick<ParkingLotProps, 'meetingId' | 'members' | 'me' | 'record'> {
  readonly item: ParkingRow;
  readonly onDone: () => void;
}

/** A parked thought becomes somebody's contract, in their words; both are written at once. */
export function ParkedContract({ item, meetingId, members, me, record, onDone }: ParkedContractProps) {
  const [member, setMember] = useState(me ?? members[0]?.id ?? '');
  const [text, setText] = useState(item.text);
  const save = useOneAtATime(async () => {
    if (text.trim() === '') return;
    const id = newId();
    const at = clock.now();
    const contract = { id, circleId: item.circleId, memberId: member, meetingId, text, isPrivate: false };
    const done = await record(
      [
        makeContract(contract, me, at),
        settleParked(item, { how: 'contract', meetingId, contractId: id }, me, at),
      ],
      t('parking_contract_said'),
    );
    if (done) onDone();
  });
  return (
    <form
      className="parked-contract"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Select
        label={t('parking_whose')}
        value={member}
        options={members.map(({ id, name }) => ({
          value: id,
          label: id === me ? t('sidebar_me', { name }) : name,
        }))}
        onChange={setMember}
      />
      <TextArea
        autoFocus
        label={t('parking_contract_words')}
        value={text}
        maxLength={MAX_TEXT}
        onChange={setText}
        enterSubmits
        onSubmit={() => void save()}
      />
      <div className="parked-acts">
        <Button type="submit" variant="primary" size="small" disabled={text.trim() === ''}>
          {t('parking_contract_save')}
        </Button>
        <Button variant="plain" size="small" onClick={onDone}>
          {t('ui_cancel')}
        </Button>
      </div>
    </form>
  );
}
