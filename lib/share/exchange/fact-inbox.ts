import type { AuthorId, Fact } from '../../fact/fact.ts';
import type { SpaceId } from '../../fact/space.ts';
import type { ShareStore, SpaceDevice } from '../share-store.ts';
import { type Bucket, type Rate, take } from './limits.ts';

/** Facts of one author: two busy years at once, and then more than anybody types. In letters of JSON. */
const AUTHOR: Rate = { most: 48_000_000, perSecond: 20_000 };
/** Of all whom the log does not know, together. */
const STRANGERS: Rate = { most: 8_000_000, perSecond: 2_000 };
/** Facts in one transaction. */
const BATCH = 2_000;
/** Facts that wait; what comes beyond them is asked for again. */
const MOST_WAITING = 60_000;

export interface FactInbox {
  /** Facts that came in; `letters`: how long they were. They are stored soon, many at once. */
  add(author: AuthorId, facts: readonly Fact[], letters: number, now: number): void;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
  /** Whether some that came are not stored yet. */
  isBusy(): boolean;
}

/** The way of facts from a channel into the store: in batches, not more than a store can bear, and none twice. */
export function factInbox(options: {
  space: SpaceId;
  store: Pick<ShareStore, 'take' | 'hashes' | 'expect'>;
  /** Whether nothing of this author is held: who comes new gets years at once. */
  isNew(author: AuthorId): boolean;
  devices(): ReadonlyMap<AuthorId, SpaceDevice>;
  /** After facts were stored. */
  onAdded(facts: readonly Fact[]): void;
  onFlood(author: AuthorId): void;
  /** Words came that are erased here: somebody, or the relay, still has them. */
  onGoneWords(): void;
  /** The store failed; what was lost by it is asked for again. */
  onError(error: unknown): void;
}): FactInbox {
  const { space, store } = options;
  const buckets = new Map<AuthorId, Bucket>();
  /** Facts that are here, and whether their words are: what the relay keeps comes with every start. */
  const here = new Map<AuthorId, Map<string, boolean>>();
  let waiting: Fact[] = [];
  let running: Promise<void> | null = null;

  const isAllowed = (author: AuthorId, letters: number, now: number): boolean => {
    const device = options.devices().get(author);
    const key = device ? author : '';
    const bucket = take(device ? AUTHOR : STRANGERS, buckets.get(key), letters, now);
    if (bucket) buckets.set(key, bucket);
    return bucket !== null;
  };

  const read = async (author: AuthorId): Promise<Map<string, boolean>> =>
    new Map((await store.hashes(space, author)).map((one) => [one.hash, one.erased]));

  async function isNews(facts: readonly Fact[]): Promise<Fact[]> {
    const news: Fact[] = [];
    for (const [author, some] of Map.groupBy(facts, (fact) => fact.author)) {
      let known = here.get(author);
      if (!known && some.length > 8) {
        known = await read(author);
        here.set(author, known);
      }
      for (const fact of some) if (known?.get(fact.hash) !== (fact.salt === null)) news.push(fact);
    }
    return news;
  }

  async function haveGoneWords(facts: readonly Fact[]): Promise<boolean> {
    for (const [author, some] of Map.groupBy(facts, (fact) => fact.author)) {
      const known = here.get(author) ?? (await read(author));
      here.set(author, known);
      if (some.some(({ hash, salt }) => salt !== null && known.get(hash) === true)) return true;
    }
    return false;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      const news = await isNews(batch);
      if (news.length === 0) continue;
      const { added, refused } = await store.take(space, news);
      // What was not new is what the relay keeps, mostly; of few facts of an author it was not asked before.
      const gone = added < news.length ? await haveGoneWords(batch) : false;
      if (gone) options.onGoneWords();
      for (const fact of news)
        if (refused === 0 && !gone) here.get(fact.author)?.set(fact.hash, fact.salt === null);
        else here.delete(fact.author);
      if (added > 0) options.onAdded(news);
    }
  }

  function run(): void {
    running ??= drain()
      .catch(options.onError)
      .finally(() => {
        running = null;
        // What came while it ended, or waited behind what failed.
        if (waiting.length > 0) run();
      });
  }

  return {
    add(author, facts, letters, now) {
      if (facts.length === 0) return;
      if (!isAllowed(author, letters, now)) return options.onFlood(author);
      if (waiting.length + facts.length > MOST_WAITING) return;
      if (options.isNew(author)) store.expect?.(space, facts);
      waiting.push(...facts);
      run();
    },
    isBusy: () => running !== null,
    async idle() {
      while (running) await running;
    },
  };
}
