import type { TieRow } from '@/lib/network/tie';
import { routeTo } from '../route.ts';
import { nameUnder } from './map-geometry.ts';

export interface TieDotProps {
  readonly tie: TieRow;
  readonly initials: string;
  readonly x: number;
  readonly y: number;
  /** Diameter of the circle that is this dot's alone, px. */
  readonly pitch: number;
  readonly named: boolean;
  readonly isDue: boolean;
  /** All that is said of the tie. */
  readonly label: string;
  readonly onSee: (id: string | null) => void;
}

/**
 * A tie on the map. Round for a peer, square with round corners for somebody a step ahead; filled when close, tinted when
 * friendly, a line when distant, dashed when nobody said: so that it holds without colour, too.
 */
export function TieDot({ tie, initials, x, y, pitch, named, isDue, label, onSee }: TieDotProps) {
  const radius = named ? 17 : pitch / 2 - (pitch < 24 ? 1.5 : 3);
  // As large to the eye as the round one, and its corners stay within the dot's own circle.
  const side = radius * 0.86;
  const text = initials.length > 1 ? radius * 0.78 : radius * 0.9;
  const place = `translate(${cent(x)} ${cent(named ? y - 8 : y)})`;
  return (
    <>
      <a
        className={`tie-dot tie-${tie.closeness ?? 'unsaid'}`}
        href={routeTo('network', tie.id)}
        aria-label={label}
        onPointerEnter={() => onSee(tie.id)}
        onPointerLeave={() => onSee(null)}
        onFocus={() => onSee(tie.id)}
        onBlur={() => onSee(null)}
      >
        {/* All the room it has can be pressed. */}
        <circle className="dot-room" cx={cent(x)} cy={cent(y)} r={pitch / 2} />
        <g transform={place}>
          {tie.standing === 'nearPeer' ? (
            <rect
              className="dot-shape"
              x={-side}
              y={-side}
              width={2 * side}
              height={2 * side}
              rx={side * 0.45}
            />
          ) : (
            <circle className="dot-shape" r={radius} />
          )}
          {isDue ? (
            <circle
              className="dot-due"
              cx={radius * 0.68}
              cy={-radius * 0.68}
              r={Math.max(3, radius * 0.26)}
            />
          ) : null}
        </g>
      </a>
      {/* Beside the link: its name says more than the letters do. */}
      <g className={`map-letters tie-${tie.closeness ?? 'unsaid'}`} aria-hidden transform={place}>
        {pitch >= 22 ? (
          <text className="dot-initials" dy="0.35em" fontSize={text}>
            {initials}
          </text>
        ) : null}
        {named ? (
          <text className="dot-name" y={radius + 12}>
            {nameUnder(tie.name, 10)}
          </text>
        ) : null}
      </g>
    </>
  );
}

const cent = (value: number): number => Math.round(value * 100) / 100;
