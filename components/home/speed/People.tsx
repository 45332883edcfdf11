import { type FormEvent, memo, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/ToastProvider';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { setPresence } from '@/lib/speed/commands';
import type { SpeedEvent, SpeedPerson } from '@/lib/speed/event';
import type { SpeedHistory } from '@/lib/speed/history';
import { MAX_PEOPLE, nameKey, ownName } from '@/lib/speed/name-list';

export interface PeopleProps {
  readonly event: SpeedEvent;
  readonly history: SpeedHistory;
}

const RUNNING = {
  name: 'speed_late_name',
  arrived: 'speed_arrived',
  left: 'speed_left',
  leftName: 'speed_left_name',
  back: 'speed_back',
  backName: 'speed_back_name',
  came: 'speed_came',
  went: 'speed_went',
} as const;

const BEFORE = {
  name: 'speed_add_name',
  arrived: 'speed_add',
  left: 'speed_out',
  leftName: 'speed_out_name',
  back: 'speed_in',
  backName: 'speed_in_name',
  came: 'speed_added',
  went: 'speed_crossed',
} as const;

/** Who is here; drawn anew only when that changes. A late-comer joins and a leaver goes with the next round; the pairs to come follow. */
export const People = memo(function People({ event, history }: PeopleProps) {
  const { record, problem } = useRecord();
  const toast = useToast();
  const [name, setName] = useState('');
  const words = event.course ? RUNNING : BEFORE;
  const here = event.people.filter((one) => one.isHere).length;
  // Said without an Undo, which a moment later would also take back pairs that have sat together: the other button does it.
  const set = async (person: Pick<SpeedPerson, 'id' | 'name'>, isHere: boolean) => {
    const { id, name: called } = person;
    const done = await record(setPresence(event, history, { id, name: called }, isHere, clock.now()));
    if (done) toast({ text: t(isHere ? words.came : words.went, { name: called }) });
    return done;
  };
  const arrive = useOneAtATime(async (_submitted: FormEvent) => {
    const called = name.trim().replaceAll(/\s+/gu, ' ');
    if (called === '' || here >= MAX_PEOPLE) return;
    // Somebody who had left, or was crossed off, comes back as the same person.
    const back = event.people.find((one) => !one.isHere && nameKey(one.name) === nameKey(called));
    const taken = new Set(event.people.map((one) => nameKey(one.name)));
    if (await set(back ?? { id: newId(), name: ownName(called, taken) }, true)) setName('');
  });
  return (
    <Section title={t('speed_here')} aside={tn('speed_n_people', here)}>
      <form className="speed-line" onSubmit={arrive}>
        <TextField
          label={t(words.name)}
          maxLength={80}
          value={name}
          onChange={setName}
          hint={here >= MAX_PEOPLE ? t('speed_full', { most: MAX_PEOPLE }) : undefined}
        />
        <Button type="submit">{t(words.arrived)}</Button>
      </form>
      {problem}
      <ul className="plain-list speed-people" aria-label={t('speed_here')}>
        {event.people.map((person) => (
          <li key={person.id} data-gone={person.isHere ? undefined : ''}>
            <span className="speed-person">
              {person.isHere ? person.name : t('speed_gone', { name: person.name })}
            </span>
            <Button
              size="small"
              variant="plain"
              disabled={person.isHere && here <= 2}
              aria-label={t(person.isHere ? words.leftName : words.backName, { name: person.name })}
              onClick={() => void set(person, !person.isHere)}
            >
              {t(person.isHere ? words.left : words.back)}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
});
