import type { Draft } from '../fact/fact.ts';
import { type Aside, type AsideRow, NO_ASIDE, writeAside } from './aside.ts';
import { makeContract, type NewContract } from './commands.ts';
import type { ContractRow } from './contract.ts';
import { type Details, hasDetails, hideDetails, NO_DETAILS, sameDetails, showDetails } from './details.ts';

/** What may stand beside a contract besides its words. */
export interface Beside extends Aside {
  /** The circle sees how it is to go (of a contract it sees); otherwise that stays in one's own log. */
  isShown: boolean;
}

export const NOTHING_BESIDE: Beside = { ...NO_ASIDE, isShown: false };

/** So many open contracts of one member in a circle are plenty; more are welcome and get a kind word. */
export const ENOUGH_OPEN = 3;

/**
 * A contract is made, with what stands beside it: the details in the circle's log where the author shows them, otherwise in
 * their own; a goal and a nudge always in their own.
 * @param by the member I am. @param at ms since 1970.
 */
export function writeContract(contract: NewContract, beside: Beside, by: string | null, at: number): Draft[] {
  const isMine = by !== null && contract.memberId === by;
  // What a scribe writes for somebody has no other place than beside the contract.
  const isShown = isMine ? beside.isShown && !contract.isPrivate : true;
  const details = detailsOf(beside);
  return [
    makeContract(contract, by, at),
    ...(isShown && hasDetails(details) ? [showDetails(contract, details, by, at)] : []),
    ...(isMine ? writeAside(contract, kept(beside, isShown), null, at) : []),
  ];
}

/**
 * Changes what stands beside a contract of mine. What was shown and is not any more is erased in the circle's log.
 * @param by the member I am. @param at ms since 1970.
 */
export function changeBeside(
  contract: ContractRow,
  beside: Beside,
  before: AsideRow | null,
  by: string | null,
  at: number,
): Draft[] {
  const isShown = beside.isShown && !contract.isPrivate;
  const details = detailsOf(beside);
  const wanted = isShown ? details : NO_DETAILS;
  const aside = kept(beside, isShown);
  const was = contract.details ?? NO_DETAILS;
  return [
    ...(sameDetails(was, wanted)
      ? []
      : hasDetails(wanted)
        ? [showDetails(contract, wanted, by, at)]
        : hideDetails(contract, by)),
    ...(isSameAside(aside, before ?? NO_ASIDE) ? [] : writeAside(contract, aside, before, at)),
  ];
}

/** What stands beside a contract of mine now, from both places. */
export function besideOf(contract: Pick<ContractRow, 'details'>, aside: Aside | null | undefined): Beside {
  const { goal, nudge } = aside ?? NO_ASIDE;
  const details = contract.details ?? detailsOf(aside ?? NO_ASIDE);
  return { ...details, goal, nudge, isShown: contract.details !== undefined };
}

const detailsOf = ({ know, ifThen, obstacle }: Details): Details => ({ know, ifThen, obstacle });

const kept = (beside: Beside, isShown: boolean): Aside => ({
  ...(isShown ? NO_DETAILS : detailsOf(beside)),
  goal: beside.goal,
  nudge: beside.nudge,
});

const isSameAside = (a: Aside, b: Aside): boolean =>
  sameDetails(a, b) && a.goal === b.goal && a.nudge === b.nudge;
