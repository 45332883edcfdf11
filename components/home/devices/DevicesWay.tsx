import { useLiveQuery } from 'dexie-react-hooks';
import { Disclosure } from '@/components/ui/Disclosure';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/platform/i18n';
import type { SpaceStanding } from '@/lib/share/space-host';
import { problemWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import { relaysOf } from '@/lib/store/space-settings';
import { ByFile } from '../share/ByFile.tsx';
import { SharedWay } from '../share/SharedWay.tsx';

export interface DevicesWayProps {
  readonly space: string;
  readonly standing: SpaceStanding | null;
}

/** Where one's devices meet, and by file where they do not. */
export function DevicesWay({ space, standing }: DevicesWayProps) {
  const relays = useLiveQuery(() => relaysOf(database(), space), [space]);
  return (
    <div className="settings-part">
      {standing?.problem ? (
        <Notice kind="info" title={problemWords(standing.problem)} kept={t('dev_offline')} />
      ) : null}
      <SharedWay space={space} standing={standing} isOwn />
      {relays?.length === 0 ? (
        <ByFile space={space} isOwn />
      ) : (
        <Disclosure title={t('dev_file_title')}>
          <ByFile space={space} isOwn />
        </Disclosure>
      )}
    </div>
  );
}
