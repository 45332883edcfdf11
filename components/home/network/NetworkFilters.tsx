import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { TIE_CATEGORIES, type TieCategory } from '@/lib/network/facts';
import type { TieRow } from '@/lib/network/tie';
import { t, tn } from '@/lib/platform/i18n';
import { categoryWords } from './tie-words.ts';

export interface NetworkFilter {
  readonly query: string;
  /** '' for all; `unsaid`: nobody said. */
  readonly category: TieCategory | 'unsaid' | '';
}

export const NO_FILTER: NetworkFilter = { query: '', category: '' };

/** Letters that are no accent on another, and are yet typed without. */
const ALONE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđıßæœ]/g, (letter) => ALONE[letter] ?? letter);

/** The ties that have all the words one looks for in name, address or notes, and are of the category. */
export function found(ties: readonly TieRow[], { query, category }: NetworkFilter): readonly TieRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return ties.filter((tie) => {
    const text = plain(`${tie.name} ${tie.email} ${tie.notes ?? ''}`);
    const isOf = category === '' || (tie.category ?? 'unsaid') === category;
    return isOf && words.every((word) => text.includes(word));
  });
}

/** Looks for somebody among many. */
export function NetworkFilters({
  value,
  onChange,
  ties,
  count,
}: {
  readonly value: NetworkFilter;
  readonly onChange: (value: NetworkFilter) => void;
  readonly ties: readonly TieRow[];
  readonly count: number;
}) {
  const unsaid = ties.some((tie) => tie.category === null);
  return (
    <search className="network-filters">
      <TextField
        type="search"
        label={t('network_search')}
        value={value.query}
        onChange={(query) => onChange({ ...value, query })}
      />
      <Select<NetworkFilter['category']>
        label={t('network_category')}
        value={value.category}
        options={[
          { value: '', label: t('network_all_categories') },
          ...TIE_CATEGORIES.map((one) => ({ value: one, label: categoryWords(one) })),
          ...(unsaid || value.category === 'unsaid'
            ? [{ value: 'unsaid' as const, label: categoryWords(null) }]
            : []),
        ]}
        onChange={(category) => onChange({ ...value, category })}
      />
      <p className="network-count" role="status">
        {tn('network_count', count)}
      </p>
    </search>
  );
}
