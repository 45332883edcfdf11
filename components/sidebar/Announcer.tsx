import { useEffect, useRef, useState } from 'react';
import type { Run } from '@/lib/meeting/run';
import type { RunningView } from '@/lib/meeting/view';
import { t } from '@/lib/platform/i18n';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useChimes } from './use-chimes.ts';
import { useSidebarSettings } from './use-settings.ts';

export interface AnnouncerProps {
  readonly run: Run;
  readonly running: RunningView;
  /** What the clock is for. */
  readonly label: string;
  /** The name of the phase. */
  readonly phaseWords: string;
}

/** Speaks and chimes at one minute, at the end and at a change of phase; at nothing else. */
export function Announcer({ run, running, label, phaseWords }: AnnouncerProps) {
  const { muted } = useSidebarSettings();
  useChimes(run, muted);
  const [said, say] = useSaid();
  const mark = running.over ? 'over' : running.soon ? 'soon' : 'plenty';
  const { id: step, phase } = running.step;
  const last = useRef({ step, phase, mark });
  useEffect(() => {
    const before = last.current;
    last.current = { step, phase, mark };
    if (before.phase !== phase)
      say(phaseWords === label ? label : t('sidebar_said_phase', { phase: phaseWords, what: label }));
    if (before.step !== step || before.mark === mark || mark === 'plenty') return;
    say(t(mark === 'soon' ? 'sidebar_said_soon' : 'sidebar_said_over', { what: label }));
  }, [step, phase, mark, label, phaseWords, say]);
  return <LiveRegion message={said} />;
}

/** How long words stay for assistive technology that is still busy with others. */
const SAID_MS = 5000;

/** What is said; in a hidden page nobody hears it, so the last of it is said when the page is seen again. */
function useSaid(): [string, (words: string) => void] {
  const [said, setSaid] = useState('');
  useEffect(() => {
    // Once said it is no longer part of the page, where it would be met again on the way from the clock to the question.
    const gone = said === '' ? undefined : setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(gone);
  }, [said]);
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState !== 'visible' || waiting.current === null) return;
      setSaid(waiting.current);
      waiting.current = null;
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
  const [say] = useState(() => (words: string) => {
    if (document.visibilityState === 'visible') setSaid(words);
    else waiting.current = words;
  });
  return [said, say];
}
