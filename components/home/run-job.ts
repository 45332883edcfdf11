import type { ReadProgress } from '@/lib/calendar/ics/read-calendar';
import { clock } from '@/lib/platform/clock';
import { heldKey } from '@/lib/platform/lock-key';
import type { ImportJob, ImportOutcome, JobReply, JobRequest } from '@/lib/store/import-job';
import type { OpenFailure } from '@/lib/store/open';

export type JobResult<O> =
  | { kind: 'done'; outcome: O }
  /** Called off; nothing was changed. */
  | { kind: 'cancelled' }
  | { kind: 'unavailable'; reason: OpenFailure }
  /** A bug, told in the console. Nothing was changed. */
  | { kind: 'failed' };

export interface JobTools {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** What TypeScript's tables do not have yet: https://www.w3.org/TR/trusted-types/#trusted-type-policy-factory */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

let address: string | undefined;

/**
 * The one script that code of ours asks for by its address, as the content policy wants it: no other text becomes one.
 * A policy is made once a page. Firefox knows it since 148.
 */
function workerAddress(): string {
  const rules = { createScriptURL: () => '/import-worker.js' };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  address ??= (trustedTypes?.createPolicy('circlekeeper', rules) ?? rules).createScriptURL('');
  return address;
}

let makeWorker = (): Worker => new Worker(workerAddress(), { type: 'module' });

/** Lets tests outside an extension bring their own worker. */
export function setWorker(make: () => Worker): void {
  makeWorker = make;
}

/**
 * Has a job done in a worker of its own. Calling it off ends the worker: what it was writing is one transaction,
 * which the browser then undoes, so that nothing is half done.
 */
export function runJob<J extends ImportJob>(
  job: J,
  { signal, onProgress }: JobTools = {},
): Promise<JobResult<ImportOutcome[J['do']]>> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ kind: 'cancelled' });
    const worker = makeWorker();
    const end = (result: JobResult<ImportOutcome[J['do']]>) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const cancel = () => end({ kind: 'cancelled' });
    signal?.addEventListener('abort', cancel);
    worker.addEventListener('error', () => end({ kind: 'failed' }));
    worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => {
      switch (data.kind) {
        case 'progress':
          onProgress?.(data.progress);
          break;
        case 'done':
          // The worker answers the job it was given.
          end({ kind: 'done', outcome: data.outcome as ImportOutcome[J['do']] });
          break;
        case 'unavailable':
        case 'failed':
          end(data);
          break;
        default:
          data satisfies never;
      }
    });
    void heldKey().then((key) => worker.postMessage({ job, now: clock.now(), key } satisfies JobRequest));
  });
}
