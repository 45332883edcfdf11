import { useEffect, useState } from 'react';
import { type Recorder, useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { after, type DueTie } from '@/lib/network/due';
import { markContact, putOff } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { REMINDERS, readSetting, writeSetting } from '@/lib/platform/settings';
import { routeTo } from '../route.ts';
import { contactWords, rhythmWords } from './tie-words.ts';
import type { Network } from './use-network.ts';

/** So many stand there at once: it is an invitation, not a backlog. */
const AT_ONCE = 3;
/** So long may a word wait when it does not suit. */
const WAIT = { every: 2, unit: 'weeks' } as const;

/** Whom it may be time to write to; calm, and nobody is late. */
export function TimeForAWord({
  due,
  network,
}: {
  readonly due: readonly DueTie[];
  readonly network: Network;
}) {
  const { record, problem } = useRecord();
  const hasRhythm = network.ties.some((tie) => tie.rhythm);
  if (due.length === 0 && !hasRhythm) return problem;
  const line = (one: DueTie) => (
    <li key={one.tie.id}>
      <DueLine one={one} today={network.today} record={record} />
    </li>
  );
  return (
    <Section title={t('network_due')}>
      {due.length === 0 ? <p className="network-words">{t('network_due_none')}</p> : null}
      <ul className="plain-list due" aria-label={t('network_due')} hidden={due.length === 0}>
        {due.slice(0, AT_ONCE).map(line)}
      </ul>
      {due.length > AT_ONCE ? (
        <Disclosure title={tn('network_due_more', due.length - AT_ONCE)}>
          <ul className="plain-list due">{due.slice(AT_ONCE).map(line)}</ul>
        </Disclosure>
      ) : null}
      {hasRhythm ? <RemindMe /> : null}
      {problem}
    </Section>
  );
}

function DueLine({
  one: { tie, due },
  today,
  record,
}: {
  readonly one: DueTie;
  /** ISO date. */
  readonly today: string;
  readonly record: Recorder['record'];
}) {
  const { name } = tie;
  const contacted = () =>
    void record([markContact(tie.id, today, clock.now())], t('network_contacted_said', { name }));
  const later = () =>
    void record(
      [putOff(tie, countedDue(tie, due), after(today, WAIT), clock.now())],
      t('network_later_said', { name }),
    );
  return (
    <div className="due-tie">
      <p className="guest-who">
        <a href={routeTo('network', tie.id)}>{name}</a>
        <span className="quiet">
          {[contactWords(tie, today), ...(tie.rhythm ? [rhythmWords(tie.rhythm)] : [])].join(' · ')}
        </span>
      </p>
      <div className="edit-actions">
        <a
          className="button button-quiet button-small"
          href={routeTo('network', tie.id)}
          aria-label={t('network_write_to', { name })}
        >
          {t('network_write')}
        </a>
        <Button size="small" aria-label={t('network_contacted_named', { name })} onClick={contacted}>
          {t('network_contacted')}
        </Button>
        <Button size="small" variant="plain" aria-label={t('network_later_named', { name })} onClick={later}>
          {t('network_later')}
        </Button>
      </div>
    </div>
  );
}

/** What was put off before is put off again by the day it was first due on. */
const countedDue = ({ putOff: before }: DueTie['tie'], due: string): string =>
  before?.until === due ? before.due : due;

/** The one switch of reminders that fits here; the others are in the settings. */
function RemindMe() {
  const [on, setOn] = useState<boolean>();
  useEffect(() => void readSetting('reminders', REMINDERS).then(({ ties }) => setOn(ties)), []);
  if (on === undefined) return null;
  const change = async (ties: boolean) => {
    setOn(ties);
    await writeSetting('reminders', { ...(await readSetting('reminders', REMINDERS)), ties });
  };
  return (
    <div className="remind-me">
      <Checkbox checked={on} aria-describedby="remind-ties" onChange={(ties) => void change(ties)}>
        {t('network_remind')}
      </Checkbox>
      <p className="quiet remind-hint" id="remind-ties">
        {t('remind_ties_hint')}
      </p>
    </div>
  );
}
