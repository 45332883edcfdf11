import { type Format, formatOf, type Phase } from './format.ts';

/** Words of phases in which a development plan is written, or told of. */
const PLAN_WORDS: ReadonlySet<string> = new Set(['firstPlan', 'planWriting', 'lastPlan', 'planReports']);

/** Whether a phase is about everyone's written development plan. */
export const isAboutPlan = ({ words }: Pick<Phase, 'words'>): boolean =>
  words !== undefined && PLAN_WORDS.has(words);

/** Whether a format has members write a development plan in any of its meetings. */
export const asksForPlan = ({ phases, sessions }: Format): boolean =>
  (sessions?.flatMap((session) => session.phases) ?? phases).some(isAboutPlan);

/**
 * The circle that a row of meetings goes over to once all of them were held; null while the row is not over, or when
 * the format is no row. @param held how many meetings were held.
 */
export function selfRunFormat(format: Format, held: number, own: readonly Format[] = []): Format | null {
  if (!format.sessions || held < format.sessions.length) return null;
  return formatOf(format.after ?? 'pmc', own);
}
