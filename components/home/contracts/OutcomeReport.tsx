import { type FormEvent, useId, useState } from 'react';
import { OutcomeRadios } from '@/components/card/OutcomeRadios';
import { OUTCOME_LOOKS, type OutcomeChoice } from '@/components/card/outcome-look';
import { useRecord } from '@/components/card/use-record';
import { useAside } from '@/components/contract/use-aside';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { reportContract } from '@/lib/contract/commands';
import { type ContractRow, isOpen } from '@/lib/contract/contract';
import { hasDetails } from '@/lib/contract/details';
import { MAX_TEXT } from '@/lib/contract/facts';
import { carriedOver, renegotiate } from '@/lib/contract/renegotiate';
import { besideOf, NOTHING_BESIDE } from '@/lib/contract/write-contract';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { useInlineForm } from './use-inline-form.ts';
import './contract-log.css';

export interface OutcomeReportProps {
  readonly contract: ContractRow;
  /** The member I am. */
  readonly by: string | null;
  /** What is chosen at first. */
  readonly outcome?: OutcomeChoice | undefined;
  /** It is renegotiated, so no other outcome is offered. */
  readonly anew?: boolean | undefined;
  readonly onDone: () => void;
}

/** How it went, told between meetings: an outcome, words, and for "renegotiated" the contract that follows. */
export function OutcomeReport({ contract, by, outcome: first, anew = false, onDone }: OutcomeReportProps) {
  const before = contract.reports.find((report) => report.meetingId === null);
  const [outcome, setOutcome] = useState<OutcomeChoice | undefined>(first ?? contract.outcome ?? undefined);
  const [text, setText] = useState(before?.text ?? '');
  const [successor, setSuccessor] = useState(contract.text);
  const [due, setDue] = useState(contract.due ?? '');
  const [stays, setStays] = useState(true);
  const aside = useAside(contract, by);
  const beside = besideOf(contract, aside);
  const hasBeside = hasDetails(beside) || beside.goal !== null;
  const [asked, setAsked] = useState(false);
  const { record, problem } = useRecord();
  const hint = useId();
  const leave = useInlineForm(onDone);
  const goesOn = outcome === 'partly' || outcome === 'notYet';
  // What was renegotiated has its successor: a word more about it opens no second one.
  const opensAnother = outcome === 'renegotiated' && contract.outcome !== 'renegotiated';

  const save = useOneAtATime(async (_event?: FormEvent) => {
    setAsked(true);
    if (!outcome || (opensAnother && successor.trim() === '')) return;
    const at = clock.now();
    const next = {
      id: newId(),
      text: successor,
      due: due || null,
      meetingId: null,
      beside: stays ? carriedOver(beside) : NOTHING_BESIDE,
    };
    const drafts = opensAnother
      ? renegotiate(contract, { meetingId: null, text }, next, by, at)
      : [reportContract(contract, { meetingId: null, outcome, text }, by, at)];
    const word = t(OUTCOME_LOOKS[outcome].key);
    if (
      await record(
        drafts,
        t(isOpen(contract.kind, outcome) ? 'log_saved_open' : 'log_saved_outcome', { outcome: word }),
      )
    )
      onDone();
  });

  const told = (
    <TextArea
      label={t(anew ? 'anew_why' : 'log_report_words')}
      hint={anew ? undefined : t('log_report_hint')}
      maxLength={MAX_TEXT}
      value={text}
      onChange={setText}
      onSubmit={save}
      enterSubmits
    />
  );

  return (
    <form className="log-form" onSubmit={save} onKeyDown={leave} aria-describedby={goesOn ? hint : undefined}>
      {anew ? (
        <p className="log-anew">{t('anew_lead')}</p>
      ) : (
        <OutcomeRadios value={outcome} onChange={setOutcome} />
      )}
      {asked && !outcome ? <p className="field-problem">{t('log_outcome_problem')}</p> : null}
      {anew ? null : told}
      {goesOn ? (
        <div className="log-carry" id={hint}>
          <p>{t('log_carry_on')}</p>
          <div>
            <Button size="small" variant="plain" onClick={() => setOutcome('renegotiated')}>
              {t('log_carry_anew')}
            </Button>
            <Button size="small" variant="plain" onClick={() => setOutcome('released')}>
              {t('log_carry_release')}
            </Button>
          </div>
        </div>
      ) : null}
      {opensAnother ? (
        <>
          <TextArea
            autoFocus={anew}
            label={t('log_successor')}
            maxLength={MAX_TEXT}
            value={successor}
            onChange={setSuccessor}
            problem={asked && successor.trim() === '' ? t('log_successor_problem') : undefined}
            onSubmit={save}
            enterSubmits
          />
          <TextField className="log-due" type="date" label={t('anew_due')} value={due} onChange={setDue} />
          {hasBeside ? (
            <Checkbox checked={stays} onChange={setStays}>
              {t('anew_stays')}
            </Checkbox>
          ) : null}
        </>
      ) : null}
      {anew ? told : null}
      {problem}
      <div className="log-form-actions">
        <Button type="submit" variant="primary" size="small">
          {t('log_save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('ui_cancel')}
        </Button>
      </div>
    </form>
  );
}
