/** A task that is wanted again and again, and done once for many wishes. */
export interface Later {
  /** Wants it done within a while. */
  soon(): void;
  /** Does it now; with what was wanted for later. */
  now(): Promise<void>;
  isWanted(): boolean;
  stop(): void;
}

/**
 * @param after calls back once after so many ms, and gives what calls it off.
 * @param ms how long wishes are collected.
 */
export function later(
  after: (ms: number, run: () => void) => () => void,
  ms: number,
  task: () => Promise<void>,
  /** Where what is done later reports to. */
  doing: (task: () => Promise<unknown>) => void,
): Later {
  let callOff: (() => void) | null = null;
  const stop = () => {
    callOff?.();
    callOff = null;
  };
  const now = () => {
    stop();
    return task();
  };
  return {
    soon() {
      callOff ??= after(ms, () => {
        callOff = null;
        doing(task);
      });
    },
    now,
    isWanted: () => callOff !== null,
    stop,
  };
}
