interface Scheduler {
  scheduler?: { yield?: () => Promise<void> };
}

/** Lets others run when a slice of time is used up. */
export class Slice {
  readonly #ms: number;
  readonly #onRest: () => void;
  #since = performance.now();

  constructor(ms: number, onRest: () => void) {
    this.#ms = ms;
    this.#onRest = onRest;
  }

  async rest(): Promise<void> {
    if (performance.now() - this.#since < this.#ms) return;
    this.#onRest();
    const { scheduler }: Scheduler = globalThis;
    if (scheduler?.yield) await scheduler.yield();
    else await new Promise<void>((resolve) => setTimeout(resolve, 0));
    this.#since = performance.now();
  }
}
