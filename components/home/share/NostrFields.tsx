import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/platform/i18n';
import type { RelayFieldsProps } from './RelayFields.tsx';

/** Public relays of Nostr: an address or two, and no account. */
export function NostrFields({ value, onChange, problem }: RelayFieldsProps) {
  const problemOf = (at: 'first' | 'second') => (problem?.at === at ? problem.words : undefined);
  return (
    <>
      <TextField
        label={t('way_nostr_address')}
        hint={t('way_nostr_hint')}
        inputMode="url"
        spellCheck={false}
        value={value.first}
        problem={problemOf('first')}
        onChange={(first) => onChange({ ...value, first })}
      />
      <TextField
        label={t('share_relay_second')}
        inputMode="url"
        spellCheck={false}
        value={value.second}
        problem={problemOf('second')}
        onChange={(second) => onChange({ ...value, second })}
      />
    </>
  );
}
