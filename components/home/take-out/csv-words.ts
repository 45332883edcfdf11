import { OUTCOME_LOOKS, OUTCOMES } from '@/components/card/outcome-look';
import { t } from '@/lib/platform/i18n';
import type { CsvWords } from './contracts-csv.ts';

/** The table's words in the reader's language. */
export const csvWords = (): CsvWords => ({
  head: {
    circle: t('out_col_circle'),
    member: t('out_col_member'),
    text: t('out_col_text'),
    kind: t('out_col_kind'),
    made: t('out_col_made'),
    due: t('out_col_due'),
    outcome: t('out_col_outcome'),
    reported: t('out_col_reported'),
    report: t('out_col_report'),
    earlier: t('out_col_earlier'),
    private: t('out_col_private'),
  },
  kind: { action: t('out_kind_action'), standing: t('out_kind_standing') },
  outcome: {
    ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, t(OUTCOME_LOOKS[outcome].key)])) as Record<
      (typeof OUTCOMES)[number],
      string
    >),
    none: t('card_notReported'),
  },
  yes: t('out_yes'),
  no: t('out_no'),
});
