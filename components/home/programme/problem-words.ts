import { t } from '@/lib/platform/i18n';
import { MOST, type ProgrammeProblem } from '@/lib/platform/programme';
import { fileProblem } from '../formats/file-problem.ts';

/** Why something that a programme set does not count, in words. */
export function programmeProblem({ at, why }: ProgrammeProblem): string {
  if (typeof why !== 'string') return fileProblem(why);
  switch (why) {
    case 'unknown':
      return t('prog_wrong_unknown');
    case 'text':
    case 'tooLong':
    case 'list':
    case 'tenant':
      return t('prog_wrong_value');
    case 'tooMany':
      return t('prog_wrong_tooMany', { n: at === 'relays' ? MOST.relays : MOST.agreement });
    case 'address':
      return t('prog_wrong_address');
    case 'double':
      return t('prog_wrong_double');
    default:
      return why satisfies never;
  }
}
