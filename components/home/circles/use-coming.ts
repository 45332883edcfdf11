import { useLiveQuery } from 'dexie-react-hooks';
import { type Coming, comingOf } from '@/lib/store/coming';
import { database } from '@/lib/store/database';

/** The next meetings of a circle and those that were held; undefined while they are read. */
export function useComing(circleId: string, now: number): Coming | undefined {
  const minute = Math.floor(now / 60_000);
  return useLiveQuery(() => comingOf(database(), circleId, minute * 60_000), [circleId, minute]);
}
