import * as v from 'valibot';

/** What a report says of a contract. Nothing reported is "not reported", never "failed". */
export const OUTCOMES = ['kept', 'partly', 'notYet', 'released', 'renegotiated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CONTRACT_KINDS = ['action', 'standing'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** Longest text of a contract or a report, in characters. */
export const MAX_TEXT = 2000;

/** Longest of the few words beside a contract (how one will know, a plan, an obstacle), in characters. */
export const MAX_DETAIL = 500;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const words = v.pipe(v.string(), v.maxLength(MAX_DETAIL));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const replaces = v.array(v.string());
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** How one will know, what one does when it comes to it, and what may get in the way. */
export const detailShapes = {
  know: v.nullable(words),
  ifThen: v.nullable(v.object({ when: words, does: words })),
  obstacle: v.nullable(words),
} as const;

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
  /** `kind`: absent where it stays as it was made. */
  'contract.edited': v.object({
    text,
    due: v.nullable(isoDate),
    kind: v.optional(v.picklist(CONTRACT_KINDS)),
    at: v.number(),
    replaces,
  }),
  /** What its author shows the circle of how it is to go; what they keep to themselves is an aside in their own log. */
  'contract.detailed': v.object({ ...detailShapes, at: v.number(), replaces }),
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
