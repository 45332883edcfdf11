import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { renameMember } from '@/lib/circle/edit';
import type { MemberRow } from '@/lib/circle/member';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { isTaken } from './is-taken.ts';
import type { CircleView } from './use-circles.ts';

/** Another name or address for a member. What was written under the old one stays theirs. */
export function EditMember({
  view,
  member,
  onDone,
}: {
  readonly view: CircleView;
  readonly member: MemberRow;
  readonly onDone: () => void;
}) {
  const { circle, members, me } = view;
  const [name, setName] = useState(member.name);
  const [email, setEmail] = useState(member.email);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const wrong =
    name.trim() === ''
      ? t('circles_member_name_problem')
      : isTaken(members, name, member.id)
        ? t('circles_member_twice')
        : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    if (name.trim() === member.name && email.trim() === member.email) return onDone();
    const replaces = await factsOfKind(database(), circle.id, member.id, ['member.renamed']);
    const draft = renameMember(circle.id, me?.id ?? null, { id: member.id, name, email }, replaces);
    if (await record([draft], t('circles_member_renamed', { name: name.trim() }))) onDone();
  };
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave} noValidate>
      <TextField
        autoFocus
        label={t('circles_member_name')}
        maxLength={200}
        value={name}
        onChange={setName}
        problem={wrong}
      />
      <TextField
        label={t('circles_member_email')}
        hint={t('circles_member_email_hint')}
        type="email"
        maxLength={320}
        value={email}
        onChange={setEmail}
      />
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('circles_save')}
        </Button>
        <Button onClick={onDone}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}
