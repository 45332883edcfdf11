import type { ContractRow } from '@/lib/contract/contract';
import { attendance } from '@/lib/meeting/attendance';
import { likelyNext } from '@/lib/meeting/likely-next';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { t } from '@/lib/platform/i18n';
import type { Room } from '@/lib/store/room';
import { OUTCOME_LOOKS } from '../card/outcome-look.ts';
import { longDate, timeOfDay } from './when.ts';

export interface SummaryData {
  present: readonly string[];
  away: readonly string[];
  /** Shown here and not in the text to take along: nobody is told on. */
  late: readonly string[];
  leftEarly: readonly string[];
  made: readonly ContractRow[];
  reported: readonly ContractRow[];
  minutes: number;
}

/** What a meeting came to. Members by id. @param endedAt UTC ms. */
export function summarise(room: Room, row: MeetingRow, endedAt: number): SummaryData {
  const members = room.members
    .filter((member) => member.leftOn === null || row.run?.plan.some((step) => step.member === member.id))
    .map((member) => member.id);
  const { present, away, late, leftEarly } = attendance(row, members);
  return {
    present,
    away,
    late,
    leftEarly,
    made: room.contracts.filter((contract) => contract.meetingId === row.id),
    reported: room.contracts.filter((contract) => contract.reportedIn.includes(row.id)),
    minutes: Math.round((endedAt - row.start) / 60_000),
  };
}

/** When the circle meets next: by its calendar, else about when its rhythm says. @param now UTC ms. */
export function nextWords(room: Room, row: MeetingRow, now: number): string | null {
  if (room.next)
    return t('summary_next', { date: longDate(room.next.start), time: timeOfDay(room.next.start) });
  const likely = likelyNext(row.start, room.circle.everyDays, now);
  return likely === null ? null : t('summary_next_about', { date: longDate(likely) });
}

/**
 * The summary as text for a chat. Contracts are in it only when asked for, and private ones never: a call's chat is
 * read by the host and kept by employers.
 */
export function summaryText(
  room: Room,
  row: MeetingRow,
  data: SummaryData,
  names: ReadonlyMap<string, string>,
  withContracts: boolean,
  next: string | null,
): string {
  const name = (id: string) => names.get(id) ?? '?';
  const list = (ids: readonly string[]) => ids.map(name).join(', ');
  const lines = [
    t('summary_title', { name: room.circle.name, date: longDate(row.start) }),
    t('summary_here', { names: list(data.present) }),
    ...(data.away.length > 0 ? [t('summary_away', { names: list(data.away) })] : []),
    t('summary_counts', { made: shared(data.made).length, reported: shared(data.reported).length }),
  ];
  if (next) lines.push(next);
  if (withContracts) {
    lines.push('', t('summary_contracts'));
    for (const contract of shared(data.made)) lines.push(`- ${name(contract.memberId)}: ${contract.text}`);
    if (shared(data.reported).length > 0) lines.push('', t('summary_reports'));
    for (const contract of shared(data.reported)) lines.push(reportLine(contract, row.id, name));
  }
  return `${lines.join('\n')}\n`;
}

const shared = (contracts: readonly ContractRow[]): ContractRow[] =>
  contracts.filter((contract) => !contract.isPrivate);

function reportLine(contract: ContractRow, meetingId: string, name: (id: string) => string): string {
  const report = contract.reports.find((one) => one.meetingId === meetingId);
  const outcome = report?.outcome ? t(OUTCOME_LOOKS[report.outcome].key) : t('card_notReported');
  const words = report?.text ? ` (${report.text})` : '';
  return `- ${name(contract.memberId)}: ${contract.text}: ${outcome}${words}`;
}
