import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import { useId } from 'react';
import { type Fill, FillDefs, fillOf } from './fills.tsx';
import { useWidth } from './use-width.ts';

export interface ChartPart {
  readonly fill: Fill;
  readonly value: number;
}

/** One column: its parts from the bottom up, and those of a second one close beside it. */
export interface ChartColumn {
  readonly label: string;
  readonly parts: readonly ChartPart[];
  readonly beside?: readonly ChartPart[] | undefined;
}

export interface ColumnChartProps {
  /** Its accessible name: what is drawn. What it shows is said beside it, and the numbers stand in the table. */
  readonly label: string;
  readonly columns: readonly ChartColumn[];
  /** The upper end of the scale; without it the tallest column. */
  readonly top?: number | undefined;
  /** A line across, such as the rhythm of the circle. */
  readonly mark?: { readonly value: number; readonly label: string } | undefined;
  /** How a number on the scale is written. */
  readonly unit: (value: number) => string;
}

const HEIGHT = 180;
const MARGIN = { top: 12, right: 4, bottom: 24, left: 46 };
/** Room a letter of a label below needs, and what stands between two labels. */
const LETTER = 6.2;
const BETWEEN = 14;

/** Columns over time, drawn as an SVG as wide as there is room for. */
export function ColumnChart({ label, columns, top, mark, unit }: ColumnChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>(600);
  const id = useId();
  const tallest = Math.max(
    1,
    mark?.value ?? 0,
    ...columns.flatMap(({ parts, beside = [] }) => [heightOf(parts), heightOf(beside)]),
  );
  const x = scaleBand<number>({
    domain: columns.map((_, i) => i),
    range: [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
    paddingInner: 0.25,
    paddingOuter: 0.1,
  });
  const y = scaleLinear<number>({
    domain: [0, top ?? tallest],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: top === undefined,
  });
  // Few columns are no walls.
  const thick = Math.min(x.bandwidth(), 40);
  const ticks = wholeTicks(y.domain()[1] ?? tallest);
  const room = Math.max(...columns.map(({ label: name }) => name.length)) * LETTER + BETWEEN;
  const every = Math.max(
    1,
    Math.ceil(columns.length / Math.max(1, Math.floor((width - MARGIN.left) / room))),
  );
  const labelled = columns.flatMap((_, i) => (i % every === 0 ? [i] : []));
  const bars = columns.flatMap(({ parts, beside }, i) => {
    const left = (x(i) ?? 0) + (x.bandwidth() - thick) / 2;
    const half = beside ? thick / 2 : thick;
    return [parts, beside ?? []].flatMap((stack, at) =>
      stackOf(stack).map((part) => ({
        ...part,
        key: `${i} ${at} ${part.fill}`,
        left: left + at * half,
        wide: Math.max(1, half - (beside ? 1 : 0)),
      })),
    );
  });
  return (
    <div ref={ref} className="chart-drawing">
      <svg role="img" aria-label={label} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <FillDefs
          id={id}
          fills={[
            ...new Set(
              columns.flatMap(({ parts, beside = [] }) => [...parts, ...beside].map(({ fill }) => fill)),
            ),
          ]}
        />
        {ticks.map((tick) => (
          <Line
            key={tick}
            className="chart-grid"
            from={{ x: MARGIN.left, y: y(tick) }}
            to={{ x: width - MARGIN.right, y: y(tick) }}
          />
        ))}
        {bars.map(({ key, fill, left, wide, from, to }) => (
          <Bar
            key={key}
            className={`chart-bar chart-${fill}`}
            fill={fillOf(id, fill)}
            x={left}
            y={y(to)}
            width={wide}
            height={Math.max(1, y(from) - y(to))}
          />
        ))}
        {mark ? (
          <>
            <Line
              className="chart-mark"
              from={{ x: MARGIN.left, y: y(mark.value) }}
              to={{ x: width - MARGIN.right, y: y(mark.value) }}
            />
            <text
              className="chart-mark-label"
              x={width - MARGIN.right}
              y={y(mark.value) - 4}
              textAnchor="end"
            >
              {mark.label}
            </text>
          </>
        ) : null}
        <AxisLeft
          scale={y}
          left={MARGIN.left}
          tickValues={ticks}
          tickFormat={(value) => unit(Number(value))}
          hideAxisLine
          hideTicks
          tickComponent={({ x: at, y: on, formattedValue }) => (
            <text className="chart-tick" x={at} y={on} dy="0.32em" textAnchor="end">
              {formattedValue}
            </text>
          )}
        />
        <AxisBottom
          scale={x}
          top={HEIGHT - MARGIN.bottom}
          tickValues={labelled}
          tickFormat={(i) => columns[Number(i)]?.label}
          hideTicks
          axisLineClassName="chart-axis"
          tickComponent={({ x: at, y: on, formattedValue }) => (
            <text className="chart-tick" x={at} y={on} dy="0.4em" {...within(at, width, room / 2)}>
              {formattedValue}
            </text>
          )}
        />
      </svg>
    </div>
  );
}

const heightOf = (parts: readonly ChartPart[]): number => parts.reduce((sum, { value }) => sum + value, 0);

/** Where each part begins and ends, from the bottom up; those of nothing are left out. */
function stackOf(parts: readonly ChartPart[]): { fill: Fill; from: number; to: number }[] {
  let from = 0;
  return parts.flatMap(({ fill, value }) => {
    if (value <= 0) return [];
    const part = { fill, from, to: from + value };
    from += value;
    return [part];
  });
}

/** Labels at the ends stay inside. */
const within = (
  at: number,
  width: number,
  half: number,
): { textAnchor: 'start' | 'middle' | 'end'; x?: number } => {
  if (at < half) return { textAnchor: 'start', x: 2 };
  return at > width - half ? { textAnchor: 'end', x: width - 2 } : { textAnchor: 'middle' };
};

/** Some four whole numbers up to `top`: nobody is there by halves. */
function wholeTicks(top: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000].find((one) => top / one <= 5) ?? Math.ceil(top / 5);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
}
