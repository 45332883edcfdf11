import { type FormEvent, useState } from 'react';
import { useFieldAgain } from '@/components/ui/use-field-again';
import { MAX_PIG } from '@/lib/me/pig';
import { noteStroke } from '@/lib/me/stroke';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { useUnsent } from '../ui/use-unsent.ts';
import { useStage } from './stage.ts';

/** A stroke one heard and wants to keep, for oneself alone. */
export function KeepStroke() {
  const { acting, record } = useStage();
  const { circleId, meetingId } = acting.slot;
  const [words, setWords] = useUnsent(`stroke ${meetingId}`);
  const text = words ?? '';
  const [isBegun] = useState(text !== '');
  const { form, again } = useFieldAgain();
  const save = useOneAtATime(async (_event: FormEvent) => {
    if (text.trim() === '') return;
    const draft = noteStroke({ id: newId(), circleId, meetingId, text }, clock.now());
    if (await record([draft], t('strokes_kept'))) setWords(null);
    again();
  });
  return (
    <Disclosure title={t('strokes_keep')} startsOpen={isBegun}>
      <form ref={form} className="parking-new" onSubmit={save}>
        <TextField
          label={t('strokes_keep_label')}
          hint={t('strokes_keep_hint')}
          maxLength={MAX_PIG}
          value={text}
          onChange={setWords}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('strokes_keep_do')}
        </Button>
      </form>
    </Disclosure>
  );
}
