import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Select } from '@/components/ui/Select';
import { t, tn } from '@/lib/platform/i18n';
import { LOCK_MINUTES, lockNow } from '@/lib/platform/lock-key';
import { LOCK, readSetting, writeSetting } from '@/lib/platform/settings';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { renewCode, takeOff, wasJustSealed } from './lock-actions.ts';
import { RecoveryCode } from './RecoveryCode.tsx';
import { type Stage, Working } from './Working.tsx';

type Asked = { what: 'change' | 'off' } | { what: 'code'; code: string };

/** What can be done while a passphrase is set. */
export function LockOn() {
  const [minutes, setMinutes] = useState<number | null>(null);
  const state = useRef<HTMLParagraphElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    void readSetting('lock', LOCK).then((lock) => setMinutes(lock.minutes));
    // Read out, and seen, where the page began anew at its top.
    if (wasJustSealed()) state.current?.focus();
  }, []);
  const choose = (value: string) => {
    setMinutes(Number(value));
    void writeSetting('lock', { minutes: Number(value) });
  };
  const off = async () => {
    setAsked(null);
    setStage(0);
    try {
      if ((await takeOff(setStage)) !== 'done') setStage('busy');
    } catch {
      setStage('failed');
    }
  };
  const code = async () => {
    setStage(null);
    try {
      const made = await renewCode();
      if (made) setAsked({ what: 'code', code: made });
    } catch {
      setStage('failed');
    }
  };
  const close = () => setAsked(null);
  return (
    <>
      <p ref={state} tabIndex={-1} className="settings-state">
        <Icon name="lock" />
        <span>{t('lock_is_on')}</span>
      </p>
      <div className="settings-actions">
        <Button icon="lock" onClick={() => void lockNow()}>
          {t('lock_now')}
        </Button>
        <Button variant="plain" onClick={() => setAsked({ what: 'change' })}>
          {t('lock_change')}
        </Button>
        <Button variant="plain" onClick={() => void code()}>
          {t('lock_new_code')}
        </Button>
        <Button variant="plain" onClick={() => setAsked({ what: 'off' })}>
          {t('lock_off')}
        </Button>
      </div>
      {minutes === null ? null : (
        <Select
          label={t('lock_minutes')}
          hint={t('lock_minutes_hint')}
          value={String(minutes)}
          onChange={choose}
          options={LOCK_MINUTES.map((one) => ({
            value: String(one),
            label: one % 60 === 0 ? tn('lock_hours_n', one / 60) : tn('lock_minutes_n', one),
          }))}
        />
      )}
      <Working stage={stage} label={t('lock_unsealing')} />
      {asked?.what === 'change' ? <ChangePassphrase onClose={close} /> : null}
      {asked?.what === 'code' ? (
        <Dialog open title={t('lock_code_title')} onClose={close}>
          <div className="settings-part">
            <RecoveryCode code={asked.code} />
            <p className="settings-hint">{t('lock_new_code_words')}</p>
          </div>
        </Dialog>
      ) : null}
      <ConfirmDialog
        open={asked?.what === 'off'}
        title={t('lock_off_title')}
        confirm={t('lock_off')}
        onConfirm={() => void off()}
        onCancel={close}
      >
        {t('lock_off_words')}
      </ConfirmDialog>
    </>
  );
}
