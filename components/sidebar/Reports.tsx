import { memo, useLayoutEffect, useRef } from 'react';
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
  const list = useRef<HTMLUListElement>(null);
  const first = contracts[0];
  // Whose turn it is finds their contract and its outcomes in sight, not half under the foot of the page.
  const turn = first && first.memberId === member ? member : null;
  useLayoutEffect(() => {
    if (turn !== null) bringIntoSight(list.current);
  }, [turn]);
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
        <ul ref={list} className="plain-list cards">
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

/** Shows the outcomes of the first card of a list one looks at; nothing moves while one writes, or looks at something else. */
function bringIntoSight(list: HTMLUListElement | null): void {
  const outcomes = list?.firstElementChild?.querySelector('[role="radiogroup"]');
  const place = list?.getBoundingClientRect().top ?? 0;
  if (!outcomes || place < 0 || place > innerHeight) return;
  if (document.activeElement?.matches('textarea, input[type="text"]')) return;
  // Where Next does not stay in its place, nothing may move it from under a finger.
  const now = document.querySelector('.now-running');
  if (!now || getComputedStyle(now).position !== 'sticky') return;
  if (!moves(outcomes, 'nearest')) return;
  // If it has to move at all, a whole line stands on top, the question where there is room for it: none is half covered.
  for (const top of [document.querySelector('.thread'), list?.closest('section')]) {
    if (top) moves(top, 'start');
    if (!moves(outcomes, 'nearest')) return;
  }
}

/** Scrolls to an element. @returns whether that moved the page. */
function moves(element: Element, block: ScrollLogicalPosition): boolean {
  const before = scrollY;
  element.scrollIntoView({ block });
  return scrollY !== before;
}
