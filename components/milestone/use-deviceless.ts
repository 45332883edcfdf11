import { useLiveQuery } from 'dexie-react-hooks';
import { presentDevices } from '@/lib/circle/rights';
import { database } from '@/lib/store/database';

/** Whether a member of a shared circle has no device in it, so that nobody can answer there but a scribe; false while unknown. */
export function useDeviceless(circleId: string, member: string): boolean {
  const rights = useLiveQuery(() => database().rights.get(circleId), [circleId]);
  return rights !== undefined && presentDevices(rights, member).length === 0;
}
