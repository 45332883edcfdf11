import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import { t } from '@/lib/platform/i18n';

/** Who guides the circle at its start, and with which meeting they leave. */
export function GuideFields({
  people,
  guide,
  meetings,
  onChange,
  asked,
}: {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** '' for nobody. */
  readonly guide: string;
  readonly meetings: number | undefined;
  readonly onChange: (guide: string, meetings: number | undefined) => void;
  readonly asked: boolean;
}) {
  const isFine = meetings !== undefined && Number.isInteger(meetings) && meetings >= 1;
  return (
    <div className="guide-fields">
      <Select
        label={t('circles_guide')}
        hint={t('circles_guide_hint')}
        value={guide}
        onChange={(next) => onChange(next, meetings)}
        options={[
          { value: '', label: t('circles_guide_none') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {guide === '' ? null : (
        <NumberField
          label={t('circles_guide_meeting')}
          min={1}
          value={meetings}
          onChange={(next) => onChange(guide, next)}
          problem={asked && !isFine ? t('circles_guide_problem') : undefined}
        />
      )}
    </div>
  );
}
