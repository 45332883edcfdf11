import { myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { type AsideRow, NO_ASIDE, writeAside } from './aside.ts';
import { editContract, makeContract, reportContract } from './commands.ts';
import type { ContractRow } from './contract.ts';

/**
 * Shares a private contract: a copy with its reports is written into the circle's log, and the private one is marked, so
 * that it stands in no list beside it. What was said about it stays private, and so does what stands beside it, which goes
 * over to the copy in one's own log. Nothing for one that is not private.
 * @param id of the copy: new each time, for a withdrawn one is gone for good. @param by the member I am.
 * @param at ms since 1970.
 */
export function sharePrivate(
  contract: ContractRow,
  id: string,
  by: string,
  at: number,
  aside: AsideRow | null = null,
): Draft[] {
  if (!contract.isPrivate || contract.sharedAs !== undefined) return [];
  // What it goes on from may be private too.
  const copy: ContractRow = {
    ...contract,
    id,
    isPrivate: false,
    follows: null,
    reports: [],
    wordingFacts: [],
  };
  return [
    makeContract({ ...copy, source: contract.id }, by, contract.madeAt),
    ...contract.reports.map((report) => reportContract(copy, report, by, report.at)),
    ...(aside ? writeAside(copy, aside, null, at) : []),
    myDraft(contract.id, 'contract.sharedAs', { copy: id, at, replaces: [...(contract.shareFacts ?? [])] }),
  ];
}

/**
 * What brings the private contract back when its copy is withdrawn: what was written on the copy meanwhile, by whoever,
 * what was taken back there, and the end of the mark. The copy itself is erased by whoever calls this. @param at ms since 1970.
 */
export function takeBack(
  contract: ContractRow,
  copy: ContractRow,
  at: number,
  asides: { own: AsideRow | null; copys: AsideRow | null } = { own: null, copys: null },
): Draft[] {
  const { text, due, kind } = copy;
  const isEdited = text !== contract.text || due !== contract.due || kind !== contract.kind;
  const isKnown = (one: ContractRow['reports'][number]): boolean =>
    contract.reports.some(
      (other) =>
        other.meetingId === one.meetingId && other.outcome === one.outcome && other.text === one.text,
    );
  const kept = asides.copys ?? asides.own ?? NO_ASIDE;
  return [
    ...(isEdited ? [editContract(contract, { text, due, kind }, null, at)] : []),
    // What is shown to the circle is kept in no aside, and would go with the copy.
    ...(asides.copys || copy.details
      ? writeAside(contract, { ...kept, ...copy.details }, asides.own, at)
      : []),
    ...copy.reports
      .filter((report) => !isKnown(report))
      .map((report) => reportContract(contract, report, null, report.at)),
    ...contract.reports
      .filter(({ meetingId }) => copy.reports.every((report) => report.meetingId !== meetingId))
      .map(({ meetingId }) => reportContract(contract, { meetingId, outcome: null, text: '' }, null, at)),
    myDraft(contract.id, 'contract.sharedAs', { copy: null, at, replaces: [...(contract.shareFacts ?? [])] }),
  ];
}
