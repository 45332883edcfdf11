import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Icon } from '@/components/ui/Icon';
import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/platform/i18n';
import { unlock } from '@/lib/platform/lock-key';
import { DATABASE_NAME } from '@/lib/store/database';
import type { LockRecord } from '@/lib/store/lock/lock-record';
import { type Bytes, looksLikeCode, openByCode, openLock } from '@/lib/store/lock/passphrase';
import { storedLock } from '@/lib/store/lock/stored-lock';
import './unlock.css';

/** In the place of a whole screen while the store is locked: asks for the passphrase, and names nothing that is in it. */
export function Unlock() {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || typed === '') return;
    setBusy(true);
    setWrong(false);
    const record = await storedLock(DATABASE_NAME);
    // Another page took the passphrase off meanwhile.
    if (!record) return location.reload();
    const key = await keyOf(record, typed);
    // The page begins anew, as every other of ours does.
    if (key) return unlock({ id: record.id, key });
    setBusy(false);
    setWrong(true);
  };

  return (
    <form className="unlock" onSubmit={(event) => void submit(event)}>
      <Icon name="lock" />
      <h1>{t('lock_title')}</h1>
      <TextField
        autoFocus
        label={t('lock_ask')}
        type="password"
        autoComplete="off"
        hint={t('lock_ask_hint')}
        problem={wrong ? t('lock_wrong') : undefined}
        value={typed}
        onChange={setTyped}
      />
      <Button variant="primary" type="submit" wide busy={busy}>
        {t('lock_unlock')}
      </Button>
      <Disclosure title={t('lock_forgotten')}>
        <p>{t('lock_forgotten_words')}</p>
      </Disclosure>
    </form>
  );
}

const keyOf = async (record: LockRecord, typed: string): Promise<Bytes | null> =>
  (looksLikeCode(typed) ? await openByCode(record, typed) : null) ?? openLock(record, typed);
