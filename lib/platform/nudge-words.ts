import type { SpokenNudge } from '../store/nudge.ts';
import { t, tn } from './i18n.ts';

/** A notification shows a few lines. */
const MOST = 200;

/** What a nudge says: nothing anybody wrote, unless its reader wants their own words there. */
export function nudgeWords(
  { nudge, contracts, circleName }: SpokenNudge,
  withWords: boolean,
): { title: string; message: string } {
  const title = withWords && circleName ? t('nudge_title_named', { circle: circleName }) : t('nudge_title');
  if (withWords)
    return {
      title,
      message: contracts
        .map((one) => one.text)
        .join(' · ')
        .slice(0, MOST),
    };
  const message = nudge.kind === 'contract' ? t('nudge_contract') : tn('nudge_circle', contracts.length);
  return { title, message };
}
