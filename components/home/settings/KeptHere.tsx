import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { askToKeep, type Keeping, keeping } from '@/lib/platform/persist';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { bytesText } from '../bytes-text.ts';

/** How safe the data is from the browser itself, and how much room it takes. */
export function KeptHere() {
  const [now, setNow] = useState<Keeping | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void keeping().then(setNow);
  }, []);
  if (!now) return null;
  const ask = async () => {
    setRefused(!(await askToKeep()));
    setNow(await keeping());
  };
  return (
    <div className="settings-part">
      <p className="settings-state">
        <Icon name={now.promised ? 'check' : 'circle-dashed'} />
        <span>{t(now.promised ? 'set_promised' : 'set_not_promised')}</span>
      </p>
      {now.promised ? null : (
        <div className="settings-actions">
          <Button onClick={() => void ask()}>{t('set_ask_keep')}</Button>
        </div>
      )}
      <p role="status" className="settings-hint">
        {refused ? t('set_keep_refused') : null}
      </p>
      {now.bytes === null ? null : (
        <p className="settings-hint">{t('set_room', { size: bytesText(now.bytes) })}</p>
      )}
    </div>
  );
}
