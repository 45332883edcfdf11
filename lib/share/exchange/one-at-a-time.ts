/**
 * A task that is never under way twice: whoever asks while it runs gets the end of one more run, which begins after
 * this one and so sees what was there when it was asked for.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    if (next) return next;
    const run = last.then(() => {
      next = null;
      return task();
    });
    next = run;
    last = run.catch(() => undefined);
    return run;
  };
}
