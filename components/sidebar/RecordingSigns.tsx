import { useState } from 'react';
import { type FoundTaker, partNames } from '@/lib/circle/note-takers';
import { t } from '@/lib/platform/i18n';
import { Notice } from '../ui/Notice.tsx';
import { useStage } from './stage.ts';
import { type CallNames, useCallNames } from './use-call-names.ts';

/** While a meeting runs the page is asked seldom: it costs the call a look, and a bot stays once it came. */
const WATCH_MS = 60_000;

/** What the call's page shows of a recording or a note-taker; nothing where it shows nothing, which proves nothing. */
export function RecordingSigns({ found }: { readonly found: CallNames }) {
  const { room } = useStage();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  if (found.kind === 'none') return null;
  const names = found.kind === 'names' ? found.names : [];
  const { takers } = partNames(
    names,
    room.members.map((member) => member.name),
  );
  const signs = [
    ...(found.recording ? [{ key: 'recording', title: t('zero_mark'), todo: t('zero_mark_todo') }] : []),
    ...takers.map((taker) => ({ key: taker.name, title: takerTitle(taker), todo: t('zero_taker_todo') })),
  ];
  return signs
    .filter(({ key }) => !hidden.includes(key))
    .map(({ key, ...sign }) => (
      <Notice key={key} kind="info" {...sign} onClose={() => setHidden([...hidden, key])} />
    ));
}

const takerTitle = ({ name, service }: FoundTaker): string =>
  service === null ? t('zero_taker', { name }) : t('zero_taker_of', { name, service });

/** The same while the meeting runs, for what came late. */
export function RecordingWatch() {
  const { room } = useStage();
  return <RecordingSigns found={useCallNames(room.circle.id, WATCH_MS)} />;
}
