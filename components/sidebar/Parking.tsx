import { useState } from 'react';
import { presentMembers } from '@/lib/circle/member';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { ParkingLot, parkingPlace } from '../card/ParkingLot.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { unsentAt } from '../ui/use-unsent.ts';
import { nameOf, useStage } from './stage.ts';
import { shortDate } from './when.ts';

/** The parking lot in one line; open where its thoughts come back: at the opening of a meeting. */
export function Parking({ opening = false }: { readonly opening?: boolean }) {
  const stage = useStage();
  const { room, acting, me, record } = stage;
  const { parked } = room;
  const [isBegun] = useState(unsentAt(parkingPlace(room.circle.id)) !== null);
  return (
    <Disclosure
      key={opening ? 'opening' : 'later'}
      title={parked.length > 0 ? t('parking_count', { count: parked.length }) : t('parking_title')}
      startsOpen={isBegun || (opening && parked.length > 0)}
    >
      <ParkingLot
        circleId={room.circle.id}
        meetingId={acting.slot.meetingId}
        items={parked}
        members={presentMembers(room.members)}
        me={me}
        nameOf={(member) => nameOf(stage, member)}
        dayOf={(at) => shortDate(at, clock.now())}
        record={record}
      />
    </Disclosure>
  );
}
