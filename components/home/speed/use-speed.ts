import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { clock } from '@/lib/platform/clock';
import type { SpeedEvent } from '@/lib/speed/event';
import { type SpeedHistory, speedHistory } from '@/lib/speed/history';
import { database } from '@/lib/store/database';
import { listSpeedEvents } from '@/lib/store/speed';

/** All speed events, the latest first; undefined while they are read. */
export function useSpeedEvents(): readonly SpeedEvent[] | undefined {
  return useLiveQuery(() => listSpeedEvents(database()), []);
}

/** What all events but one tell of who met whom. */
export function useSpeedHistory(events: readonly SpeedEvent[], without: string | null): SpeedHistory {
  return useMemo(
    () =>
      speedHistory(
        events.filter(({ id }) => id !== without),
        clock.now(),
      ),
    [events, without],
  );
}

/** A seed for a drawing: 31 random bits. */
export const newSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
