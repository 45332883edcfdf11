import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type DueTie, dayIn, timeForAWord } from '@/lib/network/due';
import type { TieRow } from '@/lib/network/tie';
import { database } from '@/lib/store/database';
import { useNow } from '../circles/use-now.ts';

export interface Network {
  /** By name. */
  readonly ties: readonly TieRow[];
  /** Those it is time for, the longest waiting first. */
  readonly due: readonly DueTie[];
  /** ISO date. */
  readonly today: string;
  /** UTC ms. */
  readonly now: number;
}

/** My ties, followed; undefined while they are being read. */
export function useNetwork(): Network | undefined {
  const rows = useLiveQuery(() => database().ties.toArray(), []);
  const now = useNow();
  const today = dayIn(now, Temporal.Now.timeZoneId());
  return useMemo(() => {
    if (!rows) return undefined;
    const ties = rows.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    return { ties, due: timeForAWord(ties, today), today, now };
  }, [rows, today, now]);
}
