import type { ReactNode } from 'react';
import { onDemand } from '@/components/ui/on-demand';
import { Section } from '@/components/ui/Section';
import type { ColumnChartProps } from './ColumnChart.tsx';
import type { Fill } from './fills.tsx';
import { Legend } from './Legend.tsx';
import { NumbersTable, type NumbersTableProps } from './NumbersTable.tsx';

// The charts' library comes after the words and the numbers.
const ColumnChart = onDemand(
  async () => (await import('./ColumnChart.tsx')).ColumnChart,
  <div className="chart-drawing" />,
);

export interface ChartFigureProps {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly finding: string;
  /** Null: there is too little to draw. */
  readonly chart: Omit<ColumnChartProps, 'label'> | null;
  readonly legend?: readonly { readonly fill: Fill; readonly label: string }[] | undefined;
  readonly table: Omit<NumbersTableProps, 'title'>;
  /** What one should know about the numbers. */
  readonly note?: ReactNode;
}

/** A chart with what it shows in words above it and its numbers below. */
export function ChartFigure({ title, finding, chart, legend, table, note }: ChartFigureProps) {
  return (
    <Section title={title}>
      <figure className="chart" aria-label={title}>
        <figcaption>{finding}</figcaption>
        {chart ? (
          <>
            <ColumnChart {...chart} label={title} />
            {legend ? <Legend parts={legend} /> : null}
          </>
        ) : null}
      </figure>
      {note ? <p className="chart-note">{note}</p> : null}
      {table.rows.length > 0 ? <NumbersTable {...table} title={title} /> : null}
    </Section>
  );
}
