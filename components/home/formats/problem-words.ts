import type { FormatProblem } from '@/lib/meeting/formats/check-format';
import { t } from '@/lib/platform/i18n';

/** What keeps a format from being run, in words. */
export function problemWords(problem: FormatProblem): string {
  switch (problem.kind) {
    case 'noName':
      return t('formats_problem_name');
    case 'noPhase':
      return t('formats_problem_phase');
    case 'length':
      return t('formats_problem_length');
    case 'people':
      return t('formats_problem_people');
    case 'twoRests':
      return t('formats_problem_rests');
    case 'tooManySteps':
      return t('formats_problem_steps');
    case 'sameId':
      return t('formats_problem_same', { id: problem.phase });
    case 'noMinutes':
      return t('formats_problem_minutes');
    default:
      return problem satisfies never;
  }
}
