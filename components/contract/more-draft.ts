import { isNudge } from '@/lib/contract/aside';
import { readDetails } from '@/lib/contract/details';
import type { ContractKind } from '@/lib/contract/facts';
import type { Beside } from '@/lib/contract/write-contract';

/** What is typed behind "More" of a contract's form; an empty text says nothing. */
export interface MoreDraft {
  /** ISO date. */
  readonly due: string;
  readonly kind: ContractKind;
  readonly know: string;
  readonly when: string;
  readonly does: string;
  readonly obstacle: string;
  /** The circle sees how it is to go. */
  readonly isShown: boolean;
  /** A goal's id. */
  readonly goal: string;
  /** `YYYY-MM-DDTHH:MM`, local. */
  readonly nudge: string;
}

export const NO_MORE: MoreDraft = {
  due: '',
  kind: 'action',
  know: '',
  when: '',
  does: '',
  obstacle: '',
  isShown: false,
  goal: '',
  nudge: '',
};

/** Whether nothing stands behind "More". */
export const isNoMore = (more: MoreDraft): boolean =>
  (Object.keys(NO_MORE) as (keyof MoreDraft)[]).every((key) => more[key] === NO_MORE[key]);

export const besideFrom = (more: MoreDraft): Beside => ({
  ...readDetails(more),
  goal: more.goal || null,
  nudge: isNudge(more.nudge) ? more.nudge : null,
  isShown: more.isShown,
});

export const moreFrom = (due: string | null, kind: ContractKind, beside: Beside): MoreDraft => ({
  due: due ?? '',
  kind,
  know: beside.know ?? '',
  when: beside.ifThen?.when ?? '',
  does: beside.ifThen?.does ?? '',
  obstacle: beside.obstacle ?? '',
  isShown: beside.isShown,
  goal: beside.goal ?? '',
  nudge: beside.nudge ?? '',
});
