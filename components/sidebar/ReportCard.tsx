import { reportContract } from '@/lib/contract/commands';
import type { ContractRow } from '@/lib/contract/contract';
import { MAX_TEXT, type Outcome } from '@/lib/contract/facts';
import { carriedOver, renegotiate } from '@/lib/contract/renegotiate';
import { canReport } from '@/lib/contract/who-can';
import { besideOf } from '@/lib/contract/write-contract';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { database } from '@/lib/store/database';
import { ContractCard } from '../card/ContractCard.tsx';
import { OutcomeRadios } from '../card/OutcomeRadios.tsx';
import { useSavedOnLeaving } from '../card/use-saved-on-leaving.ts';
import { BesideLines } from '../contract/BesideLines.tsx';
import { MilestoneAsk } from '../milestone/MilestoneAsk.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
import { useTyped } from '../ui/use-typed.ts';
import { useUnsent } from '../ui/use-unsent.ts';
import { madeLine, stateOf } from './contract-words.ts';
import { peopleOfStage } from './people-of-stage.ts';
import { useStage } from './stage.ts';

export interface ReportCardProps {
  readonly contract: ContractRow;
  readonly meetingId: string;
}

/** One contract being reported on: the outcome saves at a press, the words when one leaves the field. */
export function ReportCard({ contract, meetingId }: ReportCardProps) {
  const stage = useStage();
  const { me, cards, record } = stage;
  const told = contract.reports.find((one) => one.meetingId === meetingId);
  const [text, setText] = useTyped(told?.text ?? '');
  const [outcome, setOutcome, forgetOutcome] = useAtOnce(told?.outcome ?? undefined);
  const [successor, setSuccessor] = useUnsent(`successor ${contract.id}`);

  // Where its member told from their own device, what anybody else would tell does not hold.
  const holds = canReport(contract, me, meetingId);

  const reportOf = (chosen: Outcome | null, words: string) =>
    reportContract(contract, { meetingId, outcome: chosen, text: words }, me, clock.now());
  const choose = async (chosen: Outcome) => {
    // Its successor is written before the old one closes, so that nothing is left hanging.
    if (chosen === 'renegotiated') return setSuccessor(contract.text);
    setSuccessor(null);
    setOutcome(chosen);
    if (!(await record([reportOf(chosen, text)]))) forgetOutcome();
  };
  const drafts = () => (holds && text.trim() !== (told?.text ?? '') ? [reportOf(outcome ?? null, text)] : []);
  const saveText = useSavedOnLeaving({ text: text.trim(), drafts, record });
  const leave = () => {
    // As it is stored: without the blanks around it, so that the field follows the store again.
    setText(text.trim());
    saveText();
  };
  const saveSuccessor = useOneAtATime(async (words: string) => {
    if (words.trim() === '') return;
    const aside = contract.memberId === me ? await database().asides.get(contract.id) : null;
    const beside = carriedOver(besideOf(contract, aside));
    const next = { id: newId(), text: words, due: contract.due, meetingId, beside };
    const drafts = renegotiate(contract, { meetingId, text }, next, me, clock.now());
    if (await record(drafts, t('sidebar_renegotiated'))) setSuccessor(null);
  });

  return (
    <ContractCard
      group
      member={cards.get(contract.memberId)}
      showName
      text={contract.text}
      state={holds ? undefined : stateOf(contract, meetingId, false)}
      line={madeLine(contract, clock.now())}
      report={holds ? undefined : told?.text || undefined}
      onlyMe={contract.isPrivate}
    >
      <BesideLines contract={contract} aside={null} />
      {holds ? (
        <OutcomeRadios
          value={successor === null ? outcome : 'renegotiated'}
          onChange={(chosen) => void choose(chosen)}
        />
      ) : null}
      {!holds || successor === null ? null : (
        <div className="successor">
          <TextArea
            label={t('sidebar_successor')}
            value={successor}
            maxLength={MAX_TEXT}
            onChange={setSuccessor}
            enterSubmits
            onSubmit={() => void saveSuccessor(successor)}
          />
          <div className="row">
            <Button
              variant="primary"
              size="small"
              disabled={successor.trim() === ''}
              onClick={() => void saveSuccessor(successor)}
            >
              {t('sidebar_successor_save')}
            </Button>
            <Button variant="plain" size="small" onClick={() => setSuccessor(null)}>
              {t('ui_cancel')}
            </Button>
          </div>
        </div>
      )}
      <MilestoneAsk contract={contract} people={peopleOfStage(stage)} record={record} meetingId={meetingId} />
      {holds && (outcome === 'partly' || outcome === 'notYet') ? (
        <p className="carry-on">
          {t('sidebar_carry_on')}{' '}
          <Button variant="plain" size="small" onClick={() => void choose('released')}>
            {t('sidebar_let_go')}
          </Button>
        </p>
      ) : null}
      {holds ? (
        <TextArea
          label={t('sidebar_report')}
          hideLabel
          placeholder={t('sidebar_report_hint')}
          value={text}
          maxLength={MAX_TEXT}
          onChange={setText}
          onBlur={leave}
          onSubmit={leave}
          enterSubmits
        />
      ) : null}
    </ContractCard>
  );
}
