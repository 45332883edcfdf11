import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/ToastProvider';
import { t } from '@/lib/platform/i18n';
import type { Relay } from '@/lib/share/invite/invitation';
import { database } from '@/lib/store/database';
import { setRelays } from '@/lib/store/space-settings';
import { useWay, wayOf } from './use-way.ts';
import { WayFields } from './WayFields.tsx';

export interface ChangeWayProps {
  readonly space: string;
  readonly relays: readonly Relay[];
  /** Of one's own devices, and no circle. */
  readonly isOwn?: boolean | undefined;
  readonly onClose: () => void;
}

/** Another relay for a shared circle, or files alone; on this device only, so the others have to do the same. */
export function ChangeWay({ space, relays, isOwn = false, onClose }: ChangeWayProps) {
  const way = useWay(relays, wayOf(relays));
  const [failed, setFailed] = useState(false);
  const toast = useToast();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const next = await way.allowed();
    if (!next) return;
    try {
      await setRelays(database(), space, next);
    } catch {
      return setFailed(true);
    }
    toast({ text: t(changedWords(next.length > 0, isOwn)) });
    onClose();
  };
  return (
    <Dialog open title={t('way_title')} onClose={onClose}>
      <form className="share-steps" onSubmit={save} noValidate>
        <WayFields way={way} isOwn={isOwn} />
        <p>{t(isOwn ? 'dev_way_others' : 'way_others')}</p>
        {failed ? (
          <Notice kind="problem" title={t('circles_not_saved_title')} kept={t('circles_not_saved_kept')} />
        ) : null}
        <div className="new-circle-actions">
          <Button onClick={onClose}>{t('ui_cancel')}</Button>
          <Button type="submit" variant="primary" once>
            {t('way_save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const changedWords = (byRelay: boolean, isOwn: boolean) =>
  byRelay ? (isOwn ? 'dev_way_changed' : 'way_changed') : isOwn ? 'dev_way_changed_file' : 'way_changed_file';
