import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { KIND_LOOKS } from '@/components/milestone/kind-looks';
import { nameIn } from '@/components/milestone/people';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { onDemand } from '@/components/ui/on-demand';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { circleMilestones } from '@/lib/store/milestones';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import { routeTo } from '../../route.ts';
import type { CircleView } from '../use-circles.ts';
import { peopleOfView } from './people-of-view.ts';
import './milestones-section.css';

const MilestoneForm = onDemand(
  async () => (await import('@/components/milestone/MilestoneForm.tsx')).MilestoneForm,
  <Skeleton lines={4} />,
);

const SHOWN = 3;

/** The latest milestones, the way to the wall, and a new one in seconds. */
export function MilestonesSection({ view }: { readonly view: CircleView }) {
  const { circle, me } = view;
  const rows = useLiveQuery(() => circleMilestones(database(), circle.id), [circle.id]);
  const [adding, setAdding] = useState(false);
  if (!rows) return null;
  const people = peopleOfView(view);
  const counted = rows.filter((row) => row.confirmed);
  const waiting = rows.filter((row) => !row.confirmed && row.memberId === me?.id).length;
  return (
    <Section
      title={t('milestone_title')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('milestone_add')}
        </Button>
      }
    >
      {adding ? <Add view={view} onDone={() => setAdding(false)} /> : null}
      {rows.length === 0 ? (
        <p className="quiet">{t('milestone_section_none')}</p>
      ) : (
        <>
          <ul className="plain-list milestone-lines" aria-label={t('milestone_latest')}>
            {counted.slice(0, SHOWN).map((row) => (
              <li key={row.id} data-hue={KIND_LOOKS[row.kind].hue}>
                <Icon name={KIND_LOOKS[row.kind].icon} />
                <span>
                  {row.title}
                  <span className="milestone-line-who">
                    {t('milestone_line', {
                      name: nameIn(people, row.memberId),
                      kind: t(KIND_LOOKS[row.kind].key),
                      year: row.on.slice(0, 4),
                    })}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a href={routeTo('circles', circle.id, 'milestones')}>
              {waiting > 0 ? tn('milestone_waiting', waiting) : tn('milestone_wall', counted.length)}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}

function Add({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  return (
    <>
      <MilestoneForm people={peopleOfView(view)} record={record} onDone={onDone} onKeyDown={leave} />
      {problem}
    </>
  );
}
