/** A failure on demand. The first one that matches is used up first. */
export interface Fault {
  /** Status of the answer; `drop`: the socket breaks. */
  status: number | 'drop';
  /** The error's code; the usual one of the status otherwise. */
  code?: string;
  message?: string;
  /** Seconds. */
  retryAfter?: number;
  /** How often; once otherwise. */
  times?: number;
  /** Which requests: a text within `METHOD host/path?query`, or an expression over it. */
  match?: string | RegExp;
  /** The request is carried out and only its answer is lost. */
  carriedOut?: boolean;
}

/** Failures by chance, the same for the same seed. */
export interface RandomFaults {
  seed: number;
  /** Of all requests, 0 to 1. */
  rate: number;
  match?: string | RegExp;
}

const USUAL: readonly Fault[] = [
  { status: 429, retryAfter: 2 },
  { status: 503, retryAfter: 1 },
  { status: 503 },
  { status: 504 },
  { status: 500 },
  { status: 'drop' },
  { status: 'drop', carriedOut: true },
  { status: 504, carriedOut: true },
];

export class Faults {
  #planned: { fault: Fault; left: number }[] = [];
  #random: RandomFaults | null = null;
  #state = 0;

  failNext(fault: Fault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 });
  }

  random(faults: RandomFaults | null): void {
    this.#random = faults;
    this.#state = (faults?.seed ?? 0) >>> 0;
  }

  clear(): void {
    this.#planned = [];
    this.#random = null;
  }

  /** What happens to a request; null when nothing does. */
  take(line: string): Fault | null {
    const planned = this.#planned.find(({ fault }) => matches(line, fault.match));
    if (planned) {
      planned.left--;
      if (planned.left <= 0) this.#planned = this.#planned.filter((one) => one !== planned);
      return planned.fault;
    }
    if (!this.#random || !matches(line, this.#random.match)) return null;
    if (this.#chance() >= this.#random.rate) return null;
    return USUAL[Math.floor(this.#chance() * USUAL.length)] ?? null;
  }

  /** Mulberry32. */
  #chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

function matches(line: string, match: string | RegExp | undefined): boolean {
  if (match === undefined) return true;
  return typeof match === 'string' ? line.includes(match) : match.test(line);
}

/** The code and message Graph gives with a status. */
export function usualProblem(fault: Fault): { code: string; message: string } {
  const known: Readonly<Record<string, readonly [string, string]>> = {
    '401': ['InvalidAuthenticationToken', 'Access token has expired or is not yet valid.'],
    '403': ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
    '404': ['ErrorItemNotFound', 'The specified object was not found in the store.'],
    '410': ['SyncStateNotFound', 'The sync state generation is not found.'],
    '412': [
      'ErrorIrresolvableConflict',
      'The change key does not match the current change key for the item.',
    ],
    '429': ['ApplicationThrottled', 'Application is over its RequestLimit limit.'],
    '503': ['serviceNotAvailable', 'The service is unavailable.'],
    '504': ['UnknownError', ''],
  };
  const [code, message] = known[String(fault.status)] ?? [
    'InternalServerError',
    'An internal server error occurred.',
  ];
  return { code: fault.code ?? code, message: fault.message ?? message };
}
