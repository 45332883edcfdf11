import { useState } from 'react';
import { type FoundTaker, partNames } from '@/lib/circle/note-takers';
import { t } from '@/lib/platform/i18n';
import { Notice } from '../ui/Notice.tsx';
import { useStage } from './stage.ts';
import { type CallNames, useCallNames } from './use-call-names.ts';

/** While a meeting runs the page is asked seldom: it costs the call a look, and a bot stays once it came. */
const WATCH_MS = 60_000;

export interface RecordingSignsProps {
  readonly found: CallNames;
  /** The meeting runs: only what was seen, in as little room as that takes. */
  readonly short?: boolean;
}

/** What the call's page shows of a recording or a note-taker; nothing where it shows nothing, which proves nothing. */
export function RecordingSigns({ found, short = false }: RecordingSignsProps) {
  const { room } = useStage();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  if (found.kind === 'none') return null;
  const { takers } = partNames(
    found.kind === 'names' ? found.names : [],
    room.members.map((member) => member.name),
  );
  const signs = [...(found.recording ? [t('zero_mark')] : []), ...takers.map(takerWords)];
  const shown = signs.filter((sign) => !hidden.includes(sign));
  if (shown.length === 0) return null;
  return (
    <Notice
      kind="info"
      title={shown.join(' ')}
      todo={short ? undefined : t('zero_todo')}
      onClose={() => setHidden([...hidden, ...shown])}
    />
  );
}

function takerWords({ name, service }: FoundTaker): string {
  const isNamed = service === null || name.toLowerCase().includes(service.toLowerCase());
  return isNamed ? t('zero_taker', { name }) : t('zero_taker_of', { name, service });
}

/** The same while the meeting runs, for what came late. */
export function RecordingWatch() {
  const { room } = useStage();
  return <RecordingSigns found={useCallNames(room.circle.id, WATCH_MS)} short />;
}
