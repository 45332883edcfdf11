import { type FormEvent, useState } from 'react';
import { browser } from 'wxt/browser';
import { giveHostBack } from '@/lib/platform/feeds';
import { t } from '@/lib/platform/i18n';
import { PAGE_SITES, switchOff } from '@/lib/platform/page-scripts';
import { database } from '@/lib/store/database';
import { eraseEverything } from '@/lib/store/erasures';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { disconnect } from '../calendars/accounts/account-actions.ts';

/** Empties this computer of Circlekeeper's data, after a word was typed. */
export function EraseEverything() {
  const [open, setOpen] = useState(false);
  return (
    <div className="settings-part">
      <p>{t('set_everything_lead')}</p>
      <div className="settings-actions">
        <Button variant="danger" icon="trash" onClick={() => setOpen(true)}>
          {t('set_erase_everything')}
        </Button>
      </div>
      {open ? <EraseDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function EraseDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<'asking' | 'erasing' | 'failed'>('asking');
  const word = t('set_erase_word');
  const fits = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!fits || step === 'erasing') return;
    setStep('erasing');
    try {
      await forgetAll();
      location.reload();
    } catch {
      setStep('failed');
    }
  };
  return (
    <Dialog open title={t('set_everything_title')} onClose={onClose}>
      <form className="settings-part" onSubmit={(event) => void submit(event)}>
        <p>{t('set_everything_goes')}</p>
        <TextField
          autoFocus
          label={t('set_erase_type', { word })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
        />
        {step === 'failed' ? (
          <Notice
            kind="problem"
            title={t('set_erase_failed')}
            kept={t('set_everything_kept')}
            todo={t('set_everything_todo')}
          />
        ) : null}
        <div className="settings-actions">
          <Button onClick={onClose}>{t('ui_cancel')}</Button>
          <Button variant="danger" type="submit" disabled={!fits} busy={step === 'erasing'}>
            {t('set_erase_for_good')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How long a calendar service may take to be told that leave is given back, ms; it is forgotten here in any case. */
const TELL_MS = 5_000;

/** Calendar accounts while their tokens are there to be given back; then the database: if it stays, the rest does. */
async function forgetAll(): Promise<void> {
  const accounts = await database().accounts.toCollection().primaryKeys();
  const told = Promise.all(accounts.map(disconnect));
  await Promise.race([told, new Promise((done) => setTimeout(done, TELL_MS))]);
  const sources = await database().sources.toArray();
  await eraseEverything(database());
  const hosts = sources.flatMap((source) => (source.url ? [new URL(source.url).hostname] : []));
  await Promise.all(PAGE_SITES.map((site) => switchOff(site, [])));
  await Promise.all([...new Set(hosts)].map(giveHostBack));
  await browser.storage.local.clear();
  location.hash = '#/circles';
  // Where a passphrase was set its key goes with this, and every page of ours begins anew.
  await browser.storage.session.clear();
}
