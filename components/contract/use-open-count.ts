import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/lib/store/database';

/** How many contracts of a member are open in a circle, private ones too; 0 while that is read. */
export function useOpenCount(circleId: string | undefined, memberId: string | undefined): number {
  return (
    useLiveQuery(
      () =>
        database()
          .contracts.where('[circleId+open]')
          .equals([circleId ?? '', 1])
          .filter((row) => row.memberId === memberId)
          .count(),
      [circleId, memberId],
    ) ?? 0
  );
}
