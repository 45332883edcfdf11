import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { ContractCard } from '@/components/card/ContractCard';
import { OutcomeButtons } from '@/components/card/OutcomeButtons';
import { OUTCOME_LOOKS, type OutcomeChoice } from '@/components/card/outcome-look';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { reportContract } from '@/lib/contract/commands';
import { type ContractRow, isOpen } from '@/lib/contract/contract';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { myAskedContracts, myOpenContracts } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../home/circles/dates.ts';
import type { CircleView } from '../home/circles/use-circles.ts';
import { OutcomeReport } from '../home/contracts/OutcomeReport.tsx';

/** So many are shown before "Show more": a popup is opened in a hurry. */
const PAGE = 10;

/** My open contracts, the latest first, each with its outcomes one press away. */
export function OpenContracts({
  circles,
  now,
}: {
  readonly circles: readonly CircleView[];
  readonly now: number;
}) {
  const found = useLiveQuery(() => readOpen(), []);
  const [pages, setPages] = useState(1);
  if (!found) return null;
  const { contracts, resting } = found;
  const shown = contracts.slice(0, pages * PAGE);
  return (
    <Section title={t('popup_open')} aside={contracts.length > 0 ? contracts.length : undefined}>
      {contracts.length === 0 ? <p className="popup-quiet">{t('popup_open_none')}</p> : null}
      <ul className="plain-list popup-list" aria-label={t('popup_open')}>
        {shown.map((contract) => (
          <li key={contract.id}>
            <OpenContract
              contract={contract}
              circle={circles.find(({ circle }) => circle.id === contract.circleId)}
              nameCircle={circles.length > 1}
              now={now}
            />
          </li>
        ))}
      </ul>
      {contracts.length > shown.length ? (
        <Button wide onClick={() => setPages(pages + 1)}>
          {t('log_more')}
        </Button>
      ) : null}
      {resting > 0 ? <p className="popup-quiet">{tn('life_rest', resting)}</p> : null}
    </Section>
  );
}

/** Those that ask for a word, the latest first, and how many rest with their circle. */
async function readOpen(): Promise<{ contracts: ContractRow[]; resting: number }> {
  const [open, asked] = await Promise.all([myOpenContracts(database()), myAskedContracts(database())]);
  return { contracts: asked.toReversed(), resting: open.length - asked.length };
}

function OpenContract({
  contract,
  circle,
  nameCircle,
  now,
}: {
  readonly contract: ContractRow;
  readonly circle: CircleView | undefined;
  readonly nameCircle: boolean;
  readonly now: number;
}) {
  const [writing, setWriting] = useState(false);
  const { record, problem } = useRecord();
  const by = circle?.me?.id ?? null;
  const choose = async (outcome: OutcomeChoice) => {
    // A renegotiated contract needs the words of the one that follows.
    if (outcome === 'renegotiated') return setWriting(true);
    const before = contract.reports.find((report) => report.meetingId === null);
    const report = { meetingId: null, outcome, text: before?.text ?? '' };
    const said = isOpen(contract.kind, outcome) ? 'log_saved_open' : 'log_saved_outcome';
    await record(
      [reportContract(contract, report, by, clock.now())],
      t(said, { outcome: t(OUTCOME_LOOKS[outcome].key) }),
    );
  };
  const date = dateWords(dayOf(contract.madeAt), now, 'short');
  const line = [
    contract.isPrivate && t('card_private'),
    nameCircle && circle?.circle.name,
    t('log_made_on', { date }),
    contract.due && t('card_until', { date: dateWords(Temporal.PlainDate.from(contract.due), now, 'short') }),
  ];
  return (
    <ContractCard
      group
      text={contract.text}
      state={writing || !contract.outcome ? undefined : contract.outcome}
      line={line.filter(Boolean).join(' · ')}
      onlyMe={contract.isPrivate}
    >
      {writing ? (
        <OutcomeReport contract={contract} by={by} outcome="renegotiated" onDone={() => setWriting(false)} />
      ) : (
        <OutcomeButtons onChoose={(outcome) => void choose(outcome)} />
      )}
      {problem}
    </ContractCard>
  );
}
