import { OUTCOME_LOOKS } from '@/components/card/outcome-look';
import type { ContractRow } from '@/lib/contract/contract';
import type { NoteRow } from '@/lib/me/me';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../dates.ts';

/**
 * All that is mine in a circle, as a text to keep: my contracts with how they went, and my notes. Nobody else's words.
 * @param contracts mine alone, private ones too. @param now UTC ms.
 */
export function myWords(
  circle: string,
  contracts: readonly ContractRow[],
  notes: readonly NoteRow[],
  now: number,
): string {
  const date = (ms: number) => dateWords(dayOf(ms), now);
  const lines = [circle, '', t('life_take_contracts'), ''];
  for (const contract of contracts.toSorted((a, b) => a.madeAt - b.madeAt)) {
    const outcome = contract.outcome ? t(OUTCOME_LOOKS[contract.outcome].key) : t('card_notReported');
    lines.push(`${date(contract.madeAt)}: ${contract.text} (${outcome})`);
    for (const { text } of contract.reports) if (text) lines.push(`    ${text}`);
  }
  if (notes.length > 0) lines.push('', t('life_take_notes'), '');
  for (const note of notes.toSorted((a, b) => a.at - b.at)) lines.push(`${date(note.at)}: ${note.text}`);
  return `${lines.join('\n')}\n`;
}
