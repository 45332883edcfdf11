import { useLiveQuery } from 'dexie-react-hooks';
import { myDraft } from '@/lib/fact/draft';
import { noteEntity } from '@/lib/me/me';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { useSavedOnLeaving } from '../card/use-saved-on-leaving.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { useStage } from './stage.ts';

/** A private note of this meeting: in one's own log, saved at a pause and when one leaves it. `open`: it is time to write. */
export function Note({ open = false }: { readonly open?: boolean }) {
  const { acting } = useStage();
  const { meetingId } = acting.slot;
  const note = useLiveQuery(async () => (await database().notes.get(meetingId)) ?? null, [meetingId]);
  // For a moment a live query still holds the note of the meeting before.
  if (note === undefined || (note && note.id !== meetingId)) return null;
  return (
    <Disclosure key={meetingId} title={t('sidebar_note')} startsOpen={open || note !== null}>
      <NoteField saved={note?.text ?? ''} setBy={note?.setBy ?? []} />
    </Disclosure>
  );
}

function NoteField({ saved, setBy }: { readonly saved: string; readonly setBy: readonly string[] }) {
  const { acting, record } = useStage();
  const [text, setText] = useTyped(saved);
  const { circleId, meetingId } = acting.slot;
  const drafts = () => {
    const body = { circle: circleId, meeting: meetingId, text, at: clock.now(), replaces: [...setBy] };
    return text === saved ? [] : [myDraft(noteEntity(meetingId), 'note.written', body)];
  };
  const leave = useSavedOnLeaving({ text, drafts, record, atPause: true });
  return (
    <TextArea
      label={t('sidebar_note_label')}
      hint={t('sidebar_note_hint')}
      value={text}
      maxLength={20_000}
      rows={3}
      onChange={setText}
      onBlur={leave}
      onSubmit={leave}
    />
  );
}
