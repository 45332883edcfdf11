import { type FormEvent, useState } from 'react';
import { useFieldAgain } from '@/components/ui/use-field-again';
import {
  MAX_PARKED,
  type ParkingEnd,
  type ParkingRow,
  parkThought,
  settleParked,
} from '@/lib/circle/parking';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { Button } from '../ui/Button.tsx';
import { LongText } from '../ui/LongText.tsx';
import { Menu } from '../ui/Menu.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { useUnsent } from '../ui/use-unsent.ts';
import { EraseParked } from './EraseParked.tsx';
import { ParkedContract } from './ParkedContract.tsx';
import type { Recorder } from './use-record.tsx';
import './parking-lot.css';

export interface ParkingLotProps {
  readonly circleId: string;
  /** The meeting one is at; null between meetings. */
  readonly meetingId: string | null;
  /** What stands there, the oldest first. */
  readonly items: readonly ParkingRow[];
  /** Members now, by seat: whose contract a thought may become. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** The member I am. */
  readonly me: string | null;
  /** Every name there was, by member. */
  readonly nameOf: (member: string) => string;
  /** A day in words, for ms since 1970. */
  readonly dayOf: (at: number) => string;
  readonly record: Recorder['record'];
}

/** Where a thought that is being written waits. */
export const parkingPlace = (circleId: string): string => `parking ${circleId}`;

/** Thoughts that have no place just now: parked in one line, and back at every meeting until something came of them. */
export function ParkingLot(props: ParkingLotProps) {
  const { circleId, meetingId, items, me, record } = props;
  const [words, setWords] = useUnsent(parkingPlace(circleId));
  const text = words ?? '';
  const { form, again } = useFieldAgain();
  const place = useKeptFocus<HTMLDivElement>();
  const park = useOneAtATime(async (_event: FormEvent) => {
    if (text.trim() === '') return;
    const thought = { id: newId(), circleId, meetingId, text };
    if (await record([parkThought(thought, me, clock.now())], t('parking_parked'))) setWords(null);
    again();
  });
  return (
    <div className="parking" ref={place} tabIndex={-1}>
      {items.length > 0 ? (
        <ul className="plain-list parking-list" aria-label={t('parking_title')}>
          {items.map((item) => (
            <li key={item.id}>
              <Parked item={item} {...props} />
            </li>
          ))}
        </ul>
      ) : null}
      <form className="parking-new" ref={form} onSubmit={park}>
        <TextField
          label={t('parking_new')}
          hideLabel
          placeholder={t('parking_new_hint')}
          maxLength={MAX_PARKED}
          value={text}
          onChange={setWords}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('parking_park')}
        </Button>
      </form>
    </div>
  );
}

const SAID = {
  takenUp: 'parking_takenUp_said',
  dropped: 'parking_dropped_said',
} as const satisfies Partial<Record<ParkingEnd, string>>;

function Parked({ item, ...lot }: ParkingLotProps & { readonly item: ParkingRow }) {
  const { meetingId, members, me, nameOf, dayOf, record } = lot;
  const [doing, setDoing] = useState<'contract' | 'erase' | null>(null);
  const settle = (how: keyof typeof SAID) =>
    void record([settleParked(item, { how, meetingId }, me, clock.now())], t(SAID[how]));
  const day = dayOf(item.at);
  // In a shared circle erasing takes only what one wrote oneself.
  const isOurs = !isSpaceId(item.circleId) || item.memberId === me;
  return (
    <>
      <div className="parked">
        <p className="parked-words">
          <LongText text={item.text} />
          <span className="parked-line">
            {item.memberId === null
              ? t('parking_on', { day })
              : t('parking_by', { day, name: nameOf(item.memberId) })}
          </span>
        </p>
        <Button
          size="small"
          aria-label={t('parking_take_name', { what: item.text.slice(0, 60) })}
          onClick={() => settle('takenUp')}
        >
          {t('parking_take')}
        </Button>
        <Menu
          size="small"
          label={t('parking_more', { what: item.text.slice(0, 60) })}
          items={[
            ...(members.length > 0
              ? [
                  {
                    label: t('parking_contract'),
                    icon: 'note' as const,
                    onSelect: () => setDoing('contract'),
                  },
                ]
              : []),
            { label: t('parking_drop'), icon: 'check', onSelect: () => settle('dropped') },
            ...(isOurs
              ? [
                  {
                    label: t('parking_erase'),
                    icon: 'trash' as const,
                    danger: true,
                    onSelect: () => setDoing('erase'),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {doing === 'contract' ? (
        <ParkedContract
          item={item}
          meetingId={meetingId}
          members={members}
          me={me}
          record={record}
          onDone={() => setDoing(null)}
        />
      ) : null}
      {doing === 'erase' ? <EraseParked item={item} by={me} onDone={() => setDoing(null)} /> : null}
    </>
  );
}
