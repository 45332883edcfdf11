/** Why a feed could not be fetched. */
export const FETCH_FAILURES = [
  'not-allowed',
  'offline',
  'timeout',
  'unauthorized',
  'forbidden',
  'missing',
  'server',
  'redirected',
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

export type FetchedFeed =
  | { kind: 'fresh'; body: ReadableStream<Uint8Array>; etag: string | null; totalBytes: number | null }
  | { kind: 'unchanged' }
  | { kind: 'failed'; reason: FetchFailure };

export interface FetchTools {
  fetch: typeof fetch;
  /** Whether a host may be read: the member allowed it. */
  allowed(url: string): Promise<boolean>;
  signal?: AbortSignal | undefined;
  /** Longest wait for an answer, and for all of it, in ms. */
  answerMs?: number;
  wholeMs?: number;
}

const ANSWER_MS = 30_000;
const WHOLE_MS = 180_000;

/**
 * Fetches a feed without cookies, referrer or cache. `etag` is what the last answer said, so that an unchanged feed
 * costs nothing. An address that leads to another host is followed only where that host is allowed too: the member
 * agreed to one place. Nothing of the address is in what comes back.
 */
export async function fetchFeed(
  feed: { url: string; etag: string | null },
  tools: FetchTools,
): Promise<FetchedFeed> {
  if (!(await tools.allowed(feed.url))) return { kind: 'failed', reason: 'not-allowed' };
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), tools.answerMs ?? ANSWER_MS);
  const stop = tools.signal ? [tools.signal] : [];
  const whole = AbortSignal.timeout(tools.wholeMs ?? WHOLE_MS);
  const options = {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([late.signal, whole, ...stop]),
    headers: {
      accept: 'text/calendar, text/plain;q=0.5',
      ...(feed.etag ? { 'if-none-match': feed.etag } : {}),
    },
  } as const satisfies RequestInit;
  try {
    // Called by itself: as a method of `tools` the browser's own would refuse to work.
    const { fetch } = tools;
    const response = await fetch(feed.url, options);
    return await understand(response, feed.url, tools);
  } catch {
    if (late.signal.aborted || whole.aborted) return { kind: 'failed', reason: 'timeout' };
    return { kind: 'failed', reason: await whyRefused(feed.url, options, tools) };
  } finally {
    clearTimeout(timer);
  }
}

async function understand(response: Response, asked: string, tools: FetchTools): Promise<FetchedFeed> {
  const moved = response.url !== '' && new URL(response.url).host !== new URL(asked).host;
  if (moved && !(await tools.allowed(response.url))) return refuse(response, 'redirected');
  if (response.status === 304) return { kind: 'unchanged' };
  if (response.status === 401) return refuse(response, 'unauthorized');
  if (response.status === 403) return refuse(response, 'forbidden');
  if (response.status === 404 || response.status === 410) return refuse(response, 'missing');
  if (!response.ok || !response.body) return refuse(response, 'server');
  const length = Number(response.headers.get('content-length'));
  // The length of a packed answer is not the length of what is read from it.
  const packed = response.headers.has('content-encoding');
  return {
    kind: 'fresh',
    body: response.body,
    etag: response.headers.get('etag'),
    totalBytes: length > 0 && !packed ? length : null,
  };
}

function refuse(response: Response, reason: FetchFailure): FetchedFeed {
  response.body?.cancel().catch(() => {});
  return { kind: 'failed', reason };
}

/** The browser does not say why an answer was kept from us: an unallowed redirect looks like no network at all. */
async function whyRefused(url: string, options: RequestInit, { fetch }: FetchTools): Promise<FetchFailure> {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual' });
    if (response.type === 'opaqueredirect') return 'redirected';
    response.body?.cancel().catch(() => {});
  } catch {
    // No answer either way.
  }
  return 'offline';
}
