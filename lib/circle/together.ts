import * as v from 'valibot';
import { draft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { latest, readFacts } from '../fact/fold.ts';

/** What members tell each other on the circle's page: what they share, offer, look for, and whom they lack outside. */
export const TOGETHER_PARTS = ['common', 'offer', 'seek', 'lack'] as const;
export type TogetherPart = (typeof TOGETHER_PARTS)[number];

/** What a commonality is about (domain: complementary fields, similar stage, shared identities). */
export const COMMON_TOPICS = ['field', 'stage', 'identity', 'family', 'other'] as const;
export type CommonTopic = (typeof COMMON_TOPICS)[number];

/** What became of a gap: it comes back at a meeting, somebody was named for it, or it is open again. */
export const GAP_STATES = ['open', 'parked', 'answered'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** Longest item, in characters: a line. */
export const MAX_ITEM = 200;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ITEM));
const replaces = v.array(v.string());

/** The facts of one such item, in the circle's log; entity: its own random id. */
export const togetherKinds = {
  'together.said': v.object({
    circle: id,
    part: v.picklist(TOGETHER_PARTS),
    /** Of a commonality alone. */
    topic: v.optional(v.picklist(COMMON_TOPICS)),
    /** Whose it is; null before anybody said who they are. */
    member: v.nullable(id),
    text,
    /** ms since 1970. */
    at: v.number(),
    /** The item this is a copy of, in the log of the circle before. */
    source: v.optional(id),
  }),
  'together.edited': v.object({
    text,
    topic: v.optional(v.picklist(COMMON_TOPICS)),
    at: v.number(),
    replaces,
  }),
  /** Of a gap alone. `name`: who was thought of, in one line, as all of the circle see it. */
  'together.gap': v.object({
    state: v.picklist(GAP_STATES),
    name: v.optional(v.pipe(v.string(), v.maxLength(MAX_ITEM))),
    at: v.number(),
    replaces,
  }),
} as const;

/** One such item as screens show it; folded from its own facts alone. */
export interface TogetherRow {
  id: string;
  circleId: string;
  part: TogetherPart;
  topic: CommonTopic | null;
  memberId: string | null;
  writtenBy: string | null;
  text: string;
  /** Of a gap; 'open' of all others. */
  state: GapState;
  /** Who was thought of for a gap; null while nobody was. */
  name: string | null;
  /** ms since 1970. */
  at: number;
  /** Facts that set what can change, for what changes it to name. */
  wordingFacts: readonly string[];
  stateFacts: readonly string[];
  newer: number;
}

/** Folds the facts of one item. Null while its beginning has not arrived, or when it was undone or erased. */
export function foldTogether(id: string, facts: readonly Fact[]): TogetherRow | null {
  const { facts: known, newer } = readFacts(togetherKinds, facts);
  const said = known.find((fact) => fact.kind === 'together.said');
  if (!said) return null;
  const { circle, part, member, at } = said.body;
  const edits = known.filter((fact) => fact.kind === 'together.edited');
  // The member's own words stand before those of whoever wrote it down for them.
  const words = latest(edits, (fact) => (fact.by === member ? 1 : 0))?.body ?? said.body;
  const states = known.filter((fact) => fact.kind === 'together.gap');
  const gap = part === 'lack' ? latest(states)?.body : undefined;
  return {
    id,
    circleId: circle,
    part,
    topic: part === 'common' ? (words.topic ?? 'other') : null,
    memberId: member,
    writtenBy: said.by,
    text: words.text,
    state: gap?.state ?? 'open',
    name: gap?.state === 'answered' && gap.name ? gap.name : null,
    at,
    wordingFacts: edits.map((fact) => fact.hash),
    stateFacts: states.map((fact) => fact.hash),
    newer,
  };
}

const line = (words: string): string => words.replace(/\s+/g, ' ').trim().slice(0, MAX_ITEM);

export interface NewItem {
  id: string;
  circleId: string;
  part: TogetherPart;
  topic?: CommonTopic;
  memberId: string | null;
  text: string;
  source?: string;
}

/** A member tells something of themselves, or of what the circle lacks. @param by the member I am. @param at ms since 1970. */
export const sayTogether = (item: NewItem, by: string | null, at: number): Draft =>
  draft(item.circleId, by, item.id, 'together.said', {
    circle: item.circleId,
    part: item.part,
    ...(item.topic === undefined ? {} : { topic: item.topic }),
    member: item.memberId,
    text: line(item.text),
    at,
    ...(item.source === undefined ? {} : { source: item.source }),
  });

/** Other words for it. @param at ms since 1970. */
export const editTogether = (row: TogetherRow, text: string, by: string | null, at: number): Draft =>
  draft(row.circleId, by, row.id, 'together.edited', {
    text: line(text),
    ...(row.topic === null ? {} : { topic: row.topic }),
    at,
    replaces: [...row.wordingFacts],
  });

/** What became of a gap, by any member. `name`: who was thought of. @param at ms since 1970. */
export const setGap = (
  row: Pick<TogetherRow, 'id' | 'circleId' | 'stateFacts'>,
  state: GapState,
  name: string | null,
  by: string | null,
  at: number,
): Draft =>
  draft(row.circleId, by, row.id, 'together.gap', {
    state,
    ...(name === null ? {} : { name: line(name) }),
    at,
    replaces: [...row.stateFacts],
  });
