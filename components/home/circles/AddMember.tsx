import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { addMember } from '@/lib/circle/commands';
import { nextSeat } from '@/lib/circle/member';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { dayOf } from './dates.ts';
import { isTaken } from './is-taken.ts';
import type { CircleView } from './use-circles.ts';

/** Somebody joins: Enter adds them and waits for the next name. */
export function AddMember({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { circle, members, me } = view;
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<'circles_member_name_problem' | 'circles_member_twice'>();
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const add = useOneAtATime(async (_event: FormEvent) => {
    const called = name.trim();
    if (called === '') return setWrong('circles_member_name_problem');
    if (isTaken(members, called)) return setWrong('circles_member_twice');
    const member = { id: newId(), name: called, email: '', guide: null };
    const on = dayOf(clock.now()).toString();
    const draft = addMember(circle.id, me?.id ?? null, member, nextSeat(members), on);
    if (await record([draft], t('circles_member_added', { name: called }))) setName('');
  });
  return (
    <form className="one-line" onSubmit={add} onKeyDown={leave}>
      <TextField
        autoFocus
        label={t('circles_member_new')}
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(next) => {
          setName(next);
          setWrong(undefined);
        }}
        problem={wrong && t(wrong)}
      />
      <Button type="submit" variant="primary">
        {t('circles_member_add')}
      </Button>
      <Button onClick={onDone}>{t('circles_done')}</Button>
      {problem}
    </form>
  );
}
