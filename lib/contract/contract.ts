import { type Fact, ME } from '../fact/fact.ts';
import { type Known, latest, readFacts } from '../fact/fold.ts';
import { type Details, hasDetails } from './details.ts';
import { type ContractKind, contractKinds, type Outcome } from './facts.ts';
import { foldThread, type Said } from './thread.ts';

/** What was said of a contract at one meeting (or between meetings: `meetingId` null). */
export interface ContractReport {
  meetingId: string | null;
  /** Null: something was told, no outcome chosen. */
  outcome: Outcome | null;
  text: string;
  /** ms since 1970. */
  at: number;
  /** The fact, to be named by a correction or an undo. */
  fact: string;
}

/** A contract as screens show it; folded from its own facts alone. */
export interface ContractRow {
  id: string;
  /** In one's own log: nobody else ever sees it. */
  isPrivate: boolean;
  circleId: string;
  memberId: string;
  meetingId: string | null;
  text: string;
  kind: ContractKind;
  /** ISO date, or null. */
  due: string | null;
  /** ms since 1970. */
  madeAt: number;
  follows: string | null;
  /** 1 while it is open, else 0 (a number: IndexedDB does not index booleans). */
  open: 0 | 1;
  /** The latest outcome; null: not reported. */
  outcome: Outcome | null;
  /** By time, the latest last. */
  reports: readonly ContractReport[];
  /** The meetings it was reported at, for finding what a meeting was about. */
  reportedIn: readonly string[];
  /** Earlier wordings, oldest first, without the present one. */
  history: readonly { text: string; at: number }[];
  /** Facts that set the wording now, to be named by an edit. */
  wordingFacts: readonly string[];
  sameAs: readonly string[];
  /** Who wrote it down: its member, or a scribe. */
  writtenBy: string | null;
  /** Written by somebody else for the member, and not touched by the member's own device yet. */
  byScribe: boolean;
  /** Where its member's own device told how it went, so that nobody else's word holds there (as `meetingId`); absent when nowhere. */
  toldByMember?: readonly (string | null)[];
  /** What its author shows the circle of how it is to go; absent when nothing. */
  details?: Details;
  /** Facts that hold it, to be erased when it is taken back; absent when there are none. */
  detailFacts?: readonly string[];
  /** What members said about it, the oldest first; absent when nobody did. */
  thread?: readonly Said[];
  /** The contract it is a copy of; absent when it is none. */
  source?: string;
  /** A private one whose copy stands in the circle's log: the copy is shown in its place. Absent otherwise. */
  sharedAs?: string;
  /** Facts that say so now, to be named by what changes it. */
  shareFacts?: readonly string[];
  newer: number;
}

type ContractFact = Known<typeof contractKinds>;

/** Kept, released and renegotiated close a contract; a standing one that was kept goes on. */
export function isOpen(kind: ContractKind, outcome: Outcome | null): boolean {
  switch (outcome) {
    case null:
    case 'partly':
    case 'notYet':
      return true;
    case 'kept':
      return kind === 'standing';
    case 'released':
    case 'renegotiated':
      return false;
    default:
      return outcome satisfies never;
  }
}

/** Folds the facts of one contract. Null while its making has not arrived, or when it was undone or erased. */
export function foldContract(id: string, facts: readonly Fact[]): ContractRow | null {
  const { facts: known, newer } = readFacts(contractKinds, facts);
  const made = known.find((fact) => fact.kind === 'contract.made');
  if (!made) return null;
  const { member, source } = made.body;
  const isPrivate = made.log === ME;
  // A member's own device beats a scribe's whatever its time.
  const owner = (fact: ContractFact): number => (isPrivate || fact.by === member ? 1 : 0);
  // Those that never held are no earlier wordings either.
  const edits = known
    .filter((fact) => fact.kind === 'contract.edited')
    .filter((fact) => owner(fact) >= owner(made));
  const wording = latest(edits, owner);
  const kind = wording?.body.kind ?? made.body.kind;
  const reported = known.filter((fact) => fact.kind === 'contract.reported');
  const reports = foldReports(reported, owner);
  const own = reported.filter((fact) => owner(fact) === 1);
  const toldByMember = [...new Set(own.map((fact) => fact.body.meeting))];
  const detailed = known.filter((fact) => fact.kind === 'contract.detailed');
  const details = latest(detailed, owner)?.body;
  const thread = foldThread(known.filter((fact) => fact.kind === 'contract.said'));
  const marks = isPrivate ? known.filter((fact) => fact.kind === 'contract.sharedAs') : [];
  const sharedAs = latest(marks)?.body.copy ?? undefined;
  const outcome = reports.findLast((report) => report.outcome !== null)?.outcome ?? null;
  return {
    id,
    isPrivate,
    circleId: made.body.circle,
    memberId: member,
    meetingId: made.body.meeting,
    text: wording?.body.text ?? made.body.text,
    kind,
    due: wording ? wording.body.due : made.body.due,
    madeAt: made.body.at,
    follows: made.body.follows,
    open: sharedAs === undefined && isOpen(kind, outcome) ? 1 : 0,
    outcome,
    reports,
    reportedIn: reports.flatMap((report) => (report.meetingId === null ? [] : [report.meetingId])),
    // Another day in the same words is no other wording.
    history: [made, ...edits]
      .filter((fact, i) => fact.hash !== (wording ?? made).hash && edits[i]?.body.text !== fact.body.text)
      .map((fact) => ({ text: fact.body.text, at: fact.body.at })),
    wordingFacts: edits.map((fact) => fact.hash),
    sameAs: [...new Set(known.flatMap((fact) => (fact.kind === 'contract.same' ? [fact.body.other] : [])))],
    writtenBy: made.by,
    // Saying which other it is the same as is no word of the contract's.
    byScribe: !known.some((fact) => owner(fact) === 1 && fact.kind !== 'contract.same'),
    ...(toldByMember.length > 0 ? { toldByMember } : {}),
    ...(details && hasDetails(details)
      ? { details: { know: details.know, ifThen: details.ifThen, obstacle: details.obstacle } }
      : {}),
    ...(detailed.length > 0 ? { detailFacts: detailed.map((fact) => fact.hash) } : {}),
    ...(thread.length > 0 ? { thread } : {}),
    ...(source === undefined ? {} : { source }),
    ...(sharedAs === undefined ? {} : { sharedAs }),
    ...(marks.length === 0 ? {} : { shareFacts: marks.map((fact) => fact.hash) }),
    newer,
  };
}

function foldReports(
  reported: readonly Extract<ContractFact, { kind: 'contract.reported' }>[],
  owner: (fact: ContractFact) => number,
): ContractReport[] {
  const meetings = Map.groupBy(reported, (fact) => fact.body.meeting);
  const reports: ContractReport[] = [];
  for (const [meetingId, facts] of meetings) {
    const fact = latest(facts, owner);
    if (!fact || (fact.body.outcome === null && fact.body.text === '')) continue;
    // At a meeting, the moment it was first told, so that correcting an old report does not make it the newest.
    // Between meetings each telling is news: a contract reported last month may be reported again today.
    const at =
      meetingId === null
        ? fact.body.at
        : facts.reduce((first, one) => Math.min(first, one.body.at), fact.body.at);
    const { outcome, text } = fact.body;
    reports.push({ meetingId, outcome, text, at, fact: fact.hash });
  }
  return reports.sort((a, b) => a.at - b.at || (a.fact < b.fact ? -1 : 1));
}
