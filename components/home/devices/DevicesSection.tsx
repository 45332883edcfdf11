import { useState } from 'react';
import { useSpace } from '@/components/card/use-space';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { OWN_MEMBER } from '@/lib/me/own-devices';
import { t } from '@/lib/platform/i18n';
import { InviteDialog } from '../share/InviteDialog.tsx';
import { JoinDialog } from '../share/JoinDialog.tsx';
import { BeginDevices } from './BeginDevices.tsx';
import { CarriedCircles } from './CarriedCircles.tsx';
import { DeviceList } from './DeviceList.tsx';
import { DevicesWay } from './DevicesWay.tsx';
import { type OwnDevices, useDevices } from './use-devices.ts';
import '../share/share.css';
import './devices.css';

/** Several devices of one person: which there are, one more, and one that is gone. */
export function DevicesSection() {
  const all = useDevices();
  const [adding, setAdding] = useState<string | 'begin' | null>(null);
  const [joining, setJoining] = useState(false);
  if (!all) return null;
  const belonging = all.filter((one) => one.belongs !== false);
  const removed = all.length > 0 && belonging.length === 0;
  const first = belonging[0];
  return (
    <div className="settings-part">
      {first ? <p>{t('dev_lead_several')}</p> : <p>{t('dev_lead')}</p>}
      {removed ? (
        <Notice
          kind="info"
          title={t('dev_removed')}
          kept={t('dev_removed_kept')}
          todo={t('dev_removed_other')}
        />
      ) : null}
      {belonging.map((own) => (
        <Belonging key={own.space} own={own} />
      ))}
      <div className="settings-actions">
        <Button icon="plus" onClick={() => setAdding(first?.space ?? 'begin')}>
          {t('dev_add')}
        </Button>
        {first ? null : (
          <Button variant="plain" onClick={() => setJoining(true)}>
            {t('dev_have')}
          </Button>
        )}
      </div>
      <p className="settings-hint">{t('dev_moving')}</p>
      {adding === 'begin' ? (
        <BeginDevices onBegun={setAdding} onClose={() => setAdding(null)} />
      ) : adding ? (
        <InviteDialog
          space={adding}
          member={{ id: OWN_MEMBER, name: '' }}
          purpose="device"
          onClose={() => setAdding(null)}
        />
      ) : null}
      {joining ? <JoinDialog isOwn onClose={() => setJoining(false)} /> : null}
    </div>
  );
}

function Belonging({ own }: { readonly own: OwnDevices }) {
  const standing = useSpace(own.space);
  return (
    <div className="settings-part">
      <DeviceList own={own} standing={standing} />
      <CarriedCircles own={own} />
      <DevicesWay space={own.space} standing={standing} />
    </div>
  );
}
