import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { t } from '@/lib/platform/i18n';
import { newCode } from '@/lib/store/lock/passphrase';
import { copyFirst, setPassphrase } from './lock-actions.ts';
import { type PairProblem, PassphrasePair, pairProblem } from './PassphrasePair.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { type Stage, Working } from './Working.tsx';

/** Sets a passphrase in two steps: the words with a copy before all else, then the recovery code, then the sealing. */
export function SetPassphrase({ onClose }: { readonly onClose: () => void }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<PairProblem | null>(null);
  const [copy, setCopy] = useState(true);
  const [code, setCode] = useState<string | null>(null);
  const [kept, setKept] = useState<'paper' | 'without' | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const working = typeof stage === 'number';

  const next = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = pairProblem(first, second);
    setProblem(wrong);
    if (wrong || working) return;
    setStage(null);
    try {
      if (code === null) {
        if (copy) await copyFirst(first);
        setCode(newCode());
        return;
      }
      if (kept === null) return;
      setStage(0);
      const outcome = await setPassphrase(first, kept === 'paper' ? code : null, setStage);
      // When it is done the page begins anew.
      if (outcome !== 'done') setStage('busy');
    } catch {
      setStage('failed');
    }
  };

  return (
    <Dialog
      open
      title={t(code === null ? 'lock_dialog_title' : 'lock_code_title')}
      onClose={() => {
        if (!working) onClose();
      }}
    >
      <form className="settings-part" onSubmit={(event) => void next(event)}>
        {code === null ? (
          <>
            <p>{t('lock_nobody')}</p>
            <PassphrasePair
              labels={[t('set_passphrase'), t('set_passphrase_again')]}
              first={first}
              second={second}
              problem={problem}
              onFirst={setFirst}
              onSecond={setSecond}
            />
            <Checkbox checked={copy} onChange={setCopy}>
              {t('lock_copy_first')}
            </Checkbox>
            <p className="settings-hint">{t('lock_copy_first_hint')}</p>
          </>
        ) : (
          <>
            <RecoveryCode code={code} />
            <RadioGroup
              label={t('lock_code_title')}
              value={kept ?? undefined}
              onChange={setKept}
              options={[
                { value: 'paper', label: t('lock_code_have') },
                { value: 'without', label: t('lock_code_without') },
              ]}
            />
            <p className="settings-hint">{t('lock_seen_old')}</p>
          </>
        )}
        <Working stage={stage} label={t('lock_sealing')} />
        <div className="settings-actions">
          <Button onClick={onClose} disabled={working}>
            {t('ui_cancel')}
          </Button>
          <Button variant="primary" type="submit" disabled={code !== null && kept === null} busy={working}>
            {t(code === null ? 'lock_next' : 'lock_seal')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
