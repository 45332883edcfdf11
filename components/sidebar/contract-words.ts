import type { ContractRow } from '@/lib/contract/contract';
import { t } from '@/lib/platform/i18n';
import type { ContractState } from '../card/outcome-look.ts';
import { untilLine } from '../card/until-line.ts';
import { shortDate } from './when.ts';

/**
 * How a contract stands in the log of a meeting: its outcome there, else its last one, else open.
 * @param over the meeting has ended: an open one made earlier that nobody told of is "not reported".
 */
export function stateOf(contract: ContractRow, meetingId: string, over: boolean): ContractState {
  const told = contract.reports.find((one) => one.meetingId === meetingId);
  if (told?.outcome) return told.outcome;
  if (over && contract.open === 1 && contract.meetingId !== meetingId) return 'notReported';
  return contract.outcome ?? 'open';
}

/** "made Thu 5 Nov", with its date where it has one. */
export function madeLine(contract: ContractRow, now: number): string {
  const made = t('sidebar_made', { date: shortDate(contract.madeAt, now) });
  if (!contract.due) return contract.kind === 'standing' ? `${made} · ${t('card_standing')}` : made;
  const day = Temporal.Instant.fromEpochMilliseconds(contract.madeAt)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate();
  return `${made} · ${untilLine(day, Temporal.PlainDate.from(contract.due))}`;
}
