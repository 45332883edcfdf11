import type { CountLine, CountRow } from '@/lib/insight/report';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { kindWords } from './about-words.ts';

const LINE_WORDS = {
  meetings: 'rep_meetings',
  members: 'rep_members',
  attendance: 'rep_attendance',
  made: 'rep_made',
  reported: 'rep_reported',
  kept: 'rep_kept',
  milestones: 'rep_milestones',
} as const satisfies Record<CountLine, string>;

/** What a row of counts is about: "Contracts kept", "Milestones: grants, papers". */
export function countWords({ line, kinds }: Pick<CountRow, 'line' | 'kinds'>): string {
  if (line !== 'milestones' || !kinds) return t(LINE_WORDS[line]);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return t('rep_milestones_one', { kind: kindWords(only) });
  const names = listFormat({ type: 'unit' }).format(kinds.map(kindWords));
  return t('rep_milestones_of', { kinds: names });
}
