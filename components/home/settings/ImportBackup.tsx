import { type FormEvent, useRef, useState } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Gained, type ImportProblem, importBackup } from './import-backup.ts';

type Step =
  | { at: 'idle' | 'reading' }
  | { at: 'passphrase'; file: File; wrong: boolean }
  | { at: 'done'; gained: Gained }
  | { at: 'failed'; reason: ImportProblem; name: string };

const TEXTS = {
  'too-big': { title: 'set_imp_big', todo: 'set_imp_foreign_todo' },
  'not-json': { title: 'set_imp_foreign', todo: 'set_imp_foreign_todo' },
  foreign: { title: 'set_imp_foreign', todo: 'set_imp_foreign_todo' },
  'newer-version': { title: 'set_imp_newer', todo: 'set_imp_newer_todo' },
  damaged: { title: 'set_imp_damaged', todo: 'set_imp_damaged_todo' },
  failed: { title: 'set_imp_failed', todo: 'cal_fail_bug_todo' },
} as const satisfies Record<ImportProblem, { title: string; todo: string }>;

/** Brings a copy in: merges it, and says what was new. */
export function ImportBackup() {
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ at: 'idle' });

  const read = async (file: File, passphrase: string | null) => {
    setStep({ at: 'reading' });
    const result = await importBackup(file, passphrase);
    if (result.kind === 'done') setStep({ at: 'done', gained: result.gained });
    else if (result.kind === 'sealed') setStep({ at: 'passphrase', file, wrong: passphrase !== null });
    else setStep({ at: 'failed', reason: result.reason, name: file.name });
  };

  return (
    <div className="settings-part">
      <p>{t('set_import_lead')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void read(file, null);
        }}
      />
      <div className="settings-actions">
        <Button icon="upload" busy={step.at === 'reading'} onClick={() => input.current?.click()}>
          {t('set_import')}
        </Button>
      </div>
      <div role="status">
        {step.at === 'done' ? (
          <GainedNotice gained={step.gained} onClose={() => setStep({ at: 'idle' })} />
        ) : null}
      </div>
      {step.at === 'failed' ? (
        <Notice
          kind="problem"
          title={t(TEXTS[step.reason].title, { name: step.name })}
          kept={t('set_kept')}
          todo={t(TEXTS[step.reason].todo)}
          onClose={() => setStep({ at: 'idle' })}
        />
      ) : null}
      {step.at === 'passphrase' ? (
        <PassphraseDialog
          wrong={step.wrong}
          onOpen={(passphrase) => void read(step.file, passphrase)}
          onClose={() => setStep({ at: 'idle' })}
        />
      ) : null}
    </div>
  );
}

function GainedNotice({ gained, onClose }: { readonly gained: Gained; readonly onClose: () => void }) {
  const { circles, meetings, contracts, entries, erasedCircles, unreadable } = gained;
  const parts = [
    circles > 0 ? tn('set_n_circles', circles) : null,
    meetings > 0 ? tn('set_n_meetings', meetings) : null,
    contracts > 0 ? tn('set_n_contracts', contracts) : null,
    tn('set_n_entries', entries),
  ].filter((part) => part !== null);
  return (
    <Notice
      kind="info"
      title={entries === 0 ? t('set_imp_nothing') : t('set_imp_added', { what: parts.join(', ') })}
      kept={t('set_imp_kept')}
      todo={
        <>
          {erasedCircles > 0 ? <p>{tn('set_imp_erased', erasedCircles)}</p> : null}
          {unreadable > 0 ? <p>{tn('set_imp_unreadable', unreadable)}</p> : null}
          <p>{t('set_imp_feeds')}</p>
        </>
      }
      onClose={onClose}
    />
  );
}

function PassphraseDialog({
  wrong,
  onOpen,
  onClose,
}: {
  readonly wrong: boolean;
  readonly onOpen: (passphrase: string) => void;
  readonly onClose: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    setBusy(true);
    onOpen(passphrase);
  };
  return (
    <Dialog open title={t('set_sealed_title')} onClose={onClose}>
      <form className="settings-part" onSubmit={submit}>
        {wrong ? (
          <Notice
            kind="problem"
            title={t('set_sealed_wrong')}
            kept={t('set_kept')}
            todo={t('set_sealed_wrong_todo')}
          />
        ) : null}
        <TextField
          autoFocus
          label={t('set_passphrase')}
          type="password"
          autoComplete="current-password"
          hint={t('set_sealed_hint')}
          value={passphrase}
          onChange={setPassphrase}
        />
        <div className="settings-actions">
          <Button variant="primary" type="submit" busy={busy}>
            {t('set_sealed_open')}
          </Button>
          {busy ? <Spinner /> : null}
        </div>
      </form>
    </Dialog>
  );
}
