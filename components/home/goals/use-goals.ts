import { useLiveQuery } from 'dexie-react-hooks';
import type { Goal } from '@/lib/goal/goal';
import { database } from '@/lib/store/database';
import { listGoals } from '@/lib/store/goals';

/** My goals and questions, open ones first; undefined while they are read. */
export const useGoals = (): readonly Goal[] | undefined => useLiveQuery(() => listGoals(database()), []);
