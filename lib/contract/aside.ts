import * as v from 'valibot';
import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact, FactHash } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import { type Details, hasDetails, NO_DETAILS } from './details.ts';
import { detailShapes } from './facts.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const NUDGE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Whether a day and time, `YYYY-MM-DDTHH:MM`, is one that can be kept: fields for them also give years of six digits. */
export const isNudge = (text: string): boolean => NUDGE.test(text);

/**
 * What I keep to myself beside a contract of mine, whoever sees the contract: in one's own log, entity
 * `aside-<contract's id>`. Written as a whole. It names its circle, so that it goes when the circle is erased.
 */
export const asideKinds = {
  'aside.written': v.object({
    circle: id,
    ...detailShapes,
    /** The goal of mine it serves. */
    goal: v.nullable(id),
    /** When I want to be reminded of it once: a day and time by the clock on the wall, wherever I am then. */
    nudge: v.nullable(v.pipe(v.string(), v.regex(NUDGE))),
    at: v.number(),
    replaces: v.array(v.string()),
  }),
} as const;

/** What I keep beside one contract. */
export interface Aside extends Details {
  goal: string | null;
  /** `YYYY-MM-DDTHH:MM`, local. */
  nudge: string | null;
}

/** An aside as it is stored; `id` is the contract's. */
export interface AsideRow extends Aside {
  id: string;
  circleId: string;
  setBy: readonly FactHash[];
}

export const NO_ASIDE: Aside = { ...NO_DETAILS, goal: null, nudge: null };

export const asideEntity = (contractId: string): string => `aside-${contractId}`;

export const isEmptyAside = (aside: Aside): boolean =>
  !hasDetails(aside) && aside.goal === null && aside.nudge === null;

/** Folds what stands beside one contract; null when nothing was ever written, or it was undone or erased. */
export function foldAside(contractId: string, facts: readonly Fact[]): AsideRow | null {
  const { facts: known } = readFacts(asideKinds, facts);
  const now = latest(known);
  if (!now) return null;
  const { circle, know, ifThen, obstacle, goal, nudge } = now.body;
  return { id: contractId, circleId: circle, know, ifThen, obstacle, goal, nudge, setBy: replacing(known) };
}

/**
 * Writes what stands beside a contract, in the place of what stood there; nothing where there is nothing to write.
 * @param at ms since 1970.
 */
export const writeAside = (
  contract: { id: string; circleId: string },
  { know, ifThen, obstacle, goal, nudge }: Aside,
  before: AsideRow | null,
  at: number,
): Draft[] =>
  before === null && isEmptyAside({ know, ifThen, obstacle, goal, nudge })
    ? []
    : [
        myDraft(asideEntity(contract.id), 'aside.written', {
          circle: contract.circleId,
          know,
          ifThen,
          obstacle,
          goal,
          nudge,
          at,
          replaces: [...(before?.setBy ?? [])],
        }),
      ];
