import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { LOG_ORDERS, type LogOrder } from '@/lib/contract/log-view';
import { t, tn } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';

export interface LogFilterValues {
  readonly whose: 'mine' | 'all';
  /** Null: all circles. */
  readonly circleId: string | null;
  readonly query: string;
  readonly order: LogOrder;
}

const ORDER_WORDS = { open: 'log_order_open', meeting: 'log_order_meeting' } as const;
const ALL = '';

/** What to show of the log, and how much that is. */
export function LogFilters({
  value,
  onChange,
  circles,
  count,
  open,
}: {
  readonly value: LogFilterValues;
  readonly onChange: (value: LogFilterValues) => void;
  /** To choose from; no choice with fewer than two. */
  readonly circles: readonly CircleView[];
  /** How many contracts were found, and how many of them are open. */
  readonly count: number;
  readonly open: number;
}) {
  const set = (change: Partial<LogFilterValues>) => onChange({ ...value, ...change });
  return (
    <search className="log-filters">
      <TextField
        className="log-search"
        type="search"
        label={t('log_search')}
        value={value.query}
        onChange={(query) => set({ query })}
      />
      <Select
        label={t('log_whose')}
        value={value.whose}
        onChange={(whose) => set({ whose })}
        options={[
          { value: 'mine', label: t('log_whose_mine') },
          { value: 'all', label: t('log_whose_all') },
        ]}
      />
      {circles.length > 1 ? (
        <Select
          label={t('log_circle')}
          value={value.circleId ?? ALL}
          onChange={(id) => set({ circleId: id === ALL ? null : id })}
          options={[
            { value: ALL, label: t('log_circle_all') },
            ...circles.map(({ circle }) => ({ value: circle.id, label: circle.name })),
          ]}
        />
      ) : null}
      <Select
        label={t('log_order')}
        value={value.order}
        onChange={(order) => set({ order })}
        options={LOG_ORDERS.map((order) => ({ value: order, label: t(ORDER_WORDS[order]) }))}
      />
      <p className="log-count" role="status">
        {tn('log_count', count)} · {tn('log_count_open', open)}
      </p>
    </search>
  );
}
