import type { IconName } from '@/components/ui/Icon';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { SCOPES, type Scope } from '@/lib/milestone/facts';
import { t } from '@/lib/platform/i18n';

export const SCOPE_ICONS = {
  circle: 'lock',
  outside: 'eye',
  named: 'people',
} as const satisfies Record<Scope, IconName>;

/** How far a milestone may go, in a few words. @param name of its member, or null when that is me. */
export const scopeWords = (scope: Scope, name: string | null): string => {
  switch (scope) {
    case 'circle':
      return t('milestone_scope_circle');
    case 'outside':
      return t('milestone_scope_outside');
    case 'named':
      return name === null ? t('milestone_scope_named_me') : t('milestone_scope_named', { name });
    default:
      return scope satisfies never;
  }
};

/** How far it may go, to choose. Beside a call, a choice that its person cannot have seen does nothing. */
export function ScopeRadios({
  name,
  value,
  onChange,
}: {
  /** Whose it is; null when it is mine. */
  readonly name: string | null;
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
}) {
  return (
    <RadioGroup<Scope>
      label={t('milestone_scope')}
      value={value}
      onChange={onChange}
      deed="consent"
      options={SCOPES.map((scope) => ({
        value: scope,
        label: scopeWords(scope, name),
        icon: SCOPE_ICONS[scope],
      }))}
    />
  );
}
