import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { More } from '@/components/contract/More';
import { besideFrom, moreFrom } from '@/components/contract/more-draft';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import type { AsideRow } from '@/lib/contract/aside';
import { editContract } from '@/lib/contract/commands';
import type { ContractRow } from '@/lib/contract/contract';
import { MAX_TEXT } from '@/lib/contract/facts';
import { besideOf, changeBeside } from '@/lib/contract/write-contract';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { useInlineForm } from './use-inline-form.ts';
import './contract-log.css';

/** Other words, another day, or what stands beside it; what it said before stays in its history. */
export function EditContract({
  contract,
  aside,
  by,
  onDone,
}: {
  readonly contract: ContractRow;
  /** What I keep beside it. */
  readonly aside: AsideRow | null;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(contract.text);
  const [first] = useState(() => moreFrom(contract.due, contract.kind, besideOf(contract, aside)));
  const [more, setMore] = useState(first);
  const [isMore, setIsMore] = useState(false);
  const isMine = by !== null && contract.memberId === by;
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const isEmpty = text.trim() === '';
  const isSame =
    text.trim() === contract.text && more.due === (contract.due ?? '') && more.kind === contract.kind;

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isEmpty) return;
    const change = { text, due: more.due || null, kind: more.kind };
    const at = clock.now();
    const drafts = [
      ...(isSame ? [] : [editContract(contract, change, by, at)]),
      ...(isMine && more !== first ? changeBeside(contract, besideFrom(more), aside, by, at) : []),
    ];
    if (drafts.length === 0 || (await record(drafts, t('log_saved_edit')))) onDone();
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
      <TextField
        className="log-due"
        type="date"
        label={t('log_edit_due')}
        value={more.due}
        onChange={(due) => setMore({ ...more, due })}
      />
      {isMine ? (
        <More
          open={isMore}
          onOpen={setIsMore}
          value={more}
          onChange={setMore}
          isMine
          isPrivate={contract.isPrivate}
          withoutDue
        />
      ) : null}
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
