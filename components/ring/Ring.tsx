import type { ReactNode } from 'react';
import { clockText } from './clock-text.ts';
import { RingSeats } from './RingSeats.tsx';
import { RING } from './ring-geometry.ts';
import { centreWords } from './ring-words.ts';
import './ring.css';

export type SeatState = 'waiting' | 'now' | 'done' | 'passed' | 'away';

export interface RingSeat {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  /** 0 … 11, see seat-look.ts. */
  readonly hue: number;
  /** Time this member has used, ms; may exceed the share. */
  readonly usedMs: number;
  /** Time this member has in all, ms. */
  readonly shareMs: number;
  readonly state: SeatState;
  /** The share is there to draw the arcs by; what is said is the time used. */
  readonly usedOnly?: boolean;
}

export interface RingCentre {
  /** What is left of the turn or phase, ms; below 0 by how much it is over. */
  readonly remainingMs: number;
  readonly totalMs: number;
  /** What the clock is for ("Chen's turn"): also the timer's name. */
  readonly label: string;
  /** The end has passed. */
  readonly over: boolean;
  /** The last minute. */
  readonly soon: boolean;
  readonly paused?: boolean | undefined;
}

export interface RingProps {
  /** 2 to 12, in the order they sit; none for a clock alone. */
  readonly seats: readonly RingSeat[];
  readonly centre: RingCentre;
  /** Stands in place of the clock while there is none (before the meeting, after it). */
  readonly children?: ReactNode;
}

const AROUND = 2 * Math.PI * RING.turn;

/**
 * The circle at a glance. Give it new props once a second: a tick then changes the clock's text and one stroke
 * offset; the seats are drawn again only when one of their arcs has grown visibly (RingSeats).
 *
 * Nothing is animated between ticks, on purpose: on a turn of ten minutes a tick moves the stroke by less than
 * a pixel, and a stroke offset is not the compositor's to animate, so a transition would repaint sixty times
 * a second beside a video call, for nothing that anybody sees.
 */
export function Ring({ seats, centre, children }: RingProps) {
  return (
    <div
      className="ring"
      data-time={centre.paused ? 'paused' : centre.over ? 'over' : centre.soon ? 'soon' : 'plenty'}
    >
      {seats.length > 0 ? <RingSeats seats={seats} /> : null}
      {children ? (
        <div className="ring-middle">{children}</div>
      ) : (
        <>
          <TurnArc
            left={centre.totalMs > 0 ? Math.max(0, centre.remainingMs) / centre.totalMs : 0}
            over={centre.over}
          />
          <div className="ring-middle">
            <div
              className="ring-clock"
              role="timer"
              aria-live="off"
              aria-label={centre.label}
              data-long={longOf(centre.remainingMs)}
            >
              {clockText(centre.remainingMs, 'left')}
            </div>
            <div className="ring-label" aria-hidden="true">
              {centre.label}
            </div>
            <div className="ring-words">{centreWords(centre)}</div>
          </div>
        </>
      )}
    </div>
  );
}

/** More digits need smaller ones: from ten minutes on, and from an hour on. */
const longOf = (ms: number): 'hours' | 'tens' | undefined =>
  ms > 3_599_000 ? 'hours' : ms > 599_000 ? 'tens' : undefined;

/** The turn running out: its own layer, so that a tick repaints it alone. */
function TurnArc({ left, over }: { readonly left: number; readonly over: boolean }) {
  return (
    <svg className="ring-turn" viewBox="-160 -160 320 320" aria-hidden="true">
      <circle className={over ? 'ring-track-over' : 'ring-track'} r={RING.turn} />
      <circle
        className="ring-left"
        r={RING.turn}
        transform="rotate(-90)"
        strokeDasharray={AROUND}
        strokeDashoffset={Math.round(AROUND * (1 - left) * 10) / 10}
        strokeOpacity={left > 0 ? 1 : 0}
      />
    </svg>
  );
}
