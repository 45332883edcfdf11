import { useEffect, useRef, useState } from 'react';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { t } from '@/lib/platform/i18n';
import type { SpeedPart } from '@/lib/speed/view';

export interface SpeedAnnouncerProps {
  readonly part: SpeedPart;
  /** What the clock is for. */
  readonly label: string;
}

/** Speaks at one minute, at the end of a part and at a new one; at nothing else. */
export function SpeedAnnouncer({ part, label }: SpeedAnnouncerProps) {
  const [said, setSaid] = useState('');
  const mark = part.over ? 'over' : part.soon ? 'soon' : 'plenty';
  const { id, kind } = part.step;
  const last = useRef({ id, mark });
  useEffect(() => {
    const before = last.current;
    last.current = { id, mark };
    if (before.id !== id) setSaid(kind === 'second' ? t('speed_said_swap', { what: label }) : label);
    else if (before.mark !== mark && mark !== 'plenty')
      setSaid(t(mark === 'soon' ? 'sidebar_said_soon' : 'sidebar_said_over', { what: label }));
  }, [id, kind, mark, label]);
  return <LiveRegion message={said} />;
}
