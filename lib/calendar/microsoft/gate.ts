/**
 * Lets at most `places` through at a time; the others wait in order. Exchange takes four requests at once for one
 * mailbox, whoever makes them, so all clients of one account share a gate.
 */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places = 4) {
    this.#free = places;
  }

  /** Runs `task` when there is room for it. */
  async pass<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      // The place is handed on rather than given back, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
