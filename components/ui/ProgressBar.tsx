import { useId } from 'react';
import './progress-bar.css';

export interface ProgressBarProps {
  readonly label: string;
  /** How much is done, of `max`; `undefined` = at work, nobody knows how much is left. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** The same in words ("3,200 of 10,000 events"). */
  readonly words?: string | undefined;
}

/** How far something has come. */
export function ProgressBar({ label, value, max = 1, words }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-words">
        <label htmlFor={id}>{label}</label>
        {words ? <span>{words}</span> : null}
      </div>
      <progress id={id} value={value} max={max} aria-valuetext={words} />
    </div>
  );
}
