import { KIND_LOOKS } from '@/components/milestone/kind-looks';
import type { Told } from '@/lib/milestone/outside';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';

/** What is told of one, in a line: "Grant: The five-year grant. Asha Sen, with the help of Bea Ortiz (read three drafts)". */
export function outsideLine({ kind, title, name, thanks }: Told): string {
  const helpers = listFormat().format(
    thanks.map((one) =>
      one.for === undefined ? one.name : t('milestone_out_for', { name: one.name, what: one.for }),
    ),
  );
  const what = t('milestone_out_what', { kind: t(KIND_LOOKS[kind].key), title });
  if (name !== null && helpers) return t('milestone_out_both', { what, name, helpers });
  if (name !== null) return t('milestone_out_name', { what, name });
  return helpers ? t('milestone_out_helpers', { what, helpers }) : what;
}

export interface OutsideYear {
  readonly year: string;
  readonly lines: readonly { readonly id: string; readonly words: string }[];
}

/** By year: of a day nobody needs to know outside. */
export const outsideYears = (told: readonly Told[]): OutsideYear[] =>
  [...Map.groupBy(told, (one) => one.on.slice(0, 4))].map(([year, all]) => ({
    year,
    lines: all.map((one) => ({ id: one.id, words: outsideLine(one) })),
  }));

/** The same as text to paste. */
export const outsideText = (years: readonly OutsideYear[]): string =>
  years.map(({ year, lines }) => [year, ...lines.map(({ words }) => `– ${words}`)].join('\n')).join('\n\n');
