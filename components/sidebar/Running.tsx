import { useRef } from 'react';
import { fitAfterNext, overAfterNext } from '@/lib/meeting/course';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { changeOf } from '@/lib/meeting/refit';
import type { Run } from '@/lib/meeting/run';
import { turnId } from '@/lib/meeting/turns';
import { type RunningView, runsOutAt, viewMeeting } from '@/lib/meeting/view';
import { t, tn } from '@/lib/platform/i18n';
import { clockText } from '../ring/clock-text.ts';
import { Ring } from '../ring/Ring.tsx';
import { centreWords } from '../ring/ring-words.ts';
import { TimeBar } from '../ring/TimeBar.tsx';
import { cx } from '../ui/cx.ts';
import { Announcer } from './Announcer.tsx';
import { atAGlance } from './at-a-glance.ts';
import { Controls } from './Controls.tsx';
import { FloatClock } from './FloatClock.tsx';
import { phaseName } from './phase-words.ts';
import { useStage } from './stage.ts';
import { useHeight } from './use-height.ts';
import { useNow } from './use-now.ts';
import { useOutOfView } from './use-out-of-view.ts';

/** The running meeting at a glance: ring, controls, where one is. The part of the sidebar that changes each second. */
export function Running({ row, run }: { readonly row: MeetingRow; readonly run: Run }) {
  const stage = useStage();
  const now = useNow(1000, runsOutAt(run) ?? 0);
  const ring = useRef<HTMLDivElement>(null);
  const pinned = useRef<HTMLDivElement>(null);
  useHeight(pinned, '--pinned');
  const ringGone = useOutOfView(ring);
  const view = viewMeeting(row, now);
  if (view.phase !== 'running') return null;
  const { running } = view;
  const { centre, seats } = atAGlance(stage, row, run, running);
  const { label } = centre;
  const phases = run.format.phases.map((phase) => {
    const steps = run.plan.filter((step) => step.phase === phase.id);
    return { id: phase.id, name: phaseName(phase), ms: steps.reduce((sum, step) => sum + step.ms, 0), steps };
  });
  const phase = phases.find((one) => one.id === running.step.phase);
  const place = phase?.steps.findIndex((step) => step.id === running.step.id) ?? 0;
  const turns = [...new Set(phase?.steps.map(turnId))];
  const beforeMs = phase?.steps.slice(0, place).reduce((sum, step) => sum + step.ms, 0) ?? 0;
  return (
    <>
      <div className="now now-running" ref={pinned}>
        <div className="stage-top stage-ring" ref={ring}>
          <Ring seats={seats} centre={centre} />
          <FloatClock circleId={row.circleId} />
        </div>
        <div className={cx('stage-top pinned', ringGone && 'pinned-on')}>
          {ringGone ? (
            <p className="pinned-clock" aria-hidden="true" data-over={running.over ? '' : undefined}>
              <span>{clockText(running.remainingMs, 'left')}</span> {label}
            </p>
          ) : null}
          {/* In a low window the ring is small and says this beside it; the timer has it as its name. */}
          <p
            className="now-words"
            aria-hidden="true"
            data-time={running.over ? 'over' : running.soon ? 'soon' : undefined}
          >
            <strong>{label}</strong> <span>{centreWords(centre)}</span>
          </p>
          <Controls running={running} />
        </div>
      </div>
      <div className="stage-top stage-progress">
        <TimeBar
          steps={phases}
          nowId={phase?.id}
          done={
            phase && phase.ms > 0 ? (beforeMs + Math.min(running.elapsedMs, running.totalMs)) / phase.ms : 0
          }
        />
        <p className="stage-where">
          <span>
            <strong>{phase?.name}</strong>
            {turns.length > 1
              ? ` · ${t('sidebar_n_of', { n: turns.indexOf(turnId(running.step)) + 1, all: turns.length })}`
              : ''}
            {` · ${tn('sidebar_left_in_all', Math.ceil(running.leftInAllMs / 60_000))}`}
          </span>
          <span className="stage-late" data-late={running.lateness.kind}>
            {latenessText(running, running.over ? overAfterNext(row, run, now) : running.overMs)}
          </span>
          <Refitted row={row} run={run} running={running} now={now} />
        </p>
        <Announcer run={run} running={running} label={label} phaseWords={phase?.name ?? label} />
      </div>
    </>
  );
}

/** Said in steps: figures that change each second would make whoever speaks nervous. */
const STEP_MS = 15_000;

interface RefittedProps {
  readonly row: MeetingRow;
  readonly run: Run;
  readonly running: RunningView;
  /** UTC ms. */
  readonly now: number;
}

/** What keeping to the time has done to the turns to come; while a turn runs over, what it does to them. */
function Refitted({ row, run, running, now }: RefittedProps) {
  if (running.lateness.kind === 'onTime') return null;
  const stepMs = STEP_MS + (running.remainingMs % STEP_MS);
  const plan = running.over && !running.paused ? fitAfterNext(row, run, now + stepMs).steps : run.plan;
  const change = changeOf(run.originalPlan, plan, running.index);
  if (!change) return null;
  const [from, to] = [clockText(change.fromMs), clockText(change.toMs)];
  return <span className="stage-refit">{t('sidebar_refitted', { from, to })}</span>;
}

/** Late is said in words, with what was done about it. */
function latenessText({ lateness, over }: RunningView, overMs: number): string {
  switch (lateness.kind) {
    case 'onTime':
      return t('sidebar_on_time');
    case 'ahead':
      return t('sidebar_ahead', { minutes: lateness.minutes });
    case 'behind':
      return overMs >= 60_000
        ? t('sidebar_behind_over', { minutes: lateness.minutes, over: Math.ceil(overMs / 60_000) })
        : t(over ? 'sidebar_behind_next' : 'sidebar_behind', { minutes: lateness.minutes });
    default:
      return lateness satisfies never;
  }
}
