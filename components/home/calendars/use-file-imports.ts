import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReadProgress } from '@/lib/calendar/ics/read-calendar';
import { database } from '@/lib/store/database';
import { keepSplits } from '@/lib/store/decisions';
import type { SourceResult } from '@/lib/store/sources';
import { type JobResult, runJob } from '../run-job.ts';

/** A file that was read, or not. */
export interface FinishedImport {
  id: number;
  name: string;
  result: JobResult<SourceResult>;
}

export interface FileImports {
  /** The file that is being read. */
  current: { name: string; size: number; progress: ReadProgress } | null;
  waiting: number;
  /** The newest first. */
  finished: readonly FinishedImport[];
  /** Reads files one after the other. */
  read(files: readonly File[]): void;
  /** Stops the file that is being read, and those that wait. */
  cancel(): void;
  dismiss(id: number): void;
}

const NOTHING: ReadProgress = { bytes: 0, events: 0 };

/** Reads calendar files in the worker, one at a time; leaving the page calls it off. */
export function useFileImports(): FileImports {
  const [queue, setQueue] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState(NOTHING);
  const [finished, setFinished] = useState<readonly FinishedImport[]>([]);
  const running = useRef<AbortController | null>(null);
  const last = useRef(0);
  const file = queue[0];

  useEffect(() => {
    if (!file) return;
    const stop = new AbortController();
    running.current = stop;
    let left = false;
    setProgress(NOTHING);
    const job = { do: 'file', name: file.name, content: file } as const;
    void runJob(job, { signal: stop.signal, onProgress: setProgress }).then(async (result) => {
      if (left) return;
      // Where that fails the next reading does it; the file was read all the same.
      if (result.kind === 'done' && result.outcome.ok) await keepSplits(database()).catch(() => undefined);
      last.current += 1;
      setFinished((all) => [{ id: last.current, name: file.name, result }, ...all]);
      setQueue((all) => (result.kind === 'cancelled' ? [] : all.slice(1)));
    });
    return () => {
      left = true;
      stop.abort();
    };
  }, [file]);

  return {
    current: file ? { name: file.name, size: file.size, progress } : null,
    waiting: Math.max(0, queue.length - 1),
    finished,
    read: useCallback((files) => {
      setFinished([]);
      setQueue((all) => [...all, ...files]);
    }, []),
    cancel: useCallback(() => running.current?.abort(), []),
    dismiss: useCallback((id) => setFinished((all) => all.filter((one) => one.id !== id)), []),
  };
}
