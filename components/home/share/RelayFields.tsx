import { Disclosure } from '@/components/ui/Disclosure';
import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/platform/i18n';
import type { RelayDraft } from './relay-draft.ts';

export interface RelayFieldsProps {
  readonly value: RelayDraft;
  readonly onChange: (value: RelayDraft) => void;
  /** What is wrong with an address, in words. */
  readonly problem: { readonly at: 'first' | 'second'; readonly words: string } | null;
}

/** Where a circle's browsers meet. */
export function RelayFields({ value, onChange, problem }: RelayFieldsProps) {
  const change = (next: Partial<RelayDraft>) => onChange({ ...value, ...next });
  const problemOf = (at: 'first' | 'second') => (problem?.at === at ? problem.words : undefined);
  return (
    <>
      <TextField
        label={t('share_relay_address')}
        hint={t('share_relay_address_hint')}
        inputMode="url"
        spellCheck={false}
        value={value.first}
        problem={problemOf('first')}
        onChange={(first) => change({ first })}
      />
      <div className="relay-pair">
        <TextField
          label={t('share_relay_user')}
          autoComplete="off"
          value={value.user}
          onChange={(user) => change({ user })}
        />
        <TextField
          label={t('share_relay_password')}
          type="password"
          autoComplete="new-password"
          value={value.password}
          onChange={(password) => change({ password })}
        />
      </div>
      <Disclosure title={t('share_relay_more')}>
        <TextField
          label={t('share_relay_second')}
          inputMode="url"
          spellCheck={false}
          value={value.second}
          problem={problemOf('second')}
          onChange={(second) => change({ second })}
        />
      </Disclosure>
    </>
  );
}
