import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useLayoutEffect, useRef, useState } from 'react';
import { Disclosure } from '@/components/ui/Disclosure';
import { t } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { dateWords, dayOf } from '../circles/dates.ts';

export interface CurvePoint {
  /** ms since 1970. */
  readonly at: number;
  readonly value: number;
  /** Of so many answers, where it is a mean. */
  readonly of?: number | undefined;
}

export interface CurveLine {
  readonly name: string;
  /** Drawn in dashes, with open dots: colour is not all that tells. */
  readonly isMine?: boolean | undefined;
  /** The earliest first. */
  readonly points: readonly CurvePoint[];
}

export interface PulseCurveProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** The ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** UTC ms. */
  readonly now: number;
  readonly lines: readonly CurveLine[];
  /** In the place of a number in the table. */
  readonly words?: ((value: number) => string) | undefined;
}

const HEIGHT = 200;
const EDGE = { left: 24, right: 12, top: 10, bottom: 10 };

const number = (value: number): string => numberFormat({ maximumFractionDigits: 1 }).format(value);

/** Points over time on a short scale, and the table behind them. */
export function PulseCurve({ label, from, to, now, lines, words = number }: PulseCurveProps) {
  const [box, width] = useWidth();
  const shown = lines.filter((line) => line.points.length > 0);
  const times = shown.flatMap((line) => line.points.map((point) => point.at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = scaleLinear<number>({
    // One point alone stands in the middle.
    domain: first === last ? [first - 1, last + 1] : [first, last],
    range: [EDGE.left + 8, width - EDGE.right - 8],
  });
  const y = scaleLinear<number>({ domain: [from, to], range: [HEIGHT - EDGE.bottom, EDGE.top] });
  const steps = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return (
    <div className="curve" ref={box}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {steps.map((step) => (
          <g key={step} className="curve-step">
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y(step)} y2={y(step)} />
            <text x={EDGE.left - 8} y={y(step)} dy="0.32em" textAnchor="end">
              {step}
            </text>
          </g>
        ))}
        {shown.map((line) => (
          <g key={line.name} className={line.isMine ? 'curve-line curve-mine' : 'curve-line'}>
            <LinePath data={[...line.points]} x={(point) => x(point.at)} y={(point) => y(point.value)} />
            {line.points.map((point) => (
              <circle key={`${point.at} ${point.value}`} cx={x(point.at)} cy={y(point.value)} r={4.5} />
            ))}
          </g>
        ))}
      </svg>
      <p className="curve-ends">
        <span>{dateWords(dayOf(first), now, 'short')}</span>
        {first === last ? null : <span>{dateWords(dayOf(last), now, 'short')}</span>}
      </p>
      {shown.length > 1 ? (
        <ul className="plain-list curve-key">
          {shown.map((line) => (
            <li key={line.name} className={line.isMine ? 'curve-mine' : undefined}>
              {line.name}
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure title={t('pulse_table')}>
        <table className="curve-table">
          <thead>
            <tr>
              <th scope="col">{t('pulse_table_when')}</th>
              <th scope="col">{t('pulse_table_who')}</th>
              <th scope="col">{t('pulse_table_value')}</th>
            </tr>
          </thead>
          <tbody>
            {shown
              .flatMap((line) => line.points.map((point) => ({ ...point, name: line.name })))
              .sort((a, b) => b.at - a.at)
              .map((point) => (
                <tr key={`${point.name} ${point.at}`}>
                  <td>{dateWords(dayOf(point.at), now)}</td>
                  <td>
                    {point.of === undefined
                      ? point.name
                      : t('pulse_table_of', { name: point.name, n: point.of })}
                  </td>
                  <td>{words(point.value)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  );
}

/** How wide a box is, CSS px: drawn to it, letters keep their size on a narrow screen. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(560);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setWidth(Math.max(160, Math.round(element.clientWidth)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
