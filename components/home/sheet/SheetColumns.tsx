import { Checkbox } from '@/components/ui/Checkbox';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { t } from '@/lib/platform/i18n';
import { FIELDS, type Field } from '@/lib/sheet/columns';
import type { ReadTable } from './ChooseTable.tsx';

const NONE = '';
const LABELS = {
  member: 'sheet_f_member',
  text: 'sheet_f_text',
  made: 'sheet_f_made',
  due: 'sheet_f_due',
  outcome: 'sheet_f_outcome',
  report: 'sheet_f_report',
  reported: 'sheet_f_reported',
} as const satisfies Record<Field, string>;

/** Which column holds what, as it was guessed. @param mine whether I am a member of the circle. */
export function SheetColumns({ read, mine }: { readonly read: ReadTable; readonly mine: boolean }) {
  const { table, setHead, setColumns, setOrder } = read;
  const hasNames = table.columns.member !== undefined;
  const width = Math.max(...table.all.map((line) => line.length));
  const heads = Array.from({ length: width }, (_, at) => {
    const head = table.withHead ? table.all[0]?.[at]?.trim() : '';
    return head || t('sheet_column', { n: at + 1 });
  });

  return (
    <Section title={t('sheet_columns')}>
      <Checkbox checked={table.withHead} onChange={(on) => setHead(table, on)}>
        {t('sheet_head')}
      </Checkbox>
      <div className="sheet-fields">
        {FIELDS.map((field) => (
          <Select
            key={field}
            label={t(LABELS[field])}
            value={String(table.columns[field] ?? NONE)}
            problem={field === 'text' && table.columns.text === undefined ? t('sheet_need_text') : undefined}
            onChange={(value) => {
              const { [field]: _, ...others } = table.columns;
              setColumns(table, value === NONE ? others : { ...others, [field]: Number(value) });
            }}
            options={[
              { value: NONE, label: t('sheet_none') },
              ...heads.map((label, at) => ({ value: String(at), label })),
            ]}
          />
        ))}
      </div>
      {table.order !== 'ymd' ? (
        <Select
          className="sheet-order"
          label={t('sheet_order')}
          hint={table.order === null ? t('sheet_order_ask') : undefined}
          value={table.order ?? 'dmy'}
          onChange={(order) => setOrder(table, order)}
          options={[
            { value: 'dmy', label: t('sheet_order_dmy') },
            { value: 'mdy', label: t('sheet_order_mdy') },
          ]}
        />
      ) : null}
      {hasNames ? null : <p className="quiet">{t(mine ? 'sheet_mine' : 'sheet_nobody')}</p>}
    </Section>
  );
}
