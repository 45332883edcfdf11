import { useLiveQuery } from 'dexie-react-hooks';
import type { DevelopmentPlan } from '@/lib/goal/development-plan';
import { database } from '@/lib/store/database';

/** My written plans, the latest first; undefined while they are read. */
export function usePlans(): readonly DevelopmentPlan[] | undefined {
  return useLiveQuery(() => readPlans(), []);
}

const readPlans = (): Promise<DevelopmentPlan[]> =>
  database()
    .plans.toArray()
    .then((plans) => plans.sort((a, b) => b.begunAt - a.begunAt || (a.id < b.id ? -1 : 1)));

/** The plan a circle's meetings are about: the one begun in it, or else the latest. */
export const planFor = (plans: readonly DevelopmentPlan[], circleId: string): DevelopmentPlan | undefined =>
  plans.find((plan) => plan.inCircle === circleId) ?? plans[0];
