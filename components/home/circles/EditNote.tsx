import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import type { NoteRow } from '@/lib/me/me';
import { writeNote } from '@/lib/me/write-note';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { useInlineForm } from '../contracts/use-inline-form.ts';

const LONGEST = 20_000;

/** A note of a meeting for one's own eyes; emptied, it is gone. */
export function EditNote({
  meeting,
  note,
  onDone,
}: {
  readonly meeting: { readonly id: string; readonly circleId: string };
  readonly note: NoteRow | undefined;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(note?.text ?? '');
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === (note?.text ?? '')) return onDone();
    const draft = writeNote(meeting, text, note ?? null, clock.now());
    if (await record([draft], t('circles_note_saved'))) onDone();
  };
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave}>
      <TextArea
        autoFocus
        rows={3}
        label={t('circles_note')}
        hint={t('circles_note_hint')}
        maxLength={LONGEST}
        value={text}
        onChange={setText}
        onSubmit={save}
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
