import { Disclosure } from '@/components/ui/Disclosure';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { t } from '@/lib/platform/i18n';
import { RelayFields } from './RelayFields.tsx';
import { TryRelay } from './TryRelay.tsx';
import type { Way } from './use-way.ts';

/** By a relay, and which; or by files. */
export function WayFields({ way }: { readonly way: Way }) {
  return (
    <>
      <RadioGroup
        label={t('way_label')}
        value={way.kind}
        options={[
          { value: 'relay', label: t('way_relay') },
          { value: 'file', label: t('way_file') },
        ]}
        onChange={way.setKind}
      />
      {way.kind === 'relay' ? (
        <>
          <p>{t('share_how_lead')}</p>
          <Disclosure title={t('share_relay_guide')}>
            <ul className="agreed">
              <li>{t('share_relay_guide_1')}</li>
              <li>{t('share_relay_guide_2')}</li>
              <li>{t('share_relay_guide_3')}</li>
            </ul>
          </Disclosure>
          <RelayFields value={way.relay} problem={way.problem} onChange={way.setRelay} />
          <TryRelay read={way.read} tried={way.tried} onTried={way.setTried} />
        </>
      ) : (
        <>
          <p>{t('way_file_lead')}</p>
          <p className="quiet">{t('way_file_invite')}</p>
        </>
      )}
    </>
  );
}
