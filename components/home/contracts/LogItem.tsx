import { useState } from 'react';
import { ContractCard } from '@/components/card/ContractCard';
import { ContractThread, canTalkAbout } from '@/components/card/ContractThread';
import { EraseContract } from '@/components/card/EraseContract';
import type { ContractState } from '@/components/card/outcome-look';
import { ShareContract, WithdrawContract } from '@/components/card/ShareContract';
import { untilLine } from '@/components/card/until-line';
import { useRecord } from '@/components/card/use-record';
import { BesideLines } from '@/components/contract/BesideLines';
import { Chain, hasChain } from '@/components/contract/Chain';
import { MilestoneAsk } from '@/components/milestone/MilestoneAsk';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { useStaysDrawn } from '@/components/ui/use-stays-drawn';
import { hasGoneBy, type Pause } from '@/lib/circle/pause';
import type { AsideRow } from '@/lib/contract/aside';
import { reportContract } from '@/lib/contract/commands';
import type { ContractReport, ContractRow } from '@/lib/contract/contract';
import { canEdit, canErase, canReport } from '@/lib/contract/who-can';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import { peopleOfView } from '../circles/milestones/people-of-view.ts';
import { type CircleView, cardMember } from '../circles/use-circles.ts';
import { EditContract } from './EditContract.tsx';
import { OutcomeReport } from './OutcomeReport.tsx';

export interface LogItemProps {
  readonly contract: ContractRow;
  readonly circle: CircleView | undefined;
  /** Says the circle's name, where the list holds several circles. */
  readonly nameCircle: boolean;
  /** It is the shared copy of a private contract of mine. */
  readonly isCopy?: boolean | undefined;
  /** What I keep beside it; null: nothing. */
  readonly aside: AsideRow | null;
}

type Doing = 'report' | 'anew' | 'edit' | 'erase' | 'say' | 'share' | 'withdraw' | null;

/** One contract of the log, with what can be done to it. */
export function LogItem({ contract, circle, nameCircle, isCopy = false, aside }: LogItemProps) {
  const [doing, setDoing] = useState<Doing>(null);
  useStaysDrawn(doing !== null);
  const { record, problem } = useRecord();
  const now = clock.now();
  const member = circle?.members.find((one) => one.id === contract.memberId);
  const by = circle?.me?.id ?? null;
  const last = contract.reports.at(-1);
  const close = () => setDoing(null);
  const takeBack = async (report: ContractReport) => {
    const { meetingId, text } = report;
    await record(
      [reportContract(contract, { meetingId, outcome: null, text }, by, clock.now())],
      t('log_report_back_done'),
    );
  };
  const nameOf = (id: string | null) => circle?.members.find((one) => one.id === id)?.name ?? '?';
  const told = contract.reports.findLast((report) => report.outcome !== null);
  const reports = canReport(contract, by, null);
  const items: MenuItem[] = [
    ...(reports
      ? [
          {
            label: t(contract.outcome ? 'log_report_change' : 'log_report'),
            icon: 'check' as const,
            onSelect: () => setDoing('report'),
          },
        ]
      : []),
    ...(told && canReport(contract, by, told.meetingId)
      ? [{ label: t('log_report_back'), icon: 'undo' as const, onSelect: () => void takeBack(told) }]
      : []),
    ...(reports && contract.open === 1
      ? [{ label: t('anew_menu'), icon: 'undo' as const, onSelect: () => setDoing('anew') }]
      : []),
    ...(canEdit(contract, by)
      ? [{ label: t('log_edit'), icon: 'edit' as const, onSelect: () => setDoing('edit') }]
      : []),
    ...betweenItems(contract, by, isCopy, setDoing),
    ...(canErase(contract, by)
      ? [
          {
            label: t('log_erase'),
            icon: 'trash' as const,
            danger: true,
            apart: true,
            onSelect: () => setDoing('erase'),
          },
        ]
      : []),
  ];
  return (
    <>
      <ContractCard
        group
        member={member && circle ? cardMember(circle, member) : undefined}
        showName
        text={contract.text}
        state={doing === 'report' ? undefined : stateOf(contract, circle?.circle.pauses, now)}
        line={lineOf(contract, now, placeOf(circle, nameCircle), member != null && member.leftOn !== null)}
        report={last && reportWords(last, now)}
        onlyMe={contract.isPrivate}
        actions={
          items.length > 0 ? (
            <Menu
              size="small"
              label={t('log_more_for', { text: contract.text.slice(0, 60) })}
              items={items}
            />
          ) : undefined
        }
      >
        {doing === 'report' ? <OutcomeReport contract={contract} by={by} onDone={close} /> : null}
        {doing === 'edit' ? <EditContract contract={contract} aside={aside} by={by} onDone={close} /> : null}
        {doing === 'anew' ? (
          <OutcomeReport contract={contract} by={by} outcome="renegotiated" anew onDone={close} />
        ) : null}
        {doing === null && isNearEnd(contract, by, now) ? (
          <Button size="small" onClick={() => setDoing('anew')}>
            {t('anew_before')}
          </Button>
        ) : null}
        {circle ? (
          <MilestoneAsk contract={contract} people={peopleOfView(circle)} record={record} meetingId={null} />
        ) : null}
        {problem}
        <BesideLines contract={contract} aside={aside} />
        <Past contract={contract} now={now} />
        {hasChain(contract) ? <Chain contract={contract} now={now} /> : null}
        <ContractThread
          contract={contract}
          by={by}
          nameOf={nameOf}
          open={doing === 'say'}
          onOpen={(open) => setDoing(open ? 'say' : null)}
        />
      </ContractCard>
      {doing === 'share' && by ? (
        <ShareContract contract={contract} by={by} nameOf={nameOf} onDone={close} />
      ) : null}
      {doing === 'withdraw' ? <WithdrawContract contract={contract} onDone={close} /> : null}
      {doing === 'erase' ? <EraseContract contract={contract} by={by} onDone={close} /> : null}
    </>
  );
}

const NEAR_DAYS = 3;

/** Whether one of mine ends in a few days, or ended, and nobody has said how it went: the time to make it another. */
function isNearEnd(contract: ContractRow, by: string | null, now: number): boolean {
  if (contract.open === 0 || contract.due === null || by === null || contract.memberId !== by) return false;
  const left = dayOf(now).until(Temporal.PlainDate.from(contract.due), { largestUnit: 'days' }).days;
  return left <= NEAR_DAYS;
}

/** What happens between members: a word about it, and whether they see it. */
function betweenItems(
  contract: ContractRow,
  by: string | null,
  isCopy: boolean,
  onDo: (doing: Doing) => void,
): MenuItem[] {
  if (by === null) return [];
  const talk = { label: t('said_title'), icon: 'note' as const, onSelect: () => onDo('say') };
  const share = { label: t('open_share'), icon: 'people' as const, onSelect: () => onDo('share') };
  const stop = { label: t('open_stop'), icon: 'lock' as const, onSelect: () => onDo('withdraw') };
  return [
    ...(canTalkAbout(contract) ? [talk] : []),
    ...(contract.isPrivate && isSpaceId(contract.circleId) ? [share] : []),
    ...(isCopy ? [stop] : []),
  ];
}

/** Earlier wordings and earlier reports, for those who ask. No list: every item of the list around it is a contract. */
function Past({ contract, now }: { readonly contract: ContractRow; readonly now: number }) {
  const earlier = contract.reports.slice(0, -1);
  return (
    <>
      {contract.history.length > 0 ? (
        <Disclosure title={t('log_edited')}>
          <div className="log-past">
            {contract.history.map((was) => (
              <p key={was.at}>
                <span className="log-past-date">{dateWords(dayOf(was.at), now, 'short')}</span> {was.text}
              </p>
            ))}
          </div>
        </Disclosure>
      ) : null}
      {earlier.length > 0 ? (
        <Disclosure title={t('log_reports_earlier')}>
          <div className="log-past">
            {earlier.map((report) => (
              <p key={report.fact}>{reportWords(report, now, true)}</p>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}

/** An outcome; or open; or, past its day and without a word, neutrally "not reported", but not while the circle pauses. */
function stateOf(
  { outcome, due }: ContractRow,
  pauses: readonly Pause[] | undefined,
  now: number,
): ContractState {
  if (outcome) return outcome;
  return due !== null && hasGoneBy(pauses, due, dayOf(now).toString()) ? 'notReported' : 'open';
}

/** Where a contract belongs, in words; nothing where that goes without saying. */
const placeOf = (circle: CircleView | undefined, named: boolean): string | undefined =>
  circle ? (named ? circle.circle.name : undefined) : t('log_elsewhere');

function lineOf(contract: ContractRow, now: number, circleName: string | undefined, former: boolean): string {
  const made = dayOf(contract.madeAt);
  const until =
    contract.due === null
      ? contract.kind === 'standing' && untilLine(made, undefined)
      : untilLine(made, Temporal.PlainDate.from(contract.due));
  return [
    contract.isPrivate && t('card_private'),
    circleName,
    former && t('log_former'),
    t('log_made_on', { date: dateWords(made, now, 'short') }),
    until,
    contract.follows && t('log_follows'),
  ]
    .filter(Boolean)
    .join(' · ');
}

const OUTCOME_WORDS = {
  kept: 'card_kept',
  partly: 'card_partly',
  notYet: 'card_notYet',
  released: 'card_released',
  renegotiated: 'card_renegotiated',
} as const;

/** The day, the outcome where it is not shown already, and the words: those there are. */
function reportWords({ at, outcome, text }: ContractReport, now: number, withOutcome = false): string {
  const date = dateWords(dayOf(at), now, 'short');
  const words = [withOutcome && outcome && t(OUTCOME_WORDS[outcome]), text].filter(Boolean).join(' · ');
  return words ? t('log_reported_on', { date, report: words }) : t('log_told', { date });
}
