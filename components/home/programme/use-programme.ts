import { useEffect, useState } from 'react';
import { followManaged, readManaged } from '@/lib/platform/managed';
import type { Programme } from '@/lib/platform/programme';

/** What the programme set, followed; null where it set nothing, undefined while it is being read. */
export function useProgramme(): Programme | null | undefined {
  const [programme, setProgramme] = useState<Programme | null>();
  useEffect(() => {
    const life = new AbortController();
    const read = async () => {
      const next = await programmeNow();
      if (!life.signal.aborted) setProgramme(next);
    };
    followManaged(() => void read(), life.signal);
    void read();
    return () => life.abort();
  }, []);
  return programme;
}

/** For most members there is none, and nothing more is loaded for them. */
async function programmeNow(): Promise<Programme | null> {
  const set = await readManaged();
  if (Object.keys(set).length === 0) return null;
  const { readProgramme } = await import('@/lib/platform/programme');
  return readProgramme(set);
}
