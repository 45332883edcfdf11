import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { TextField } from '@/components/ui/TextField';
import { t } from '@/lib/platform/i18n';
import { changePassphrase } from './lock-actions.ts';
import { type PairProblem, PassphrasePair, pairProblem } from './PassphrasePair.tsx';

/** Another passphrase; what is stored stays as it is sealed. */
export function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const [old, setOld] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<PairProblem | 'wrong' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = pairProblem(first, second);
    setProblem(wrong);
    if (wrong || busy) return;
    setBusy(true);
    try {
      if (await changePassphrase(old, first)) setDone(true);
      else setProblem('wrong');
    } catch (error) {
      console.error('The passphrase could not be changed', error);
      setProblem('failed');
    }
    setBusy(false);
  };
  return (
    <Dialog open title={t('lock_change')} onClose={onClose}>
      {done ? (
        <Notice kind="info" title={t('lock_changed')} todo={t('lock_change_words')} />
      ) : (
        <form className="settings-part" onSubmit={(event) => void submit(event)}>
          <p>{t('lock_change_words')}</p>
          <TextField
            autoFocus
            label={t('lock_old')}
            type="password"
            autoComplete="off"
            problem={problem === 'wrong' ? t('lock_wrong') : undefined}
            value={old}
            onChange={setOld}
          />
          <PassphrasePair
            labels={[t('lock_new'), t('lock_new_again')]}
            first={first}
            second={second}
            problem={problem === 'wrong' || problem === 'failed' ? null : problem}
            onFirst={setFirst}
            onSecond={setSecond}
          />
          {problem === 'failed' ? (
            <Notice kind="problem" title={t('lock_failed')} kept={t('lock_nothing_changed')} />
          ) : null}
          <div className="settings-actions">
            <Button onClick={onClose}>{t('ui_cancel')}</Button>
            <Button variant="primary" type="submit" busy={busy}>
              {t('lock_save')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
