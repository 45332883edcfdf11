/** What happened in some histories, so that one can see that it did. */
export interface ShareTally {
  histories: number;
  devices: number;
  facts: number;
  /** What, how often; and in how many histories. */
  seen: Record<string, { times: number; histories: number }>;
  /** The town's time until all showed the same after everything was mended, ms: the longest, and of all together. */
  longestMs: number;
  healedMs: number;
}

export const newTally = (): ShareTally => ({
  histories: 0,
  devices: 0,
  facts: 0,
  seen: {},
  longestMs: 0,
  healedMs: 0,
});

/** Adds what one history saw. */
export function addSeen(tally: ShareTally, seen: Readonly<Record<string, number>>): void {
  for (const [what, times] of Object.entries(seen)) {
    if (times === 0) continue;
    const before = tally.seen[what] ?? { times: 0, histories: 0 };
    tally.seen[what] = { times: before.times + times, histories: before.histories + 1 };
  }
}

/** As lines to read: what happened, how often, in how many histories. */
export function tallyLines(tally: ShareTally): string[] {
  const { histories, devices, facts, seen, longestMs, healedMs } = tally;
  const mean = (amount: number) => (amount / Math.max(1, histories)).toFixed(1);
  return [
    `${histories} histories, ${mean(devices)} devices and ${mean(facts)} facts each; the same after ${mean(healedMs / 1000)} s of the town's time, at most ${longestMs / 1000}`,
    ...Object.entries(seen)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, { times, histories: many }]) => `  ${what}: ${times} times, in ${many} histories`),
  ];
}
