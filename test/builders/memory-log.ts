import type { AuthorId, Fact } from '../../lib/fact/fact.ts';
import { sumOf } from '../../lib/share/exchange/author-sums.ts';
import { type AuthorState, NO_SUM } from '../../lib/share/share-store.ts';

/** The facts of one log by author and by entity, as the indexes of the database have them. */
export class MemoryLog {
  readonly #byAuthor = new Map<AuthorId, Fact[]>();
  readonly byEntity = new Map<string, Map<string, Fact>>();
  readonly #states = new Map<AuthorId, AuthorState>();

  /** Takes a fact in, in place of one of the same hash. */
  add(fact: Fact): void {
    const own = this.#byAuthor.get(fact.author);
    const at = own?.findIndex((one) => one.hash === fact.hash) ?? -1;
    if (!own) this.#byAuthor.set(fact.author, [fact]);
    else if (at >= 0) own[at] = fact;
    else own.push(fact);
    const same = this.byEntity.get(fact.entity);
    if (same) same.set(fact.hash, fact);
    else this.byEntity.set(fact.entity, new Map([[fact.hash, fact]]));
    this.#states.delete(fact.author);
  }

  entities(): Iterable<string> {
    return this.byEntity.keys();
  }

  /** By hash. */
  factsOf(entity: string): ReadonlyMap<string, Fact> {
    return this.byEntity.get(entity) ?? new Map<string, Fact>();
  }

  /** In the order they came. */
  by(author: AuthorId): readonly Fact[] {
    return this.#byAuthor.get(author) ?? [];
  }

  /** An author's fact of the highest number. */
  head(author: AuthorId): Fact | undefined {
    return this.by(author).reduce<Fact | undefined>(
      (head, fact) => (!head || fact.seq > head.seq ? fact : head),
      undefined,
    );
  }

  /** What may be sent of an author: in the order of numbers. */
  sent(author: AuthorId): Fact[] {
    return this.by(author)
      .filter((fact) => fact.sig !== undefined)
      .sort((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
  }

  /** What is held of an author. */
  stateOf(author: AuthorId): AuthorState {
    const known = this.#states.get(author);
    if (known) return known;
    const facts = this.sent(author);
    const state = {
      author,
      count: facts.length,
      last: facts.at(-1)?.seq ?? 0,
      sum: facts.length === 0 ? NO_SUM : sumOf(facts.map(({ hash }) => hash)),
    };
    this.#states.set(author, state);
    return state;
  }
}
