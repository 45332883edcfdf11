import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { dueOf } from '@/lib/network/due';
import { forgetContact, markContact, type TieRow } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateWords } from '../circles/dates.ts';
import { RhythmFields } from './RhythmFields.tsx';
import { contactWords } from './tie-words.ts';
import type { Network } from './use-network.ts';

/** When we were in touch, and how often I want to be. */
export function InTouch({ tie, network }: { readonly tie: TieRow; readonly network: Network }) {
  const { record, problem } = useRecord();
  const { today, now } = network;
  const [on, setOn] = useState(today);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on) && on <= today;
  const mark = () =>
    void record([markContact(tie.id, on, clock.now())], t('network_contacted_said', { name: tie.name }));
  const due = dueOf(tie);
  const words = (day: string) => dateWords(Temporal.PlainDate.from(day), now);
  return (
    <Section title={t('network_in_touch')} aside={contactWords(tie, today)}>
      <div className="one-line contact-line">
        <TextField label={t('network_contact_day')} type="date" max={today} value={on} onChange={setOn} />
        <Button icon="check" disabled={!isDay} onClick={mark}>
          {t('network_contacted')}
        </Button>
      </div>
      <RhythmFields tie={tie} today={today} record={record} />
      {due?.why === 'rhythm' ? (
        <p className="quiet" role="status">
          {due.due <= today ? t('network_due_now') : t('network_due_on', { date: words(due.due) })}
        </p>
      ) : null}
      {tie.contacts.length > 0 ? (
        <Disclosure title={t('network_contacts')}>
          <ul className="plain-list contacts">
            {tie.contacts.map((contact) => (
              <li key={contact.on}>
                {words(contact.on)}
                <IconButton
                  icon="close"
                  size="small"
                  label={t('network_contact_forget', { date: words(contact.on) })}
                  onClick={() =>
                    void record([forgetContact(tie.id, contact)], t('network_contact_forgotten'))
                  }
                />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {problem}
    </Section>
  );
}
