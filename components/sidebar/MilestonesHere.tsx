import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { circleMilestones } from '@/lib/store/milestones';
import { KIND_LOOKS } from '../milestone/kind-looks.ts';
import { nameIn } from '../milestone/people.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { peopleOfStage } from './people-of-stage.ts';
import { useStage } from './stage.ts';
import './milestones-here.css';

const MilestoneForm = onDemand(
  async () => (await import('../milestone/MilestoneForm.tsx')).MilestoneForm,
  <Skeleton lines={4} />,
);

/** In the phase that asks for milestones: those told at this meeting, and a new one in seconds. */
export function MilestonesHere() {
  const stage = useStage();
  const { room, acting, record } = stage;
  const { meetingId } = acting.slot;
  const circleId = room.circle.id;
  const [adding, setAdding] = useState(false);
  const rows = useLiveQuery(() => circleMilestones(database(), circleId), [circleId]);
  if (!rows) return null;
  const people = peopleOfStage(stage);
  const today = rows.filter((row) => row.meetingId === meetingId);
  return (
    <Section title={t('sidebar_milestones_now')}>
      {today.length === 0 && !adding ? <p className="calm-line">{t('sidebar_milestones_none')}</p> : null}
      <ul className="plain-list milestones-here" hidden={today.length === 0}>
        {today.map((row) => (
          <li key={row.id}>
            <Icon name={KIND_LOOKS[row.kind].icon} />
            <span>
              <strong>{nameIn(people, row.memberId)}</strong> {row.title}
            </span>
          </li>
        ))}
      </ul>
      {adding ? (
        <MilestoneForm
          people={people}
          record={record}
          start={{ meetingId }}
          onDone={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('milestone_add')}
          </Button>
        </div>
      )}
    </Section>
  );
}
