import * as v from 'valibot';

/** What a report says of a contract. Nothing reported is "not reported", never "failed". */
export const OUTCOMES = ['kept', 'partly', 'notYet', 'released', 'renegotiated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONTRACT_KINDS = ['action', 'standing'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** Longest text of a contract or a report, in characters. */
export const MAX_TEXT = 2000;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const replaces = v.array(v.string());
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The facts of a contract; entity: the contract's id. In the circle's log, or in one's own when it is private. */
export const contractKinds = {
  'contract.made': v.object({
    circle: id,
    member: id,
    text,
    kind: v.picklist(CONTRACT_KINDS),
    /** The meeting it was made at; null between meetings. */
    meeting: v.nullable(id),
    /** ms since 1970, for showing. */
    at: v.number(),
    due: v.nullable(isoDate),
    /** The contract it renegotiates. */
    follows: v.nullable(id),
    /** The contract this is a copy of, in another log: a private one that was shared, or one of the circle before. */
    source: v.optional(id),
  }),
  'contract.edited': v.object({ text, due: v.nullable(isoDate), at: v.number(), replaces }),
  /** One outcome a meeting (null: between meetings); a correction names what it replaces. */
  'contract.reported': v.object({
    meeting: v.nullable(id),
    outcome: v.nullable(v.picklist(OUTCOMES)),
    text,
    at: v.number(),
    replaces,
  }),
  /** This contract and `other` are one that two people wrote down. */
  'contract.same': v.object({ other: id }),
  /**
   * Something a member says about a contract between meetings. `replaces`: what they said before, in other words. At most
   * as long as a report.
   */
  'contract.said': v.object({ text, at: v.number(), replaces: v.optional(replaces) }),
  /** Of a private contract alone, in one's own log: its copy in the circle's log; null: it was withdrawn. */
  'contract.sharedAs': v.object({ copy: v.nullable(id), at: v.number(), replaces }),
} as const;
