import { type ChimeKind, type PlannedChime, planChime } from './chime.ts';

/** When a chime is due, UTC ms by our clock. */
export interface Due {
  kind: ChimeKind;
  at: number;
}

/** Audio time and ours are compared at every look; a chime that is out by more is set anew. */
const OUT_MS = 400;

export interface ChimePlan {
  /**
   * Holds chimes to `dues` as of `now` (UTC ms): sets those to come, calls off those no longer due, sets anew those
   * that would ring at a wrong time, and rings at once what should have rung while the audio clock stood still (of
   * several only the last). What was due before it was first asked for is over, and stays silent.
   */
  keep(dues: readonly Due[], now: number): void;
  /** Calls all off. */
  clear(): void;
}

interface Held extends Due {
  chime: PlannedChime | null;
}

/** Chimes that ring once each: neither missed nor doubled when the computer slept or the page was hidden. */
export function chimePlan(plan: typeof planChime = planChime): ChimePlan {
  let held: Held[] = [];
  const clear = () => {
    for (const { chime } of held) if (chime && chime.leftMs() > 0) chime.cancel();
    held = [];
  };
  return {
    clear,
    keep(dues, now) {
      const kept: Held[] = [];
      for (const one of held) {
        if (dues.some(({ kind, at }) => kind === one.kind && at === one.at)) kept.push(one);
        else if (one.chime && one.chime.leftMs() > 0) one.chime.cancel();
      }
      for (const due of dues) {
        const is = ({ kind, at }: Due) => kind === due.kind && at === due.at;
        if (due.at > now && !kept.some(is)) kept.push({ ...due, chime: null });
      }
      const slept: Held[] = [];
      for (const one of kept) {
        const leftMs = one.chime?.leftMs() ?? null;
        if (leftMs === 0) continue;
        if (one.at <= now) {
          if (leftMs !== null && leftMs > OUT_MS) slept.push(one);
        } else if (leftMs === null || Math.abs(leftMs - (one.at - now)) > OUT_MS) {
          one.chime?.cancel();
          one.chime = plan(one.kind, one.at - now);
        }
      }
      const last = slept.toSorted((a, b) => a.at - b.at).at(-1);
      for (const one of slept) {
        one.chime?.cancel();
        // Over, whether it rings now or another does for it.
        one.chime = one === last ? plan(one.kind, 0) : null;
      }
      held = kept;
    },
  };
}
