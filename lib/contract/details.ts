import { draft } from '../fact/draft.ts';
import { ERASED } from '../fact/erased.ts';
import { type Draft, ME } from '../fact/fact.ts';
import type { ContractRow } from './contract.ts';

/** How one will know, the plan for when it comes to it, and what may get in the way; null where nothing was said. */
export interface Details {
  know: string | null;
  ifThen: { when: string; does: string } | null;
  obstacle: string | null;
}

export const NO_DETAILS: Details = { know: null, ifThen: null, obstacle: null };

/** Whether anything is said at all. */
export const hasDetails = ({ know, ifThen, obstacle }: Details): boolean =>
  know !== null || ifThen !== null || obstacle !== null;

export const sameDetails = (a: Details, b: Details): boolean =>
  a.know === b.know &&
  a.obstacle === b.obstacle &&
  a.ifThen?.when === b.ifThen?.when &&
  a.ifThen?.does === b.ifThen?.does;

/** What was typed, trimmed; an empty field says nothing. A plan may have one half only. */
export function readDetails(typed: { know: string; when: string; does: string; obstacle: string }): Details {
  const said = (words: string): string | null => (words.trim() === '' ? null : words.trim());
  const [when, does] = [said(typed.when), said(typed.does)];
  return {
    know: said(typed.know),
    ifThen: when === null && does === null ? null : { when: when ?? '', does: does ?? '' },
    obstacle: said(typed.obstacle),
  };
}

type Of = Pick<ContractRow, 'id' | 'circleId' | 'isPrivate' | 'detailFacts'>;

/** Shows the circle how a contract is to go. @param by the member I am. @param at ms since 1970. */
export const showDetails = (contract: Of, details: Details, by: string | null, at: number): Draft =>
  draft(
    contract.isPrivate ? ME : contract.circleId,
    contract.isPrivate ? null : by,
    contract.id,
    'contract.detailed',
    { ...details, at, replaces: [...(contract.detailFacts ?? [])] },
  );

/** Takes what was shown away for good; none where nothing was. Whoever read it may have kept it. */
export const hideDetails = (contract: Of, by: string | null): Draft[] =>
  (contract.detailFacts ?? []).length === 0
    ? []
    : [
        draft(
          contract.isPrivate ? ME : contract.circleId,
          contract.isPrivate ? null : by,
          contract.id,
          ERASED,
          { facts: [...(contract.detailFacts ?? [])], whole: false },
        ),
      ];
