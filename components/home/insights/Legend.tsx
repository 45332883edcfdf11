import { useId } from 'react';
import { type Fill, FillDefs, fillOf } from './fills.tsx';

/** What the parts of a chart's columns stand for. */
export function Legend({
  parts,
}: {
  readonly parts: readonly { readonly fill: Fill; readonly label: string }[];
}) {
  const id = useId();
  return (
    <ul className="plain-list chart-legend">
      {parts.map(({ fill, label }) => (
        <li key={fill}>
          <svg width="14" height="14" aria-hidden="true">
            <FillDefs id={`${id}${fill}`} fills={[fill]} />
            <rect
              className={`chart-bar chart-${fill}`}
              x="1"
              y="1"
              width="12"
              height="12"
              fill={fillOf(`${id}${fill}`, fill)}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
