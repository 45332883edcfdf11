import { useEffect, useRef, useState } from 'react';
import type { RunningView } from '@/lib/meeting/view';
import { chime } from '@/lib/platform/chime';
import { t } from '@/lib/platform/i18n';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useSidebarSettings } from './use-settings.ts';

export interface AnnouncerProps {
  readonly running: RunningView;
  /** What the clock is for. */
  readonly label: string;
  /** The name of the phase. */
  readonly phaseWords: string;
}

/** Speaks and chimes at one minute, at the end and at a change of phase; at nothing else. */
export function Announcer({ running, label, phaseWords }: AnnouncerProps) {
  const { muted } = useSidebarSettings();
  const [said, setSaid] = useState('');
  const mark = running.over ? 'over' : running.soon ? 'soon' : 'plenty';
  const { id: step, phase } = running.step;
  const last = useRef({ step, phase, mark });
  useEffect(() => {
    const before = last.current;
    last.current = { step, phase, mark };
    if (before.phase !== phase)
      setSaid(phaseWords === label ? label : t('sidebar_said_phase', { phase: phaseWords, what: label }));
    if (before.step !== step || before.mark === mark || mark === 'plenty') return;
    setSaid(t(mark === 'soon' ? 'sidebar_said_soon' : 'sidebar_said_over', { what: label }));
    if (!muted) chime(mark);
  }, [step, phase, mark, label, phaseWords, muted]);
  return <LiveRegion message={said} />;
}
