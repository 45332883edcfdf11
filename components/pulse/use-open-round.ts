import { useLiveQuery } from 'dexie-react-hooks';
import { clock } from '@/lib/platform/clock';
import { currentRound, type Round, viewRound } from '@/lib/pulse/round';
import { database } from '@/lib/store/database';
import { loadRounds } from '@/lib/store/pulse';

/** The round of a circle that waits for answers, and whether mine are in; null: none. Undefined while it is read. */
export function useOpenRound(
  circleId: string,
  me: string | null,
): { round: Round; isIn: boolean } | null | undefined {
  return useLiveQuery(async () => {
    const shared = await loadRounds(database(), circleId);
    const now = clock.now();
    const round = shared && currentRound(shared.rounds, now);
    if (!round || viewRound(round, now).phase !== 'open') return null;
    return { round, isIn: round.joined.some((one) => one.member === me) };
  }, [circleId, me]);
}
