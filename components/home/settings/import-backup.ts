import type { ImportFailure } from '@/lib/store/backup';
import { spotAgain } from '@/lib/store/calendar';
import { database } from '@/lib/store/database';
import { runJob } from '../run-job.ts';

/** What a copy brought that was not here. */
export interface Gained {
  circles: number;
  meetings: number;
  contracts: number;
  /** Single entries of all kinds. */
  entries: number;
  /** Circles in the copy that were erased here, and stay so. */
  erasedCircles: number;
  /** Entries that were damaged or altered, and left out. */
  unreadable: number;
}

export type ImportProblem = Exclude<ImportFailure, 'needs-passphrase' | 'wrong-passphrase'> | 'failed';

export type ImportedBackup =
  | { kind: 'done'; gained: Gained }
  /** It wants a passphrase, or another one. */
  | { kind: 'sealed' }
  | { kind: 'failed'; reason: ImportProblem };

/** Merges a copy into what is here, in the worker. Never rejects: a database that closed meanwhile is a failure, too. */
export const importBackup = (file: Blob, passphrase: string | null): Promise<ImportedBackup> =>
  merged(file, passphrase).catch(() => ({ kind: 'failed', reason: 'failed' }));

async function merged(file: Blob, passphrase: string | null): Promise<ImportedBackup> {
  const before = await counts();
  const result = await runJob({ do: 'backup', content: file, passphrase });
  if (result.kind !== 'done') return { kind: 'failed', reason: 'failed' };
  const { outcome } = result;
  if (!outcome.ok) {
    const { reason } = outcome;
    if (reason === 'needs-passphrase' || reason === 'wrong-passphrase') return { kind: 'sealed' };
    return { kind: 'failed', reason };
  }
  await spotAgain(database());
  const after = await counts();
  const { added, unsound, unreadable, erasedCircles } = outcome.result;
  return {
    kind: 'done',
    gained: {
      circles: Math.max(0, after.circles - before.circles),
      meetings: Math.max(0, after.meetings - before.meetings),
      contracts: Math.max(0, after.contracts - before.contracts),
      entries: added,
      erasedCircles: erasedCircles.length,
      unreadable: unreadable + unsound,
    },
  };
}

async function counts(): Promise<{ circles: number; meetings: number; contracts: number }> {
  const db = database();
  const [circles, meetings, contracts] = await Promise.all([
    db.circles.count(),
    db.meetings.count(),
    db.contracts.count(),
  ]);
  return { circles, meetings, contracts };
}
