import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { TextArea } from '@/components/ui/TextArea';
import { useToast } from '@/components/ui/ToastProvider';
import { ME } from '@/lib/fact/fact';
import { type NoteRow, noteEntity } from '@/lib/me/me';
import { writeNote } from '@/lib/me/write-note';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';
import { useInlineForm } from '../contracts/use-inline-form.ts';

const LONGEST = 20_000;

/** A note of a meeting for one's own eyes. Emptied it shows no more and can be had back; erased, its words are gone. */
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
  const [erasing, setErasing] = useState(false);
  const toast = useToast();
  const erase = async () => {
    setErasing(false);
    if (!(await record(await erasureOf(database(), ME, noteEntity(meeting.id), null)))) return;
    toast({ text: t('circles_note_erased') });
    onDone();
  };
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === (note?.text ?? '')) return onDone();
    const draft = writeNote(meeting, text, note ?? null, clock.now());
    if (await record([draft], t('circles_note_saved'))) onDone();
  };
  return (
    <>
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
          {note ? (
            <Button variant="plain" onClick={() => setErasing(true)}>
              {t('circles_note_erase')}
            </Button>
          ) : null}
        </div>
      </form>
      <ConfirmDialog
        open={erasing}
        danger
        title={t('circles_note_erase_title')}
        confirm={t('circles_note_erase')}
        onConfirm={() => void erase()}
        onCancel={() => setErasing(false)}
      >
        <p>{t('circles_note_erase_words')}</p>
      </ConfirmDialog>
    </>
  );
}
