import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { MAX_TIE_NAME, TIE_CATEGORIES, type TieCategory } from '@/lib/network/facts';
import { t } from '@/lib/platform/i18n';
import { newTie } from './new-tie.ts';
import { categoryWords } from './tie-words.ts';

/** Somebody new by name and where one knows them from; the rest is said on their own page, or never. */
export function AddTie({
  record,
  onClose,
}: {
  readonly record: Recorder['record'];
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [category, setCategory] = useState<TieCategory | ''>('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const add = useOneAtATime(async (_event: FormEvent) => {
    if (name.trim() === '') return;
    const draft = newTie({ name, category: category === '' ? null : category });
    if (await record([draft], t('tie_kept_said', { name: name.trim() }))) setName('');
    form.current?.querySelector('input')?.focus();
  });
  return (
    <form ref={form} className="edit-box" aria-label={t('network_add')} onSubmit={add}>
      <div className="tie-selects">
        <TextField label={t('network_name')} value={name} maxLength={MAX_TIE_NAME} onChange={setName} />
        <Select<TieCategory | ''>
          label={t('network_category')}
          value={category}
          options={[
            { value: '', label: t('tie_unsaid') },
            ...TIE_CATEGORIES.map((one) => ({ value: one, label: categoryWords(one) })),
          ]}
          onChange={setCategory}
        />
      </div>
      <div className="edit-actions">
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('network_add_do')}
        </Button>
        <Button variant="plain" onClick={onClose}>
          {t('ui_close')}
        </Button>
      </div>
    </form>
  );
}
