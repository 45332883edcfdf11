import { memo } from 'react';
import { toReport } from '@/lib/contract/log';
import { t } from '@/lib/platform/i18n';
import { Section } from '../ui/Section.tsx';
import { ReportCard } from './ReportCard.tsx';
import { useStage } from './stage.ts';

export interface ReportsProps {
  readonly meetingId: string;
  /** Whose turn it is to report; theirs come first. */
  readonly member: string | null;
}

/** What became of last time's contracts: every open one, whatever its meeting, and those told of at this one. */
export const Reports = memo(function Reports({ meetingId, member }: ReportsProps) {
  const { room, short } = useStage();
  const seats = new Map(room.members.map((one) => [one.id, one.seat]));
  const order = (id: string) => (id === member ? -1 : (seats.get(id) ?? 0));
  const contracts = toReport(room.contracts, meetingId).toSorted(
    (a, b) => order(a.memberId) - order(b.memberId),
  );
  const reported = contracts.filter((one) => one.reportedIn.includes(meetingId)).length;
  return (
    <Section
      title={t('sidebar_reports')}
      aside={
        contracts.length > 0 ? t('sidebar_reported_of', { n: reported, all: contracts.length }) : undefined
      }
    >
      {contracts.length > 0 && member !== null && !contracts.some((one) => one.memberId === member) ? (
        <p className="calm-line">{t('sidebar_reports_none_of', { name: short.get(member) ?? '' })}</p>
      ) : null}
      {contracts.length === 0 ? (
        <p className="calm-line">{t('sidebar_reports_none')}</p>
      ) : (
        <ul className="plain-list cards">
          {contracts.map((contract) => (
            <li key={contract.id}>
              <ReportCard contract={contract} meetingId={meetingId} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
});
