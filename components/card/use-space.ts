import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { isSpaceId } from '@/lib/fact/space';
import type { Relay } from '@/lib/share/invite/invitation';
import type { SpaceStanding } from '@/lib/share/space-host';
import { database } from '@/lib/store/database';
import { relaysOf } from '@/lib/store/space-settings';

/**
 * Keeps a shared circle exchanged while this screen stands, and says how that stands. Null for a circle that is not
 * shared, one that travels by files alone, and until the first word.
 */
export function useSpace(circleId: string): SpaceStanding | null {
  const [standing, setStanding] = useState<SpaceStanding | null>(null);
  const known = useLiveQuery(async () => JSON.stringify(await relaysOf(database(), circleId)), [circleId]);
  useEffect(() => {
    setStanding(null);
    const relays: readonly Relay[] = JSON.parse(known ?? '[]');
    if (!isSpaceId(circleId) || known === undefined) return;
    let isOver = false;
    let stop = () => {};
    const begin = async () => {
      const db = database();
      // What shares is loaded where something is shared. Whoever left is left behind also where files travel.
      const { keepEpoch } = await import('@/lib/store/let-out');
      if (isOver) return;
      const endRenewal = keepEpoch(db, circleId);
      stop = endRenewal;
      if (relays.length === 0) return;
      const [{ hostSpace }, { shareStore }, { keepPulse }] = await Promise.all([
        import('@/lib/share/space-host'),
        import('@/lib/store/share-store'),
        import('@/lib/store/tend-pulse'),
      ]);
      if (isOver) return;
      const host = hostSpace({
        space: circleId,
        store: shareStore(db),
        relays,
        onStanding: (next) => {
          if (!isOver) setStanding(next);
        },
      });
      const endPulse = keepPulse(db, circleId);
      stop = () => {
        endRenewal();
        endPulse();
        host.stop();
      };
    };
    begin().catch((error: unknown) => console.error('Sharing could not begin', error));
    return () => {
      isOver = true;
      stop();
    };
  }, [circleId, known]);
  return standing;
}
