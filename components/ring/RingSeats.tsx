import { memo } from 'react';
import type { RingSeat } from './Ring.tsx';
import { arcPath, pointAt, RING, seatAngles, seatRadius } from './ring-geometry.ts';
import { ringSentence } from './ring-words.ts';

/** An arc grows in 120 steps: about a pixel each with five seats, a step every five seconds of a ten minute turn. */
const STEPS = 120;

function step(seat: RingSeat): number {
  return seat.shareMs > 0 ? Math.floor((seat.usedMs / seat.shareMs) * STEPS) : 0;
}

function sameToTheEye(before: readonly RingSeat[], after: readonly RingSeat[]): boolean {
  return (
    before.length === after.length &&
    before.every((old, index) => {
      const seat = after[index];
      return (
        seat !== undefined &&
        old.id === seat.id &&
        old.name === seat.name &&
        old.initials === seat.initials &&
        old.hue === seat.hue &&
        old.state === seat.state &&
        old.shareMs === seat.shareMs &&
        step(old) === step(seat)
      );
    })
  );
}

/** The seats and their time; drawn again only when something would look different. */
export const RingSeats = memo(
  function RingSeats({ seats }: { readonly seats: readonly RingSeat[] }) {
    return (
      <svg className="ring-seats" viewBox="-160 -160 320 320" role="img" aria-label={ringSentence(seats)}>
        {seats.map((seat, index) => (
          <Seat key={seat.id} seat={seat} index={index} count={seats.length} />
        ))}
      </svg>
    );
  },
  (before, after) => sameToTheEye(before.seats, after.seats),
);

function Seat({
  seat,
  index,
  count,
}: {
  readonly seat: RingSeat;
  readonly index: number;
  readonly count: number;
}) {
  const { middle, from, to } = seatAngles(index, count);
  const at = pointAt(middle, RING.seat);
  const now = seat.state === 'now';
  const radius = seatRadius(count, now);
  const used = seat.shareMs > 0 ? step(seat) / STEPS : 0;
  const reach = (part: number) => from + (to - from) * Math.min(1, part);
  return (
    <g className={`seat seat-${seat.state}`} data-hue={seat.hue}>
      <path className="seat-track" d={arcPath(from, to, RING.arc)} />
      {seat.state === 'away' ? null : <path className="seat-used" d={arcPath(from, reach(used), RING.arc)} />}
      {used > 1 ? <path className="seat-beyond" d={arcPath(from, reach(used - 1), RING.beyond)} /> : null}
      <g transform={`translate(${at.x} ${at.y})`}>
        {now ? <circle className="seat-halo" r={radius + 3.5} /> : null}
        <circle className="seat-disc" r={radius} />
        <text className="seat-initials" dy="0.36em">
          {seat.initials}
        </text>
        {seat.state === 'done' || seat.state === 'passed' ? (
          <g transform={`translate(${radius * 0.78} ${-radius * 0.78})`}>
            <circle className="seat-badge" r="8" />
            <path
              className="seat-mark"
              d={
                seat.state === 'done'
                  ? 'M-3.4 0.2L-0.9 2.7L3.6 -2.6'
                  : 'M-3.6 -3L-0.4 0L-3.6 3M0.6 -3L3.8 0L0.6 3'
              }
            />
          </g>
        ) : null}
      </g>
    </g>
  );
}
