import { useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Select } from '@/components/ui/Select';
import {
  CLOSENESS,
  type Closeness,
  STANDINGS,
  type Standing,
  SUPPORTS,
  TIE_CATEGORIES,
  type TieCategory,
} from '@/lib/network/facts';
import type { Tie, TieRow } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { CATEGORY_KEYS, CLOSE_KEYS, STANDING_KEYS, SUPPORT_KEYS } from './tie-words.ts';

type Chosen = Pick<Tie, 'support' | 'closeness' | 'category' | 'standing'>;

/** What one says of a tie by choosing: for what, how close, where from, and (`withStanding`) whether a step ahead. */
export function TieFields({
  tie,
  withStanding = false,
  onChange,
}: {
  readonly tie: TieRow;
  readonly withStanding?: boolean;
  readonly onChange: (change: Partial<Tie>) => void;
}) {
  // Each choice shows at once, and two in quick succession are both kept.
  const [chosen, setChosen] = useState<Chosen>(tie);
  const { support, closeness, category, standing } = chosen;
  const { name } = tie;
  const choose = (change: Partial<Chosen>) => {
    const next = { support, closeness, category, standing, ...change };
    setChosen(next);
    onChange(next);
  };
  return (
    <div className="tie-fields">
      <fieldset className="plain-fieldset tie-support" aria-label={t('tie_support_with', { name })}>
        <span aria-hidden="true">{t('tie_support')}</span>
        {SUPPORTS.map((one) => (
          <Checkbox
            key={one}
            checked={support.includes(one)}
            onChange={(on) =>
              choose({ support: on ? [...support, one] : support.filter((other) => other !== one) })
            }
          >
            {t(SUPPORT_KEYS[one])}
          </Checkbox>
        ))}
      </fieldset>
      <div className="tie-selects">
        <Select<Closeness | ''>
          label={t('tie_closeness')}
          value={closeness ?? ''}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...CLOSENESS.map((value) => ({ value, label: t(CLOSE_KEYS[value]) })),
          ]}
          onChange={(next) => choose({ closeness: next === '' ? null : next })}
        />
        <Select<TieCategory | ''>
          label={withStanding ? t('network_category') : t('tie_category')}
          value={category ?? ''}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...TIE_CATEGORIES.map((value) => ({ value, label: t(CATEGORY_KEYS[value]) })),
          ]}
          onChange={(next) => choose({ category: next === '' ? null : next })}
        />
        {withStanding ? (
          <Select<Standing | ''>
            label={t('network_standing')}
            value={standing ?? ''}
            options={[
              { value: '', label: t('tie_unsaid') },
              ...STANDINGS.map((value) => ({ value, label: t(STANDING_KEYS[value]) })),
            ]}
            onChange={(next) => choose({ standing: next === '' ? null : next })}
          />
        ) : null}
      </div>
    </div>
  );
}
