import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Notice } from '@/components/ui/Notice';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { database } from '@/lib/store/database';
import { type LostDevice, loseDevice } from '@/lib/store/lose-device';
import { nameOf } from './DeviceList.tsx';
import type { OwnDevice } from './use-devices.ts';

export interface LoseDeviceProps {
  readonly space: string;
  /** The device that is asked about; null: none. */
  readonly losing: OwnDevice | null;
  readonly onClose: () => void;
}

/** Takes a device out of everything at once, after saying what it keeps; and says afterwards what is left to be done. */
export function LoseDevice({ space, losing, onClose }: LoseDeviceProps) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ name: string; lost: LostDevice | null } | null>(null);
  const name = losing ? nameOf(losing) : '';
  const falling = (losing?.letIn ?? []).map((one) => nameOf({ name: one }));
  const lose = async (one: OwnDevice) => {
    setBusy(true);
    try {
      setDone({ name: nameOf(one), lost: await loseDevice(database(), space, one.device) });
    } catch (error) {
      console.error('A device could not be taken out', error);
      setDone({ name: nameOf(one), lost: null });
    }
    setBusy(false);
    onClose();
  };
  return (
    <>
      {done ? <Outcome {...done} /> : null}
      <ConfirmDialog
        open={losing !== null}
        title={t('dev_lose_title', { name })}
        confirm={t('dev_lose_go')}
        danger
        busy={busy}
        onConfirm={() => losing && void lose(losing)}
        onCancel={onClose}
      >
        <div className="settings-part">
          <p>{t('dev_lose_words')}</p>
          <ul className="settings-goes">
            <li>{t('dev_lose_keeps')}</li>
            <li>{t('dev_lose_locked')}</li>
            <li>{t('dev_lose_circles')}</li>
            {falling.length > 0 ? (
              <li>{t('dev_lose_with', { names: listFormat().format(falling) })}</li>
            ) : null}
          </ul>
          <p>{t('dev_lose_back')}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}

function Outcome({ name, lost }: { readonly name: string; readonly lost: LostDevice | null }) {
  if (!lost)
    return <Notice kind="problem" title={t('dev_lose_failed', { name })} todo={t('cal_fail_bug_todo')} />;
  const { waiting } = lost;
  return (
    <Notice
      kind="info"
      title={t('dev_lost', { name })}
      todo={waiting.length > 0 ? tn('dev_lost_waiting', waiting.length) : t('dev_lost_todo')}
    />
  );
}
