import { useLiveQuery } from 'dexie-react-hooks';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { isMine } from '@/lib/store/own-space';
import { relaysOf } from '@/lib/store/space-settings';
import { routeTo } from '../route.ts';
import { ByFile } from '../share/ByFile.tsx';

export interface JoinedDeviceProps {
  readonly space: string;
  readonly onClose: () => void;
}

/** This device is one of one's own now; what is on the others comes meanwhile. */
export function JoinedDevice({ space, onClose }: JoinedDeviceProps) {
  const mine = useLiveQuery(() => isMine(database(), space), [space]);
  const circles = useLiveQuery(() => database().circles.count(), []);
  const relays = useLiveQuery(() => relaysOf(database(), space), [space]);
  if (mine === undefined || relays === undefined) return null;
  if (!mine)
    return relays.length === 0 ? (
      <>
        <Notice kind="info" title={t('dev_in')} todo={t('dev_in_file')} />
        <ByFile space={space} isOwn />
      </>
    ) : (
      <p className="share-wait" role="status">
        <Spinner /> {t('dev_reading')}
      </p>
    );
  return (
    <>
      <Notice
        kind="info"
        title={t('dev_in')}
        todo={t(relays.length === 0 ? 'dev_in_back' : 'dev_in_todo')}
        actions={
          <a className="button button-primary" href={routeTo('settings')} onClick={onClose}>
            {t('dev_in_open')}
          </a>
        }
      />
      {relays.length === 0 ? <ByFile space={space} isOwn /> : null}
      {circles ? (
        <p className="quiet" role="status">
          {tn('dev_circles_here', circles)}
        </p>
      ) : null}
    </>
  );
}
