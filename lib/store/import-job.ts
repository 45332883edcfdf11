import type { ReadProgress } from '../calendar/ics/read-calendar.ts';
import { clock } from '../platform/clock.ts';
import { giveKey, type HeldKey } from '../platform/lock-key.ts';
import { type ImportResult, importEverything } from './backup.ts';
import type { Database } from './database.ts';
import { type OpenFailure, openDatabase } from './open.ts';
import { addFeed, importFile, refreshFeed, type SourceResult } from './sources.ts';

/** What a page asks of the worker. One worker does one job. */
export type ImportJob =
  | { do: 'file'; name: string; content: Blob }
  /** `allowed`: hosts the member let us read; a worker cannot ask the browser. */
  | { do: 'add-feed'; url: string; allowed: readonly string[] }
  | { do: 'refresh-feed'; sourceId: string; allowed: readonly string[] }
  | { do: 'backup'; content: Blob; passphrase: string | null };

/** What comes back of each job. */
export interface ImportOutcome {
  file: SourceResult;
  'add-feed': SourceResult;
  'refresh-feed': SourceResult;
  backup: ImportResult;
}

/** Page → worker. `now`: the page's clock in UTC ms, which a worker cannot follow by itself. */
export interface JobRequest {
  job: ImportJob;
  now: number;
  /** Of a sealed store; a worker cannot ask the browser for it. */
  key: HeldKey | null;
}

/** Worker → page. */
export type JobReply =
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'done'; outcome: ImportOutcome[keyof ImportOutcome] }
  | { kind: 'unavailable'; reason: OpenFailure }
  /** A bug; also thrown in the worker. */
  | { kind: 'failed' };

/** The part of a worker's own scope that is needed here. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<JobRequest>) => void): void;
  postMessage(reply: JobReply): void;
}

/** Progress is told at most this often, in ms. */
const TELL_MS = 60;

/** Does the job that is asked for, in a worker, so that reading ten thousand events never holds up a page. */
export function serveImports(scope: WorkerScope, db: Database): void {
  scope.addEventListener('message', ({ data }) => {
    void answer(scope, db, data);
  });
}

async function answer(scope: WorkerScope, db: Database, { job, now, key }: JobRequest): Promise<void> {
  giveKey(key);
  clock.move(now - clock.now());
  let told = 0;
  const onProgress = (progress: ReadProgress) => {
    const at = performance.now();
    if (at - told < TELL_MS) return;
    told = at;
    scope.postMessage({ kind: 'progress', progress });
  };
  try {
    const failure = await openDatabase(db);
    if (failure) scope.postMessage({ kind: 'unavailable', reason: failure });
    else scope.postMessage({ kind: 'done', outcome: await carryOut(db, job, { now, onProgress }) });
  } catch (bug) {
    scope.postMessage({ kind: 'failed' });
    throw bug;
  }
}

function carryOut(
  db: Database,
  job: ImportJob,
  tools: { now: number; onProgress: (progress: ReadProgress) => void },
): Promise<SourceResult | ImportResult> {
  const feedTools = (allowed: readonly string[]) => ({
    ...tools,
    fetch,
    allowed: async (url: string) => allowed.includes(new URL(url).hostname),
  });
  switch (job.do) {
    case 'file':
      return importFile(db, job, tools);
    case 'add-feed':
      return addFeed(db, job.url, feedTools(job.allowed));
    case 'refresh-feed':
      return refreshFeed(db, job.sourceId, feedTools(job.allowed));
    case 'backup':
      return job.content.text().then((text) => importEverything(db, text, job.passphrase ?? undefined));
    default:
      return job satisfies never;
  }
}
