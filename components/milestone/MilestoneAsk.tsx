import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { onDemand } from '@/components/ui/on-demand';
import { Skeleton } from '@/components/ui/Skeleton';
import { useStaysDrawn } from '@/components/ui/use-stays-drawn';
import type { ContractRow } from '@/lib/contract/contract';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { milestonesOfContract } from '@/lib/store/milestones';
import type { People } from './people.ts';
import './milestone-form.css';

const MilestoneForm = onDemand(
  async () => (await import('./MilestoneForm.tsx')).MilestoneForm,
  <Skeleton lines={4} />,
);

export interface MilestoneAskProps {
  readonly contract: ContractRow;
  readonly people: People;
  readonly record: Recorder['record'];
  /** The meeting it was reported at; null between meetings. */
  readonly meetingId: string | null;
}

/**
 * Asks once, quietly, whether a contract that has just become kept is a milestone. Only while one looks at the report: it
 * does not come back. Never of a private contract, whose words are nobody else's, nor of a standing one.
 */
export function MilestoneAsk(props: MilestoneAskProps) {
  const { outcome, kind, isPrivate } = props.contract;
  const [wasKept] = useState(outcome === 'kept');
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  if (wasKept || answer === 'no' || isPrivate || kind !== 'action') return null;
  if (outcome !== 'kept' && answer === null) return null;
  return <Ask {...props} isOpen={answer === 'yes'} onAnswer={setAnswer} />;
}

function Ask({
  contract,
  people,
  record,
  meetingId,
  isOpen,
  onAnswer,
}: MilestoneAskProps & {
  readonly isOpen: boolean;
  readonly onAnswer: (answer: 'yes' | 'no') => void;
}) {
  const { circleId, id, text, memberId } = contract;
  useStaysDrawn(isOpen);
  const known = useLiveQuery(() => milestonesOfContract(database(), circleId, id), [circleId, id]);
  if (!known || (known.length > 0 && !isOpen)) return null;
  return (
    <div className="milestone-ask">
      {isOpen ? (
        <MilestoneForm
          people={people}
          record={record}
          start={{ title: text, memberId, contract: id, meetingId }}
          onDone={() => onAnswer('no')}
        />
      ) : (
        <p>
          <span>{t('milestone_ask')}</span>
          <Button
            size="small"
            variant="plain"
            aria-label={t('milestone_ask_yes_named', { what: text.slice(0, 60) })}
            onClick={() => onAnswer('yes')}
          >
            {t('milestone_ask_yes')}
          </Button>
          <Button
            size="small"
            variant="plain"
            aria-label={t('milestone_ask_no_named', { what: text.slice(0, 60) })}
            onClick={() => onAnswer('no')}
          >
            {t('milestone_ask_no')}
          </Button>
        </p>
      )}
    </div>
  );
}
