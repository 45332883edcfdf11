import type { CallHost } from '../event.ts';

/** A circle the member already keeps, as far as spotting needs it. */
export interface KnownCircle {
  id: string;
  name: string;
  /** E-mail addresses of its members, in any case; may or may not contain the member's own. */
  people: readonly string[];
  /** Days between meetings, as in `Cadence.everyDays`; 0 when unknown. */
  everyDays: number;
  /** Codes of the calls it is held in, as in `CallLink.code`. */
  codes: readonly string[];
  /** Keys of the series that belong to it. */
  keys: readonly string[];
}

/** What speaks against a circle. */
export type Against =
  | { kind: 'against'; by: 'word'; word: string }
  | { kind: 'against'; by: 'guests'; count: number }
  | { kind: 'against'; by: 'often' | 'once' | 'all-day' | 'cancelled' | 'declined' };

/**
 * One thing that is true of a series and speaks for or against a circle. Data only: `reason-text.ts` says it in words.
 * `word` is as the calendar writes it.
 */
export type Reason =
  | { kind: 'says'; word: string; where: 'title' | 'description' }
  /** `weekday`: ISO weekday, Monday = 1; null when there are several or none. */
  | { kind: 'every'; everyDays: number; weekday: number | null }
  /** People besides the member, without rooms. */
  | { kind: 'guests'; count: number }
  | { kind: 'link'; host: CallHost }
  | { kind: 'same-people'; circleId: string; shared: number }
  | { kind: 'same-link'; circleId: string }
  | { kind: 'same-series'; circleId: string }
  | Against;

export const VERDICTS = ['circle', 'maybe', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Spotted {
  /** 0 (surely none) to 1 (surely one). */
  score: number;
  verdict: Verdict;
  /** The strongest first; what speaks against comes last. Empty when nothing speaks either way. */
  reasons: readonly Reason[];
  /** The known circle it seems to belong to. */
  circleId?: string;
}
