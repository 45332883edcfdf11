import { useMemo, useRef } from 'react';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Run } from '@/lib/meeting/run';
import { runsOutAt, viewMeeting } from '@/lib/meeting/view';
import { clockText } from '../ring/clock-text.ts';
import { Ring } from '../ring/Ring.tsx';
import { centreWords } from '../ring/ring-words.ts';
import { cx } from '../ui/cx.ts';
import { useLargeScreen } from '../ui/use-large-screen.ts';
import { useWakeLock } from '../ui/use-wake-lock.ts';
import { Announcer } from './Announcer.tsx';
import { atAGlance } from './at-a-glance.ts';
import { Controls } from './Controls.tsx';
import { FloatClock } from './FloatClock.tsx';
import { Progress, progressAt, stretchesOf } from './Progress.tsx';
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
  const stretches = useMemo(() => stretchesOf(run), [run]);
  useWakeLock(useLargeScreen());
  const view = viewMeeting(row, now);
  if (view.phase !== 'running') return null;
  const { running } = view;
  const { centre, seats } = atAGlance(stage, row, run, running);
  const { label } = centre;
  const phase = stretches.find((one) => one.id === running.step.phase);
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
        <Progress
          row={row}
          run={run}
          stretches={stretches}
          {...progressAt(stretches, row, run, running, now)}
        />
        <Announcer run={run} running={running} label={label} phaseWords={phase?.name ?? label} />
      </div>
    </>
  );
}
