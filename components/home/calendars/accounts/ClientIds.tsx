import { type FormEvent, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { PROVIDERS, type Provider } from '@/lib/calendar/sync/provider';
import { type ClientId, clientIdOf, keepClientId } from '@/lib/platform/client-ids';
import { t } from '@/lib/platform/i18n';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { LiveRegion } from '../../../ui/LiveRegion.tsx';
import { TextField } from '../../../ui/TextField.tsx';

const LABELS = { google: 'acc_client_google', microsoft: 'acc_client_outlook' } as const;
const GUIDES = { google: 'acc_client_google_how', microsoft: 'acc_client_outlook_how' } as const;

/** For copies that somebody built themselves: which client the services know them by. */
export function ClientIds({ open }: { readonly open: boolean }) {
  const [redirect, setRedirect] = useState('');
  useEffect(() => setRedirect(browser.identity.getRedirectURL()), []);
  return (
    <Disclosure key={String(open)} title={t('acc_client')} startsOpen={open}>
      <div className="account-clients">
        <p className="calendar-hint">{t('acc_client_words')}</p>
        {PROVIDERS.map((provider) => (
          <ClientIdField key={provider} provider={provider} redirect={redirect} />
        ))}
      </div>
    </Disclosure>
  );
}

function ClientIdField({ provider, redirect }: { readonly provider: Provider; readonly redirect: string }) {
  const [kept, setKept] = useState<ClientId | null>();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => {
    void clientIdOf(provider).then((client) => {
      setKept(client);
      setTyped(client?.from === 'build' ? '' : (client?.id ?? ''));
    });
  }, [provider]);
  if (kept === undefined) return null;
  if (kept?.from === 'organisation')
    return <p className="calendar-hint">{t('acc_client_managed', { id: kept.id })}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keepClientId(provider, typed).then(() =>
      setSaid(t(typed.trim() ? 'acc_client_kept' : 'acc_client_none')),
    );
  };
  return (
    <form className="account-client" onSubmit={submit} noValidate>
      <div className="calendar-feed-line">
        <TextField
          label={t(LABELS[provider])}
          hint={t(kept?.from === 'build' ? 'acc_client_built_in' : GUIDES[provider], { redirect })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setSaid('');
          }}
        />
        <Button type="submit" aria-label={`${t('acc_client_save')}: ${t(LABELS[provider])}`}>
          {t('acc_client_save')}
        </Button>
      </div>
      <LiveRegion message={said} />
      {said ? <p className="calendar-hint">{said}</p> : null}
    </form>
  );
}
