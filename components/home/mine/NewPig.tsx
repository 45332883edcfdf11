import { type FormEvent, useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { useFieldAgain } from '@/components/ui/use-field-again';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { MAX_PIG, writePig } from '@/lib/me/pig';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';

/** Writes a pig down; the answer is asked for beside it then. */
export function NewPig({ record }: { readonly record: Recorder['record'] }) {
  const [text, setText] = useState('');
  const { form, again } = useFieldAgain();
  const save = useOneAtATime(async (_event?: FormEvent) => {
    if (text.trim() === '') return;
    if (await record([writePig(newId(), text, clock.now())], t('mine_pig_said'))) setText('');
    again();
  });
  return (
    <form ref={form} className="new-pig" onSubmit={save}>
      <TextArea
        label={t('mine_pig_new')}
        placeholder={t('mine_pig_hint')}
        value={text}
        maxLength={MAX_PIG}
        onChange={setText}
        enterSubmits
        onSubmit={() => void save()}
      />
      <Button type="submit" variant="primary" disabled={text.trim() === ''}>
        {t('mine_pig_write')}
      </Button>
    </form>
  );
}
