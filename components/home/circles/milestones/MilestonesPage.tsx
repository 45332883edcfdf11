import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { MilestoneForm } from '@/components/milestone/MilestoneForm';
import type { People } from '@/components/milestone/people';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { type WallChoice, wallOf } from '@/lib/milestone/wall';
import { t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { circleMilestones } from '@/lib/store/milestones';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import { Page } from '../../Page.tsx';
import { routeTo } from '../../route.ts';
import type { CircleView } from '../use-circles.ts';
import { MilestoneCard } from './MilestoneCard.tsx';
import { OutsideSheet } from './OutsideSheet.tsx';
import { peopleOfView } from './people-of-view.ts';
import { WallFilters } from './WallFilters.tsx';
import './milestones.css';

/** From so many on one may want to see a part. */
const MANY = 4;
const ALL: WallChoice = { kind: null, memberId: null, year: null };

/** The wall of what the circle's members reached, with whose help; and what of it may be told outside. */
export function MilestonesPage({ view }: { readonly view: CircleView }) {
  const { circle } = view;
  const rows = useLiveQuery(() => circleMilestones(database(), circle.id), [circle.id]);
  const [outside, setOutside] = useState(false);
  return (
    <Page
      title={t(outside ? 'milestone_out_title' : 'milestone_title')}
      tabTitle={t('milestone_title')}
      lead={t(outside ? 'milestone_out_lead' : 'milestone_lead')}
    >
      <p className="circle-back">
        <a href={routeTo('circles', circle.id)}>{t('milestone_back', { circle: circle.name })}</a>
      </p>
      {!rows ? (
        <Skeleton lines={6} />
      ) : outside ? (
        <OutsideSheet rows={rows} people={peopleOfView(view)} onBack={() => setOutside(false)} />
      ) : (
        <Wall rows={rows} people={peopleOfView(view)} onOutside={() => setOutside(true)} />
      )}
    </Page>
  );
}

function Wall({
  rows,
  people,
  onOutside,
}: {
  readonly rows: readonly MilestoneRow[];
  readonly people: People;
  readonly onOutside: () => void;
}) {
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const [choice, setChoice] = useState(ALL);
  const { record, problem } = useRecord();
  const waiting = rows.filter((row) => !row.confirmed && row.memberId === people.me);
  const years = wallOf(
    rows.filter((row) => !waiting.includes(row)),
    choice,
  );
  const card = (row: MilestoneRow) => (
    <MilestoneCard row={row} people={people} record={record} isFresh={row.id === fresh} />
  );
  const add = (
    <Button variant="primary" icon="plus" aria-expanded={adding} onClick={() => setAdding(!adding)}>
      {t('milestone_add')}
    </Button>
  );
  return (
    <>
      {rows.length > 0 ? (
        <div className="next-ways milestone-tools">
          {add}
          <Button icon="eye" onClick={onOutside}>
            {t('milestone_outside')}
          </Button>
        </div>
      ) : null}
      {adding ? (
        <Add
          people={people}
          record={record}
          onDone={(id) => {
            setAdding(false);
            if (id === null) return;
            setFresh(id);
            setChoice(ALL);
          }}
        />
      ) : null}
      {problem}
      {waiting.length > 0 ? (
        <div className="milestone-waiting">
          <h2 className="section-title">{tn('milestone_waiting', waiting.length)}</h2>
          <ul className="plain-list milestone-list">
            {waiting.map((row) => (
              <li key={row.id}>{card(row)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {rows.length === 0 && !adding ? (
        <EmptyState icon="flag" title={t('milestone_none_title')} step={add}>
          <p>{t('milestone_none_words')}</p>
        </EmptyState>
      ) : null}
      {rows.length >= MANY ? (
        <WallFilters rows={rows} people={people} value={choice} onChange={setChoice} />
      ) : null}
      {rows.length > waiting.length && years.length === 0 ? (
        <p className="quiet">{t('milestone_filter_none')}</p>
      ) : null}
      <p className="milestone-print-note">{t('milestone_print_note')}</p>
      {years.map(({ year, rows: inYear }) => (
        <section key={year} className="milestone-year" aria-label={year}>
          <h2>{year}</h2>
          <ol className="plain-list milestone-list">
            {inYear.map((row) => (
              <li key={row.id}>{card(row)}</li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Add({ onDone, ...rest }: Pick<Parameters<typeof MilestoneForm>[0], 'people' | 'record' | 'onDone'>) {
  const leave = useInlineForm(() => onDone(null));
  return <MilestoneForm {...rest} onDone={onDone} onKeyDown={leave} />;
}
