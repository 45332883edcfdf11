import { useLiveQuery } from 'dexie-react-hooks';
import { ParkingLot } from '@/components/card/ParkingLot';
import { useRecord } from '@/components/card/use-record';
import { Section } from '@/components/ui/Section';
import { presentMembers } from '@/lib/circle/member';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { openParked } from '@/lib/store/parking';
import { dateWords, dayOf } from './dates.ts';
import type { CircleView } from './use-circles.ts';

/** What waits in the circle's parking lot between meetings. */
export function ParkingSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, members, me } = view;
  const items = useLiveQuery(() => openParked(database(), circle.id), [circle.id]);
  const { record, problem } = useRecord();
  if (!items) return null;
  return (
    <Section title={t('parking_title')} aside={items.length > 0 ? items.length : undefined}>
      <p className="quiet">{t(items.length > 0 ? 'parking_home_lead' : 'parking_home_none')}</p>
      <ParkingLot
        circleId={circle.id}
        meetingId={null}
        items={items}
        members={presentMembers(members)}
        me={me?.id ?? null}
        nameOf={(member) => members.find((one) => one.id === member)?.name ?? '?'}
        dayOf={(at) => dateWords(dayOf(at), now, 'short')}
        record={record}
      />
      {problem}
    </Section>
  );
}
