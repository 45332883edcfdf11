import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { editContract } from '@/lib/contract/commands';
import type { ContractRow } from '@/lib/contract/contract';
import { MAX_TEXT } from '@/lib/contract/facts';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { useInlineForm } from './use-inline-form.ts';
import './contract-log.css';

/** Other words, or another day; what it said before stays in its history. */
export function EditContract({
  contract,
  by,
  onDone,
}: {
  readonly contract: ContractRow;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(contract.text);
  const [due, setDue] = useState(contract.due ?? '');
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const isEmpty = text.trim() === '';
  const isSame = text.trim() === contract.text && due === (contract.due ?? '');

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isEmpty) return;
    const change = { text, due: due || null };
    if (isSame || (await record([editContract(contract, change, by, clock.now())], t('log_saved_edit'))))
      onDone();
  };

  return (
    <form className="log-form" onSubmit={save} onKeyDown={leave}>
      <TextArea
        autoFocus
        label={t('log_edit_words')}
        maxLength={MAX_TEXT}
        value={text}
        onChange={setText}
        problem={isEmpty ? t('log_edit_problem') : undefined}
        onSubmit={save}
        enterSubmits
      />
      <TextField className="log-due" type="date" label={t('log_edit_due')} value={due} onChange={setDue} />
      {problem}
      <div className="log-form-actions">
        <Button type="submit" variant="primary" size="small">
          {t('log_save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('ui_cancel')}
        </Button>
      </div>
    </form>
  );
}
