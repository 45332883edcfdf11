/** Lets others run when a slice of time is used up. */
export class Slice {
  readonly #ms: number;
  readonly #onRest: () => void;
  #since = performance.now();

  /** `ms`: longest time without a rest. `onRest` is called before each. */
  constructor(ms: number, onRest: () => void) {
    this.#ms = ms;
    this.#onRest = onRest;
  }

  async rest(): Promise<void> {
    if (performance.now() - this.#since < this.#ms) return;
    this.#onRest();
    await nextTask();
    this.#since = performance.now();
  }
}

/**
 * The next task, with whatever waits before it: input, frames, timers. Not `scheduler.yield()`, which comes back
 * ahead of frames for 100 ms (seen in Chromium 156), nor a timer, which browsers hold back for 4 ms.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
