import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { TextField } from '@/components/ui/TextField';
import { carryCircle } from '@/lib/me/own-devices';
import { t } from '@/lib/platform/i18n';
import type { Relay } from '@/lib/share/invite/invitation';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { foundOwn } from '@/lib/store/own-space';
import { relaysOf, sharedHere } from '@/lib/store/space-settings';
import { useWay, wayOf } from '../share/use-way.ts';
import { WayFields } from '../share/WayFields.tsx';
import { deviceName } from './device-name.ts';
import { useUnshared } from './use-devices.ts';

export interface BeginDevicesProps {
  readonly onBegun: (space: string) => void;
  readonly onClose: () => void;
}

/** Before the first further device: what the devices will have alike, and where they meet. */
export function BeginDevices(props: BeginDevicesProps) {
  const relays = useLiveQuery(firstRelays, []);
  return (
    <Dialog open title={t('dev_begin_title')} onClose={props.onClose}>
      {relays ? <Form relays={relays} {...props} /> : null}
    </Dialog>
  );
}

/** Where a circle of mine meets already, my devices can too. */
async function firstRelays(): Promise<readonly Relay[]> {
  const db = database();
  for (const space of await sharedHere(db)) {
    const relays = await relaysOf(db, space);
    if (relays.length > 0) return relays;
  }
  return [];
}

function Form({ relays, onBegun }: BeginDevicesProps & { readonly relays: readonly Relay[] }) {
  const [name, setName] = useState(deviceName);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const way = useWay(relays, relays.length > 0 ? wayOf(relays) : 'relay');
  const unshared = useUnshared();
  const tick = (id: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const chosen = await way.allowed();
    if (!chosen) return setBusy(false);
    try {
      const db = database();
      const space = await foundOwn(db, chosen, name.trim() || deviceName());
      const ticked = (unshared ?? []).filter(({ id }) => !left.has(id));
      await append(
        db,
        ticked.map(({ id }) => carryCircle(space, id, true, [])),
      );
      onBegun(space);
    } catch (error) {
      console.error('Further devices could not be begun', error);
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <form className="share-steps" onSubmit={submit} noValidate>
      <p>{t('dev_begin_lead')}</p>
      <TextField label={t('dev_name_here')} value={name} maxLength={80} onChange={setName} />
      <div className="share-ticks">
        <Checkbox checked disabled onChange={() => undefined}>
          {t('dev_always')}
        </Checkbox>
        {unshared?.map(({ id, name: circle }) => (
          <Checkbox key={id} checked={!left.has(id)} onChange={(on) => tick(id, on)}>
            {t('dev_also', { circle })}
          </Checkbox>
        ))}
      </div>
      <p className="share-never">
        <Icon name="lock" />
        <span>{t('dev_stays')}</span>
      </p>
      <WayFields way={way} isOwn />
      {failed ? (
        <Notice kind="problem" title={t('dev_begin_failed')} kept={t('dev_begin_failed_kept')} />
      ) : null}
      <div className="dialog-actions">
        <Button type="submit" variant="primary" once busy={busy}>
          {t('dev_begin_go')}
        </Button>
      </div>
    </form>
  );
}
