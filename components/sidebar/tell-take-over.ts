import type { Recorder } from '@/components/card/use-record';
import type { Acting } from '@/lib/meeting/commands';
import { isCourse, maySteer } from '@/lib/meeting/steering';
import { t } from '@/lib/platform/i18n';

/**
 * Records as `record` does. Whoever moves a shared meeting that they did not steer takes over with it
 * (`lib/store/completed.ts`): they are told so in the same breath, and can undo the step. Who starts one knows.
 */
export const tellTakeOver =
  (record: Recorder['record'], { slot, row, by }: Pick<Acting, 'slot' | 'row' | 'by'>): Recorder['record'] =>
  (drafts, said) => {
    const moves = drafts.some(({ kind }) => isCourse(kind) && kind !== 'meeting.started');
    const isNew = moves && by !== null && !maySteer(slot.circleId, row, by);
    if (!isNew || drafts.some(({ kind }) => kind === 'meeting.tookOver')) return record(drafts, said);
    return record(
      drafts,
      said === undefined ? t('sidebar_took_over_me') : t('sidebar_took_over_with', { said }),
    );
  };
