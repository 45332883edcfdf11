import { useState } from 'react';
import { flushSync } from 'react-dom';
import { isNoMore, type MoreDraft, NO_MORE } from './more-draft.ts';

/** A contract that is being written. */
export interface ContractDraft {
  readonly text: string;
  readonly more: MoreDraft;
  /** What it was split from: these are written next, one after the other. */
  readonly waiting: readonly string[];
}

export interface DraftForm {
  readonly draft: ContractDraft;
  readonly set: (change: Partial<ContractDraft>) => void;
  readonly isMore: boolean;
  readonly setIsMore: (open: boolean) => void;
  /** After it was saved: the next of those it was split into, or an empty form. */
  readonly next: () => void;
}

/**
 * The state of a contract's form.
 * @param start what stands in it at first.
 * @param goalId the goal that each contract written here serves; '' for none.
 */
export function useContractDraft(start: Partial<ContractDraft> = {}, goalId = ''): DraftForm {
  const [draft, setDraft] = useState<ContractDraft>({
    text: '',
    more: { ...NO_MORE, goal: goalId },
    waiting: [],
    ...start,
  });
  const [isMore, setIsMore] = useState(start.more !== undefined && !isNoMore(start.more));
  return {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    isMore,
    setIsMore,
    next: () => {
      // At once: a second Enter must find the field as it is now, or it saves the same words again.
      flushSync(() =>
        setDraft(({ waiting: [text = '', ...waiting], more: { goal } }) => ({
          text,
          waiting,
          more: { ...NO_MORE, goal: text === '' ? goalId : goal },
        })),
      );
      setIsMore(false);
    },
  };
}
