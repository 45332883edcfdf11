import { Disclosure } from '@/components/ui/Disclosure';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { t } from '@/lib/platform/i18n';
import { OfferedRelays } from '../programme/OfferedRelays.tsx';
import { NostrFields } from './NostrFields.tsx';
import { RelayFields } from './RelayFields.tsx';
import { TryRelay } from './TryRelay.tsx';
import type { Way } from './use-way.ts';

export interface WayFieldsProps {
  readonly way: Way;
  /** For one's own devices, and no circle. */
  readonly isOwn?: boolean | undefined;
}

/** By a relay, and which; or by files. */
export function WayFields({ way, isOwn = false }: WayFieldsProps) {
  return (
    <>
      <RadioGroup
        label={t('way_label')}
        value={way.kind}
        options={[
          { value: 'relay', label: t('way_relay') },
          { value: 'nostr', label: t('way_nostr') },
          { value: 'file', label: t('way_file') },
        ]}
        onChange={way.setKind}
      />
      <Fields way={way} isOwn={isOwn} />
    </>
  );
}

function Fields({ way, isOwn }: { readonly way: Way; readonly isOwn: boolean }) {
  const attempt = <TryRelay read={way.read} tried={way.tried} onTried={way.setTried} />;
  switch (way.kind) {
    case 'relay':
      return (
        <>
          <p>{t(isOwn ? 'dev_way_relay' : 'share_how_lead')}</p>
          <Disclosure title={t('share_relay_guide')}>
            <ul className="agreed">
              <li>{t('share_relay_guide_1')}</li>
              <li>{t('share_relay_guide_2')}</li>
              <li>{t('share_relay_guide_3')}</li>
            </ul>
          </Disclosure>
          <OfferedRelays way={way} />
          <RelayFields value={way.relay} problem={way.problem} onChange={way.setRelay} />
          {attempt}
        </>
      );
    case 'nostr':
      return (
        <>
          <p>{t(isOwn ? 'dev_way_nostr' : 'way_nostr_lead')}</p>
          <ul className="agreed">
            <li>{t('way_nostr_slow')}</li>
            <li>{t(isOwn ? 'dev_way_nostr_keeps' : 'way_nostr_keeps')}</li>
            <li>{t('way_nostr_sees')}</li>
          </ul>
          <NostrFields value={way.relay} problem={way.problem} onChange={way.setRelay} />
          {attempt}
        </>
      );
    case 'file':
      return (
        <>
          <p>{t(isOwn ? 'dev_way_file' : 'way_file_lead')}</p>
          <p className="quiet">{t(isOwn ? 'dev_way_file_invite' : 'way_file_invite')}</p>
        </>
      );
    default:
      return way.kind satisfies never;
  }
}
