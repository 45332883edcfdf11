import { memo } from 'react';
import { type Recorder, useRecord } from '@/components/card/use-record';
import { useSavedOnLeaving } from '@/components/card/use-saved-on-leaving';
import { Disclosure } from '@/components/ui/Disclosure';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { useTyped } from '@/components/ui/use-typed';
import type { Draft } from '@/lib/fact/fact';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { noteSpeed, setSpeedMe } from '@/lib/speed/commands';
import type { SpeedEvent } from '@/lib/speed/event';
import { whoMetWhom } from '@/lib/speed/history';

/** Longer ones would not be read again. */
const LONGEST = 20_000;

export interface NotesProps {
  readonly event: SpeedEvent;
  /** UTC ms; once a part is enough. */
  readonly now: number;
  readonly startsOpen?: boolean | undefined;
}

/** Whom I met and what we planned: for my eyes alone, and never on the large screen. */
export const Notes = memo(function Notes({ event, now, startsOpen = false }: NotesProps) {
  const { record, problem } = useRecord();
  const met = event.me === null ? [] : (whoMetWhom(event, now).get(event.me) ?? []);
  const ids = [...new Set([...met.flatMap((one) => one.with), ...event.notes.keys()])].filter(
    (id) => id !== '',
  );
  const people = ids.flatMap((id) => event.people.find((one) => one.id === id) ?? []);
  return (
    <Disclosure title={t('speed_notes')} startsOpen={startsOpen}>
      <div className="speed-notes">
        <p className="quiet">{t('speed_notes_words')}</p>
        <Select
          label={t('speed_me')}
          value={event.me ?? ''}
          options={[
            { value: '', label: t('speed_me_none') },
            ...event.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => void record([setSpeedMe(event, id === '' ? null : id)])}
        />
        {people.map(({ id, name }) => (
          <Note
            key={id}
            label={t('speed_note_of', { name })}
            stored={event.notes.get(id) ?? ''}
            draftOf={(text) => noteSpeed(event, id, text, clock.now())}
            record={record}
          />
        ))}
        <Note
          label={t('speed_note_event')}
          stored={event.notes.get('') ?? ''}
          draftOf={(text) => noteSpeed(event, null, text, clock.now())}
          record={record}
        />
        {problem}
      </div>
    </Disclosure>
  );
});

interface NoteProps {
  readonly label: string;
  readonly stored: string;
  readonly draftOf: (text: string) => Draft;
  readonly record: Recorder['record'];
}

/** Kept at a pause, when one leaves the field, and when the page is closed; and it says so. */
function Note({ label, stored, draftOf, record }: NoteProps) {
  const [text, setText] = useTyped(stored);
  const drafts = () => (text.trim() === stored ? [] : [draftOf(text)]);
  const leave = useSavedOnLeaving({ text: text.trim(), drafts, record, atPause: true });
  return (
    <TextArea
      label={label}
      rows={2}
      maxLength={LONGEST}
      hint={stored !== '' && text.trim() === stored ? t('speed_note_kept') : undefined}
      value={text}
      onChange={setText}
      onBlur={() => {
        // As it is stored: without the blanks around it.
        setText(text.trim());
        leave();
      }}
      onSubmit={leave}
    />
  );
}
