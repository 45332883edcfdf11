import { useLiveQuery } from 'dexie-react-hooks';
import type { InsightSource } from '@/lib/insight/source';
import { database } from '@/lib/store/database';
import { loadInsight } from '@/lib/store/insight';

/** What the numbers of a circle are made of, followed; undefined while it is read, null without the circle. */
export const useInsightSource = (circleId: string): InsightSource | null | undefined =>
  useLiveQuery(() => loadInsight(database(), circleId), [circleId]);
