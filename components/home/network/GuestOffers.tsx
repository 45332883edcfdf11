import { useLiveQuery } from 'dexie-react-hooks';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { type Invited, passGuest } from '@/lib/network/guests';
import type { TieRow } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { database } from '@/lib/store/database';
import { guestsToOffer } from '@/lib/store/network';
import { dateWords, dayOf } from '../circles/dates.ts';
import { newTie } from './new-tie.ts';

/** Guests of past meetings, one by one: taken in by a press, or not asked about again. Until then nothing is kept. */
export function GuestOffers({
  record,
  ties,
}: {
  readonly record: Recorder['record'];
  readonly ties: readonly TieRow[];
}) {
  const offers = useLiveQuery(() => guestsToOffer(database(), clock.now()), [ties]);
  const add = useOneAtATime(({ name, email }: Invited) =>
    record([newTie({ name, email })], t('tie_kept_said', { name })),
  );
  const pass = useOneAtATime((guest: Invited) =>
    record([passGuest(newId(), guest, newId(), clock.now())], t('network_guest_passed')),
  );
  const guest = offers?.[0];
  if (!offers || !guest) return null;
  const { name, email } = guest;
  const date = dateWords(dayOf(guest.last), clock.now());
  return (
    <Section
      title={t('network_guests')}
      aside={offers.length > 1 ? tn('network_guests_more', offers.length - 1) : undefined}
    >
      <p className="network-words">{t('network_guests_words')}</p>
      <fieldset className="guest" aria-label={name}>
        <p className="guest-who">
          <strong>{name}</strong>
          {email ? <span className="quiet">{email}</span> : null}
          <span className="quiet">{t('network_guest_was', { meeting: guest.title, date })}</span>
        </p>
        <div className="edit-actions">
          <Button
            aria-label={t('network_guest_add_named', { name })}
            icon="plus"
            onClick={() => void add(guest)}
          >
            {t('network_guest_add')}
          </Button>
          <Button
            variant="plain"
            aria-label={t('network_guest_not_named', { name })}
            onClick={() => void pass(guest)}
          >
            {t('network_guest_not')}
          </Button>
        </div>
      </fieldset>
    </Section>
  );
}
