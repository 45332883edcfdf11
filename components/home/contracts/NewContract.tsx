import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { EnoughOpen } from '@/components/contract/EnoughOpen';
import { More } from '@/components/contract/More';
import { besideFrom } from '@/components/contract/more-draft';
import { Suggestions } from '@/components/contract/Suggestions';
import { type ContractDraft, useContractDraft } from '@/components/contract/use-contract-draft';
import { useOpenCount } from '@/components/contract/use-open-count';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useGuard } from '@/components/ui/use-guard';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { MAX_TEXT } from '@/lib/contract/facts';
import { writeContract } from '@/lib/contract/write-contract';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import type { CircleView } from '../circles/use-circles.ts';
import './contract-log.css';

export interface NewContractProps {
  /** Circles in which I know who I am; at least one. */
  readonly circles: readonly CircleView[];
  /** The one that is chosen at first, where it is among them and nothing was written for another. Default: the first. */
  readonly startCircle?: string | undefined;
  /** Another one was chosen. */
  readonly onCircle?: ((circleId: string) => void) | undefined;
  /** Puts the cursor into the text at once. */
  readonly autoFocus?: boolean | undefined;
  /** What stands in it at first: it was begun before. */
  readonly start?: UnsentContract | undefined;
  /** Hears of each change of what stands in it; of null where nothing does. */
  readonly onUnsent?: ((unsent: UnsentContract | null) => void) | undefined;
  /** The goal of mine that it serves. */
  readonly goalId?: string | undefined;
  /** Offers a day until which it holds. */
  readonly withDue?: boolean | undefined;
}

/** A contract that is being written, as it can be gone on with. */
export interface UnsentContract {
  /** The circle it is for; null: the one that is chosen at first. */
  readonly circleId: string | null;
  readonly onlyMe: boolean;
  readonly draft: Partial<ContractDraft>;
}

interface Saved {
  readonly words: string;
  readonly undo: () => Promise<void>;
}

/** Writes a contract of mine: Enter saves, and the line below says so and offers Undo. */
export function NewContract(props: NewContractProps) {
  const { circles, startCircle, onCircle, autoFocus, start, onUnsent, goalId = '', withDue } = props;
  const { draft, set, isMore, setIsMore, next } = useContractDraft(start?.draft, goalId);
  const { text, more } = draft;
  // Settled once: what is written for one circle must not go to another because the list of them changed meanwhile.
  const [circleId, setCircleId] = useState(
    () => start?.circleId ?? (circleIn(circles, startCircle) ?? circles[0])?.circle.id,
  );
  const chosen = circleIn(circles, circleId);
  const [onlyMe, setOnlyMe] = useState(start?.onlyMe ?? false);
  const { guard, refusal } = useGuard(onlyMe ? 'show' : null);
  const [isEmpty, setIsEmpty] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const { record, problem } = useRecord();
  const form = useRef<HTMLFormElement>(null);
  const open = useOpenCount(chosen?.circle.id, chosen?.me?.id);
  // Whoever began to type goes on at the end.
  useLayoutEffect(() => {
    const field = form.current?.querySelector('textarea');
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  useEffect(() => {
    const isBegun = draft.text.trim() !== '' || draft.waiting.length > 0;
    onUnsent?.(isBegun ? { circleId: circleId ?? null, onlyMe, draft } : null);
  }, [onUnsent, draft, circleId, onlyMe]);
  const toText = () => form.current?.querySelector('textarea')?.focus();
  const choose = (id: string) => {
    setCircleId(id);
    onCircle?.(id);
  };

  const add = useOneAtATime(async (_event?: FormEvent) => {
    if (!chosen?.me) return form.current?.querySelector('select')?.focus();
    setIsEmpty(text.trim() === '');
    if (text.trim() === '') return toText();
    const { circle, me } = chosen;
    const contract = {
      id: newId(),
      circleId: circle.id,
      memberId: me.id,
      meetingId: null,
      text,
      isPrivate: onlyMe,
      due: more.due || null,
      kind: more.kind,
    };
    const done = await record(writeContract(contract, besideFrom(more), me.id, clock.now()));
    if (!done) return;
    const words = onlyMe ? t('log_added_private') : t('log_added', { circle: circle.name });
    setSaved({ words, undo: done.undo });
    next();
    toText();
  });

  const undo = async () => {
    await saved?.undo();
    setSaved(null);
    toText();
  };

  return (
    <form ref={form} className="new-contract" onSubmit={add}>
      {circles.length > 1 || !chosen ? (
        <Select
          label={t('log_circle')}
          value={chosen?.circle.id ?? ''}
          onChange={choose}
          options={[
            ...(chosen ? [] : [{ value: '', label: t('formats_use_which') }]),
            ...circles.map(({ circle }) => ({ value: circle.id, label: circle.name })),
          ]}
          problem={chosen ? undefined : t('log_circle_gone')}
        />
      ) : null}
      <TextArea
        label={t('log_new')}
        placeholder={t('log_new_hint')}
        autoFocus={autoFocus}
        rows={2}
        maxLength={MAX_TEXT}
        value={text}
        onChange={(words) => {
          set({ text: words });
          setIsEmpty(false);
        }}
        problem={isEmpty ? t('log_add_problem') : undefined}
        onSubmit={add}
        enterSubmits
      />
      <div className="new-contract-row">
        <Checkbox guard={guard} checked={onlyMe} onChange={setOnlyMe}>
          {t('log_only_me')}
        </Checkbox>
        {withDue ? (
          <TextField
            className="log-due"
            type="date"
            label={t('log_due')}
            value={more.due}
            onChange={(due) => set({ more: { ...more, due } })}
          />
        ) : null}
        <Button type="submit" variant="primary" className="new-contract-add">
          {t('log_add')}
        </Button>
      </div>
      {refusal}
      <Suggestions draft={draft} set={set} withDue={withDue} withKnow />
      {text.trim() === '' ? null : <EnoughOpen open={open} />}
      <More
        open={isMore}
        onOpen={setIsMore}
        value={more}
        onChange={(changed) => set({ more: changed })}
        isMine
        withHints
        isPrivate={onlyMe}
        withoutDue={withDue}
      />
      {problem}
      <div className="new-contract-saved">
        <span role="status">{saved?.words}</span>
        {saved ? (
          <Button size="small" variant="plain" icon="undo" onClick={() => void undo()}>
            {t('circles_undo')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

const circleIn = (circles: readonly CircleView[], id: string | undefined): CircleView | undefined =>
  circles.find(({ circle }) => circle.id === id);
