import { useEffect, useState } from 'react';
import { followPages, type PageSite, pagesOn, switchOn, wasWithdrawn } from '@/lib/platform/page-scripts';

export interface PagesOf {
  isOn: boolean;
  /** The browser took the pages away after they had been switched on. */
  isWithdrawn: boolean;
  step: 'idle' | 'asking' | 'refused';
  /** Asks the browser; the first thing a click does. */
  start(): void;
  /** After "refused" was read. */
  settle(): void;
}

/** Whether something of ours stands in a site's pages, followed, and the way to switch it on; null while it is read. */
export function usePages(site: PageSite): PagesOf | null {
  const [found, setFound] = useState<Pick<PagesOf, 'isOn' | 'isWithdrawn'> | null>(null);
  const [step, setStep] = useState<PagesOf['step']>('idle');
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const [on, isWithdrawn] = await Promise.all([pagesOn(), wasWithdrawn(site)]);
      if (!isGone) setFound({ isOn: on[site], isWithdrawn });
    };
    void look();
    const stop = followPages(() => void look());
    return () => {
      isGone = true;
      stop();
    };
  }, [site]);
  if (!found) return null;
  return {
    ...found,
    step: found.isOn ? 'idle' : step,
    start: () => {
      setStep('asking');
      void switchOn(site).then((granted) => setStep(granted ? 'idle' : 'refused'));
    },
    settle: () => setStep('idle'),
  };
}
