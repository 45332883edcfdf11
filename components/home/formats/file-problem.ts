import type { FormatFileProblem } from '@/lib/meeting/formats/format-file';
import { t } from '@/lib/platform/i18n';
import { problemWords } from './problem-words.ts';

/** Why a file was not taken in, in words. */
export function fileProblem(problem: FormatFileProblem): string {
  switch (problem.kind) {
    case 'tooBig':
      return t('formats_file_tooBig');
    case 'notJson':
    case 'notAFormat':
      return t('formats_file_foreign');
    case 'newer':
      return t('formats_file_newer');
    case 'unknownField':
      return t('formats_file_unknown', { at: problem.at });
    case 'wrongField':
      return t('formats_file_wrong', { at: problem.at });
    case 'cannotRun':
      return problemWords(problem.problem);
    default:
      return problem satisfies never;
  }
}
