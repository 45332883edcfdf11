import { KIND_LOOKS } from '@/components/milestone/kind-looks';
import type { People } from '@/components/milestone/people';
import { Select } from '@/components/ui/Select';
import { MILESTONE_KINDS, type MilestoneKind } from '@/lib/milestone/facts';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { type WallChoice, yearsOf } from '@/lib/milestone/wall';
import { t } from '@/lib/platform/i18n';

const ALL = '';

/** What of the wall is shown: by kind, by member, by year; only what there is can be chosen. */
export function WallFilters({
  rows,
  people,
  value,
  onChange,
}: {
  readonly rows: readonly MilestoneRow[];
  readonly people: People;
  readonly value: WallChoice;
  readonly onChange: (value: WallChoice) => void;
}) {
  const kinds = MILESTONE_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const named = new Set(rows.flatMap((row) => [row.memberId, ...row.credit.map((one) => one.memberId)]));
  return (
    <search className="milestone-filters">
      <Select<MilestoneKind | ''>
        label={t('milestone_filter_kind')}
        value={value.kind ?? ALL}
        onChange={(kind) => onChange({ ...value, kind: kind === '' ? null : kind })}
        options={[
          { value: ALL, label: t('milestone_filter_all_kinds') },
          ...kinds.map((kind) => ({ value: kind, label: t(KIND_LOOKS[kind].key) })),
        ]}
      />
      <Select
        label={t('milestone_filter_member')}
        value={value.memberId ?? ALL}
        onChange={(member) => onChange({ ...value, memberId: member === ALL ? null : member })}
        options={[
          { value: ALL, label: t('milestone_filter_all_members') },
          ...people.all
            .filter((one) => named.has(one.id))
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={t('milestone_filter_year')}
        value={value.year ?? ALL}
        onChange={(year) => onChange({ ...value, year: year === ALL ? null : year })}
        options={[
          { value: ALL, label: t('milestone_filter_all_years') },
          ...yearsOf(rows).map((year) => ({ value: year, label: year })),
        ]}
      />
    </search>
  );
}
