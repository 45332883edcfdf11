import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Menu } from '@/components/ui/Menu';
import { TextField } from '@/components/ui/TextField';
import { nameDevice } from '@/lib/me/own-devices';
import { t } from '@/lib/platform/i18n';
import type { SpaceStanding } from '@/lib/share/space-host';
import { momentText } from '../moment-text.ts';
import { LoseDevice } from './LoseDevice.tsx';
import type { OwnDevice, OwnDevices } from './use-devices.ts';

export interface DeviceListProps {
  readonly own: OwnDevices;
  readonly standing: SpaceStanding | null;
}

/** The devices one has, this one first. */
export function DeviceList({ own, standing }: DeviceListProps) {
  const { space, devices, said } = own;
  const [naming, setNaming] = useState<OwnDevice | null>(null);
  const [losing, setLosing] = useState<OwnDevice | null>(null);
  const { record, problem } = useRecord();
  const rename = async (one: OwnDevice, name: string) => {
    if (name.trim() !== '' && name.trim() !== one.name)
      await record([nameDevice(space, one.device, name, said.names.get(one.device)?.setBy ?? [])], '');
    setNaming(null);
  };
  return (
    <>
      <ul className="plain-list share-people devices" aria-label={t('dev_title')}>
        {devices.map((one) => (
          <li key={one.device}>
            {naming?.device === one.device ? (
              <Naming one={one} onDone={(name) => void rename(one, name)} onCancel={() => setNaming(null)} />
            ) : (
              <>
                <span className="share-person">
                  <strong className="devices-name">{nameOf(one)}</strong>
                  {one.isThis ? <Badge>{t('dev_this')}</Badge> : null}
                  <span className="share-state">{one.isThis ? '' : stateWords(standing, one.device)}</span>
                </span>
                <Menu
                  size="small"
                  label={t('dev_more', { name: nameOf(one) })}
                  items={[
                    { label: t('dev_rename'), icon: 'edit', onSelect: () => setNaming(one) },
                    ...(one.isThis
                      ? []
                      : [
                          {
                            label: t('dev_lose'),
                            icon: 'trash' as const,
                            danger: true,
                            apart: true,
                            onSelect: () => setLosing(one),
                          },
                        ]),
                  ]}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {problem}
      <LoseDevice space={space} losing={losing} onClose={() => setLosing(null)} />
    </>
  );
}

export const nameOf = ({ name }: Pick<OwnDevice, 'name'>): string => name || t('dev_nameless');

interface NamingProps {
  readonly one: OwnDevice;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

function Naming({ one, onDone, onCancel }: NamingProps) {
  const [name, setName] = useState(one.name);
  return (
    <form
      className="devices-naming"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name);
      }}
    >
      <TextField label={t('dev_name')} value={name} maxLength={80} autoFocus onChange={setName} />
      <span className="share-acts">
        <Button type="submit" size="small" variant="primary">
          {t('dev_name_save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('ui_cancel')}
        </Button>
      </span>
    </form>
  );
}

function stateWords(standing: SpaceStanding | null, device: string): string {
  if (!standing) return '';
  const here = standing.here.find((one) => one.device === device);
  if (!here) return t('share_state_away');
  const words = t(here.upToDate ? 'share_state_here' : 'share_state_catching');
  return `${words} · ${t('share_state_since', { when: momentText(here.since) })}`;
}
