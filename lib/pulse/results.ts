import { type Round, viewRound } from './round.ts';
import { meanOf } from './safety.ts';

/** What a round came to. */
export interface RoundResult {
  /** The round's id. */
  id: string;
  /** ms since 1970. */
  at: number;
  /** 1 to 7. */
  mean: number;
  /** Of so many answers. */
  n: number;
}

/** The results of all rounds that have one, the earliest first. */
export const resultsOf = (rounds: readonly Round[], now: number): RoundResult[] =>
  rounds.flatMap((round) => {
    const view = viewRound(round, now);
    if (view.phase !== 'done') return [];
    const n = view.settled.respondents.length;
    return [{ id: round.id, at: view.settled.at, mean: meanOf(view.total, n), n }];
  });
