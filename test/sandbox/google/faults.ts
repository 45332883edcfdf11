import { type ApiError, faultError } from './errors.ts';
import { seededRandom } from './random.ts';

export const FAULT_KINDS = ['status', 'broken', 'lost', 'slow'] as const;

/** What goes wrong with a request. */
export interface Fault {
  /**
   * `status`: an error answer. `broken`: the socket breaks before anything is done. `lost`: it is done, but the
   * answer never arrives. `slow`: it is done after `ms`.
   */
  kind?: (typeof FAULT_KINDS)[number];
  status?: number;
  /** As in the error's JSON: `rateLimitExceeded`, `userRateLimitExceeded`, `quotaExceeded`, `backendError` … */
  reason?: string;
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
  ms?: number;
  /** How many requests; once when not said. */
  times?: number;
  /** Only requests whose "METHOD host/path" fits. */
  match?: RegExp;
}

export interface Faults {
  failNext(fault: Fault): void;
  /** From now on `rate` (0 to 1) of the requests fail, in an order that the seed fixes; 0 ends it. */
  random(options: { seed: number; rate: number; kinds?: readonly Fault[] }): void;
  clear(): void;
  /** What is to go wrong with this request; counts it. */
  take(request: string): Fault | null;
}

const ANY: readonly Fault[] = [
  { status: 403, reason: 'rateLimitExceeded' },
  { status: 403, reason: 'userRateLimitExceeded' },
  { status: 429, reason: 'rateLimitExceeded', retryAfter: 2 },
  { status: 500, reason: 'backendError' },
  { status: 503, reason: 'backendError' },
  { kind: 'broken' },
  { kind: 'lost' },
];

/** A list of things that go wrong, in order of asking, and a die. */
export function faults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  let die: (() => Fault | null) | null = null;
  return {
    failNext: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    random({ seed, rate, kinds = ANY }) {
      const random = seededRandom(seed);
      die =
        rate <= 0
          ? null
          : () => (random() < rate ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null);
    },
    clear() {
      waiting = [];
      die = null;
    },
    take(request) {
      const found = waiting.find(({ fault }) => !fault.match || fault.match.test(request));
      if (!found) return die?.() ?? null;
      found.left--;
      if (found.left <= 0) waiting = waiting.filter((one) => one !== found);
      return found.fault;
    },
  };
}

/** The error answer of a fault. */
export function answerOf(fault: Fault): ApiError {
  const status = fault.status ?? 503;
  return faultError(
    status,
    fault.reason ?? (status >= 500 ? 'backendError' : 'rateLimitExceeded'),
    fault.retryAfter,
  );
}
