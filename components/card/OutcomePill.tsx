import { t } from '@/lib/platform/i18n';
import { Badge } from '../ui/Badge.tsx';
import { type ContractState, OUTCOME_LOOKS } from './outcome-look.ts';

/** How a contract stands, in a symbol and a word. */
export function OutcomePill({ state }: { readonly state: ContractState }) {
  const look = OUTCOME_LOOKS[state];
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {t(look.key)}
    </Badge>
  );
}
