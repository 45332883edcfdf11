import { Checkbox } from '@/components/ui/Checkbox';
import { Select } from '@/components/ui/Select';
import { useAtOnce } from '@/components/ui/use-at-once';
import {
  CLOSENESS,
  type Closeness,
  STANDINGS,
  type Standing,
  SUPPORTS,
  type Support,
  TIE_CATEGORIES,
  type TieCategory,
} from '@/lib/network/facts';
import type { Tie, TieRow } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { CATEGORY_KEYS, CLOSE_KEYS, STANDING_KEYS, SUPPORT_KEYS } from './tie-words.ts';

/** What one says of a tie by choosing: for what, how close, where from, and (`withStanding`) whether a step ahead. */
export function TieFields({
  tie,
  withStanding = false,
  onChange,
}: {
  readonly tie: TieRow;
  readonly withStanding?: boolean;
  /** Resolves whether it could be stored. */
  readonly onChange: (change: Partial<Tie>) => Promise<boolean>;
}) {
  const [supports, setSupports, forgetSupports] = useAtOnce(tie.support.join('\n'));
  const [closeness, setCloseness, forgetCloseness] = useAtOnce(tie.closeness);
  const [category, setCategory, forgetCategory] = useAtOnce(tie.category);
  const [standing, setStanding, forgetStanding] = useAtOnce(tie.standing);
  const { name } = tie;
  const store = async (change: Partial<Tie>, forget: () => void) => {
    if (!(await onChange(change))) forget();
  };
  const isFor = (one: Support) => supports.split('\n').includes(one);
  const toggle = (changed: Support, on: boolean) => {
    const support = SUPPORTS.filter((one) => (one === changed ? on : isFor(one)));
    setSupports(support.join('\n'));
    void store({ support }, forgetSupports);
  };
  return (
    <div className="tie-fields">
      <fieldset className="plain-fieldset tie-support" aria-label={t('tie_support_with', { name })}>
        <span aria-hidden="true">{t('tie_support')}</span>
        {SUPPORTS.map((one) => (
          <Checkbox key={one} checked={isFor(one)} onChange={(on) => toggle(one, on)}>
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
          onChange={(next) => {
            const closeness = next === '' ? null : next;
            setCloseness(closeness);
            void store({ closeness }, forgetCloseness);
          }}
        />
        <Select<TieCategory | ''>
          label={withStanding ? t('network_category') : t('tie_category')}
          value={category ?? ''}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...TIE_CATEGORIES.map((value) => ({ value, label: t(CATEGORY_KEYS[value]) })),
          ]}
          onChange={(next) => {
            const category = next === '' ? null : next;
            setCategory(category);
            void store({ category }, forgetCategory);
          }}
        />
        {withStanding ? (
          <Select<Standing | ''>
            label={t('network_standing')}
            value={standing ?? ''}
            options={[
              { value: '', label: t('tie_unsaid') },
              ...STANDINGS.map((value) => ({ value, label: t(STANDING_KEYS[value]) })),
            ]}
            onChange={(next) => {
              const standing = next === '' ? null : next;
              setStanding(standing);
              void store({ standing }, forgetStanding);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
