import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { isSpaceId } from '@/lib/fact/space';
import type { Felt, PulseAnswer } from '@/lib/pulse/answer';
import { database } from '@/lib/store/database';
import { listAnswers, listFelt, loadAsk, loadRounds } from '@/lib/store/pulse';

/** All that is known here of the pulse of a circle. */
export interface PulseData {
  /** Null where the circle is not shared. */
  readonly shared: Awaited<ReturnType<typeof loadRounds>>;
  /** My own, the earliest first. */
  readonly answers: readonly PulseAnswer[];
  /** How its meetings were for me. */
  readonly felt: readonly Felt[];
  readonly ask: Awaited<ReturnType<typeof loadAsk>>;
}

/** The pulse of a circle, followed; undefined while it is read. */
export function usePulse(circleId: string): PulseData | undefined {
  // By files alone nobody else would do this device's part while the page is looked at.
  useEffect(() => {
    if (!isSpaceId(circleId)) return;
    let isOver = false;
    let end = () => {};
    void import('@/lib/store/tend-pulse').then(({ keepPulse }) => {
      if (!isOver) end = keepPulse(database(), circleId);
    });
    return () => {
      isOver = true;
      end();
    };
  }, [circleId]);
  return useLiveQuery(async () => {
    const db = database();
    const [shared, answers, felt, ask] = await Promise.all([
      loadRounds(db, circleId),
      listAnswers(db, circleId),
      listFelt(db, circleId),
      loadAsk(db, circleId),
    ]);
    return { shared, answers, felt, ask };
  }, [circleId]);
}
