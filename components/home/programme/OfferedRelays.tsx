import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';
import type { OfferedRelay } from '@/lib/platform/programme';
import { draftOf, hostsOf } from '../share/relay-draft.ts';
import { type Tried, TryRelay } from '../share/TryRelay.tsx';
import type { Way } from '../share/use-way.ts';
import { useProgramme } from './use-programme.ts';
import './programme.css';

/** The programme's relays, to be tried and taken or left. Nothing is sent to one before a press. */
export function OfferedRelays({ way }: { readonly way: Way }) {
  const offers = useProgramme()?.relays ?? [];
  if (offers.length === 0) return null;
  return (
    <section className="programme-relays" aria-label={t('prog_from')}>
      <p className="programme-title">{t('prog_from')}</p>
      <p className="quiet">{t('prog_relays_words')}</p>
      {offers.map((offer) => (
        <Offer key={offer.id} offer={offer} way={way} />
      ))}
    </section>
  );
}

function Offer({ offer, way }: { readonly offer: OfferedRelay; readonly way: Way }) {
  const [tried, setTried] = useState<Tried>({ at: 'not' });
  const { name, relays } = offer;
  const hosts = hostsOf(relays);
  return (
    <section aria-label={name} className="programme-relay">
      <p>
        <strong>{name}</strong>
        {hosts === name ? null : <span className="quiet"> · {hosts}</span>}
      </p>
      <div className="programme-acts">
        <Button
          onClick={() => {
            way.setRelay(draftOf(relays));
            // What was found out about it is true of it there too.
            way.setTried(tried);
          }}
        >
          {t('prog_relay_take')}
        </Button>
        <TryRelay read={() => relays} tried={tried} onTried={setTried} />
      </div>
    </section>
  );
}
