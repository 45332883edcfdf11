import { memo } from 'react';
import { fitAfterNext, overAfterNext } from '@/lib/meeting/course';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Step } from '@/lib/meeting/plan';
import { changeOf } from '@/lib/meeting/refit';
import type { Run } from '@/lib/meeting/run';
import { turnId } from '@/lib/meeting/turns';
import type { Lateness, RunningView } from '@/lib/meeting/view';
import { t, tn } from '@/lib/platform/i18n';
import { clockText } from '../ring/clock-text.ts';
import { TimeBar, type TimeBarStep } from '../ring/TimeBar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { phaseName } from './phase-words.ts';

/** A phase with its steps, as long as they are now. */
export interface Stretch extends TimeBarStep {
  readonly steps: readonly Step[];
}

/** The phases of a meeting; worked out anew only when its plan changes. */
export const stretchesOf = (run: Run): Stretch[] =>
  run.format.phases.map((phase) => {
    const steps = run.plan.filter((step) => step.phase === phase.id);
    return { id: phase.id, name: phaseName(phase), ms: steps.reduce((sum, step) => sum + step.ms, 0), steps };
  });

/** Said in steps: figures that change each second would make whoever speaks nervous. */
const STEP_MS = 15_000;

interface ProgressNow {
  readonly step: Step;
  readonly index: number;
  /** How much of the phase is over, in whole hundredths. */
  readonly done: number;
  /** Whole minutes. */
  readonly leftMin: number;
  readonly late: Lateness['kind'];
  readonly lateMin: number;
  readonly isOver: boolean;
  /** By how many minutes the meeting runs past its end; 0 below one. */
  readonly overMin: number;
  /** For when the turns to come are fitted while this one runs over, UTC ms in steps; null while it does not. */
  readonly refitAt: number | null;
}

/** What {@link Progress} shows at `now` (UTC ms), in steps as coarse as it is shown, so that most ticks change nothing. */
export function progressAt(
  stretches: readonly Stretch[],
  row: MeetingRow,
  run: Run,
  running: RunningView,
  now: number,
): ProgressNow {
  const { step, index, over, lateness } = running;
  const phase = stretches.find((one) => one.id === step.phase);
  const place = phase?.steps.findIndex((one) => one.id === step.id) ?? 0;
  const beforeMs = phase?.steps.slice(0, place).reduce((sum, one) => sum + one.ms, 0) ?? 0;
  const spentMs = beforeMs + Math.min(running.elapsedMs, running.totalMs);
  const overMs = over ? overAfterNext(row, run, now) : running.overMs;
  const late = lateness.kind;
  return {
    step,
    index,
    done: phase && phase.ms > 0 ? Math.round((spentMs / phase.ms) * 100) / 100 : 0,
    leftMin: Math.ceil(running.leftInAllMs / 60_000),
    late,
    lateMin: late === 'onTime' ? 0 : lateness.minutes,
    isOver: over,
    overMin: overMs >= 60_000 ? Math.ceil(overMs / 60_000) : 0,
    refitAt: over && !running.paused ? now + STEP_MS + (running.remainingMs % STEP_MS) : null,
  };
}

export interface ProgressProps extends ProgressNow {
  readonly row: MeetingRow;
  readonly run: Run;
  readonly stretches: readonly Stretch[];
}

/** How far the meeting is: the bar, where one is in words, and lateness with what was done about it. */
export const Progress = memo(function Progress(props: ProgressProps) {
  const { stretches, step, done, leftMin, late } = props;
  const phase = stretches.find((one) => one.id === step.phase);
  const turns = [...new Set(phase?.steps.map(turnId))];
  return (
    <>
      <TimeBar steps={stretches} nowId={phase?.id} done={done} />
      <p className="stage-where">
        <span>
          {/* The bar has just said it. */}
          <strong aria-hidden="true">{`${phase?.name ?? ''} · `}</strong>
          {turns.length > 1
            ? `${t('sidebar_n_of', { n: turns.indexOf(turnId(step)) + 1, all: turns.length })} · `
            : ''}
          {tn('sidebar_left_in_all', leftMin)}
        </span>
        <VisuallyHidden> · </VisuallyHidden>
        <span className="stage-late" data-late={late}>
          {latenessText(props)}
        </span>
        <Refitted {...props} />
      </p>
    </>
  );
});

/** What keeping to the time has done to the turns to come; while a turn runs over, what it does to them. */
function Refitted({ row, run, index, late, refitAt }: ProgressProps) {
  if (late === 'onTime') return null;
  const plan = refitAt === null ? run.plan : fitAfterNext(row, run, refitAt).steps;
  const change = changeOf(run.originalPlan, plan, index);
  if (!change) return null;
  const [from, to] = [clockText(change.fromMs), clockText(change.toMs)];
  return <span className="stage-refit">{t('sidebar_refitted', { from, to })}</span>;
}

/** Late is said in words, with what was done about it. */
function latenessText({ late, lateMin: minutes, isOver, overMin }: ProgressProps): string {
  switch (late) {
    case 'onTime':
      return t('sidebar_on_time');
    case 'ahead':
      return t('sidebar_ahead', { minutes });
    case 'behind':
      return overMin > 0
        ? t('sidebar_behind_over', { minutes, over: overMin })
        : t(isOver ? 'sidebar_behind_next' : 'sidebar_behind', { minutes });
    default:
      return late satisfies never;
  }
}
