import * as v from 'valibot';
import { isAuthorKey } from '../../fact/space.ts';
import type { AuthorState } from '../share-store.ts';

/** No circle has more devices, former ones included; a claim of more is none. */
export const MOST_AUTHORS = 400;
/** Facts in one message. */
export const MOST_FACTS = 2_000;

const author = v.pipe(v.string(), v.check(isAuthorKey));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const sum = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const short = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,44}$/));
const name = v.pipe(v.string(), v.maxLength(60));
/** Milliseconds since 1970, or a length of time. */
const ms = v.pipe(v.number(), v.finite(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** Author, how many, highest number, sum. */
const stateTuple = v.strictTuple([author, count, count, sum]);

const lack = v.union([
  v.object({ ranges: v.pipe(v.array(v.strictTuple([count, count])), v.minLength(1), v.maxLength(64)) }),
  v.object({
    step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
    blocks: v.pipe(v.array(v.strictTuple([count, sum])), v.maxLength(64)),
  }),
]);

/** What devices tell each other. What a later version adds to a body is passed over. */
export const bodies = {
  /**
   * "I am here", to who comes new, and now and then. `heard`: the runs of those who were heard, so that they know this is no old frame
   * sent again. `head`: how much there is of the sender's own. `bye`: and now I go.
   */
  hello: v.object({
    hash: short,
    head: v.strictTuple([count, count, sum]),
    heard: v.pipe(v.array(name), v.maxLength(MOST_AUTHORS)),
    line: v.nullable(short),
    upMs: ms,
    bye: v.optional(v.boolean()),
  }),
  /**
   * "I am still here", to those who have heard the hello of this run: hash, how many own facts and the highest number,
   * the circle's time and its line. A list, so that it fits the smallest packet.
   */
  beat: v.strictTuple([short, count, count, ms, v.nullable(short)]),
  /** All that is held. */
  state: v.object({ hash: short, states: v.pipe(v.array(stateTuple), v.maxLength(MOST_AUTHORS)) }),
  /** What is lacking of an author. `to`: who said they have it, and answers first. */
  want: v.object({ to: author, author, lack }),
  /** Facts of one author. `re`: the asking they answer. */
  facts: v.object({
    author,
    re: v.nullable(name),
    facts: v.pipe(v.array(v.unknown()), v.maxLength(MOST_FACTS)),
  }),
  /** One run of an author's facts, kept by the relay. */
  kept: v.object({
    author,
    chunk: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    facts: v.pipe(v.array(v.unknown()), v.maxLength(MOST_FACTS)),
  }),
  /**
   * What leads from an older epoch to the present one, for a device that missed the change. `secrets`: the present one's,
   * for devices that were let in while it was begun.
   */
  bridge: v.object({
    to: short,
    authors: v.pipe(
      v.array(v.strictTuple([author, v.pipe(v.array(v.unknown()), v.maxLength(MOST_FACTS))])),
      v.maxLength(MOST_AUTHORS),
    ),
    secrets: v.optional(
      v.pipe(
        v.array(v.strictTuple([author, v.pipe(v.string(), v.maxLength(1000))])),
        v.maxLength(MOST_AUTHORS),
      ),
    ),
  }),
  /** What is your time? */
  probe: v.object({ to: author, id: count }),
  /** The first ten letters of who asked, what they asked, and of which line; when it came, and for how long it was kept. */
  echo: v.strictTuple([short, count, short, ms, ms]),
} as const;

export type MessageKind = keyof typeof bodies;
export type Body<K extends MessageKind> = v.InferOutput<(typeof bodies)[K]>;
export type Message = { [K in MessageKind]: { kind: K; body: Body<K> } }[MessageKind];

/** Kinds under which the sender claims something itself; without its signature they are nothing. */
export const SIGNED: ReadonlySet<MessageKind> = new Set(['hello', 'beat', 'state', 'want', 'echo']);

/** The message in a frame; null: of a later version, or none. */
export function readMessage(kind: string, body: unknown): Message | null {
  if (!Object.hasOwn(bodies, kind)) return null;
  const known = kind as MessageKind;
  const read = v.safeParse(bodies[known], body);
  return read.success ? ({ kind: known, body: read.output } as Message) : null;
}

/** A claim as it travels, and back. */
export const toTuple = ({
  author: whose,
  count: many,
  last,
  sum: all,
}: AuthorState): Body<'state'>['states'][number] => [whose, many, last, all];
export const fromTuple = ([whose, many, last, all]: Body<'state'>['states'][number]): AuthorState => ({
  author: whose,
  count: many,
  last,
  sum: all,
});
