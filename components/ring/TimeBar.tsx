import type { CSSProperties } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import './time-bar.css';

export interface TimeBarStep {
  readonly id: string;
  readonly name: string;
  /** Planned length, ms: how wide the step is. */
  readonly ms: number;
}

export interface TimeBarProps {
  /** The phases of the meeting in order. */
  readonly steps: readonly TimeBarStep[];
  /** The id of the step running now; before the first `undefined`. */
  readonly nowId: string | undefined;
  /** How much of it is over, 0 … 1. */
  readonly done: number;
}

/** The meeting as a thin bar, a piece for each phase. What it says stands in words beside it too. */
export function TimeBar({ steps, nowId, done }: TimeBarProps) {
  const at = steps.findIndex((step) => step.id === nowId);
  const step = steps[at];
  const label = step
    ? t('ring_bar', { at: at + 1, count: steps.length, name: step.name })
    : tn('ring_bar_before', steps.length);
  // Steps of 1 %: a bar of 300 px needs no finer, and most ticks then change nothing here.
  const part = Math.round(Math.min(1, Math.max(0, done)) * 100) / 100;
  return (
    <div className="time-bar" role="img" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'later';
        const style: CSSProperties & Record<`--${string}`, number> = { '--minutes': step.ms / 60_000 };
        if (state === 'now') style['--done'] = part;
        return <span key={step.id} data-state={state} style={style} />;
      })}
    </div>
  );
}
