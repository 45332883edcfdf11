import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';
import type { SpaceStanding } from '@/lib/share/space-host';
import { database } from '@/lib/store/database';
import { relaysOf } from '@/lib/store/space-settings';
import { ChangeWay } from './ChangeWay.tsx';
import { RelaySees } from './RelaySees.tsx';
import { hostsOf } from './relay-draft.ts';

export interface SharedWayProps {
  readonly space: string;
  readonly standing: SpaceStanding | null;
  /** Of one's own devices, and no circle. */
  readonly isOwn?: boolean | undefined;
}

/** Where a shared circle travels, and whether it does just now. */
export function SharedWay({ space, standing, isOwn = false }: SharedWayProps) {
  const [looking, setLooking] = useState(false);
  const [changing, setChanging] = useState(false);
  const relays = useLiveQuery(() => relaysOf(database(), space), [space]);
  if (!relays) return null;
  const hosts = hostsOf(relays);
  const state =
    standing?.connection === 'online'
      ? 'share_online'
      : standing?.connection === 'offline'
        ? 'share_offline'
        : 'share_connecting_state';
  return (
    <div className="share-acts share-way">
      <p className="share-state" role="status">
        {t('share_way')}: {relays.length > 0 ? hosts : t('share_way_file')}
        {relays.length > 0 ? ` · ${t(state)}` : ''}
      </p>
      {relays.length > 0 ? (
        <Button variant="plain" size="small" onClick={() => setLooking(true)}>
          {t('share_sees')}
        </Button>
      ) : null}
      <Button variant="plain" size="small" onClick={() => setChanging(true)}>
        {t('way_change')}
      </Button>
      {changing ? (
        <ChangeWay space={space} relays={relays} isOwn={isOwn} onClose={() => setChanging(false)} />
      ) : null}
      {looking ? <RelaySees packets={standing?.packets ?? []} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}
