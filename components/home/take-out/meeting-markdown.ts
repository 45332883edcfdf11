import { OUTCOME_LOOKS } from '@/components/card/outcome-look';
import type { ContractRow } from '@/lib/contract/contract';
import { t } from '@/lib/platform/i18n';

export interface MeetingText {
  readonly circle: string;
  readonly meetingId: string;
  /** In the reader's words: "Thursday, November 19, 2026, 4:00 – 5:30 PM". */
  readonly when: string;
  readonly present: readonly string[];
  readonly away: readonly string[];
  readonly made: readonly ContractRow[];
  readonly reported: readonly ContractRow[];
  readonly nameOf: (memberId: string) => string;
  /** A date in the reader's words. @param iso ISO date. */
  readonly date: (iso: string) => string;
  readonly note: string | null;
}

/** One meeting as Markdown. What people wrote stands in it as text, whatever signs it has. */
export function meetingMarkdown(meeting: MeetingText): string {
  const { circle, when, present, away, made, reported, nameOf, note } = meeting;
  const list = (names: readonly string[]) => names.map(plain).join(', ');
  const parts = [
    [`# ${plain(circle)}`, when],
    [
      ...(present.length > 0 ? [t('out_md_present', { names: list(present) })] : []),
      ...(away.length > 0 ? [t('out_md_away', { names: list(away) })] : []),
    ],
    ...part(
      t('out_md_told'),
      reported.map((contract) => {
        const report = contract.reports.find(({ meetingId }) => meetingId === meeting.meetingId);
        const outcome = report?.outcome ? t(OUTCOME_LOOKS[report.outcome].key) : t('card_notReported');
        const told = report?.text ? `\n${plain(report.text)}` : '';
        return `**${plain(nameOf(contract.memberId))}**: ${plain(contract.text)} (${outcome})${told}`;
      }),
    ),
    ...part(
      t('out_md_made'),
      made.map((contract) => {
        const due =
          contract.due === null ? '' : `, ${t('out_md_until', { date: meeting.date(contract.due) })}`;
        return `**${plain(nameOf(contract.memberId))}**: ${plain(contract.text)}${due}`;
      }),
    ),
    ...(note ? [[`## ${t('out_md_note')}`], [plain(note)]] : []),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('  \n'))
    .join('\n\n')}\n`;
}

/** A heading and a list under it; nothing where there is nothing to list. */
const part = (title: string, items: readonly string[]): string[][] =>
  items.length === 0
    ? []
    : [[`## ${title}`], [items.map((item) => `- ${item.replaceAll('\n', '  \n  ')}`).join('\n')]];

/** Signs that Markdown or HTML would read are told to be letters. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(
      /^([^\S\n]*)([-+]|\d+[.)])(\s)/gm,
      (_, space: string, mark: string, after: string) =>
        `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}${after}`,
    );
