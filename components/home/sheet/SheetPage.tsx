import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Notice } from '@/components/ui/Notice';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { t, tn } from '@/lib/platform/i18n';
import { type CircleView, useCircles } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { ChooseTable } from './ChooseTable.tsx';
import { TableForm } from './TableForm.tsx';
import '../circles/circles.css';
import './sheet.css';

/** The contracts a circle kept in a spreadsheet before: chosen, looked at, and only then brought in. */
export function SheetPage() {
  const circles = useCircles()?.filter(({ circle }) => !circle.archived);
  const [circleId, setCircleId] = useState('');
  const view = circles?.find(({ circle }) => circle.id === circleId) ?? circles?.[0];
  return (
    <Page title={t('sheet_title')} tabTitle={t('log_title')} lead={t('sheet_lead')}>
      <p className="circle-back">
        <a href={routeTo('contracts')}>{t('sheet_back')}</a>
      </p>
      {!circles ? (
        <Skeleton lines={4} />
      ) : !view ? (
        <EmptyState
          icon="people"
          title={t('sheet_no_circle')}
          step={
            <a className="button button-primary" href={routeTo('circles')}>
              {t('popup_empty_step')}
            </a>
          }
        >
          <p>{t('sheet_no_circle_words')}</p>
        </EmptyState>
      ) : (
        <>
          {circles.length > 1 ? (
            <Select
              className="sheet-circle"
              label={t('sheet_circle')}
              value={view.circle.id}
              onChange={setCircleId}
              options={circles.map(({ circle }) => ({ value: circle.id, label: circle.name }))}
            />
          ) : null}
          <Bring key={view.circle.id} view={view} />
        </>
      )}
    </Page>
  );
}

interface Brought {
  readonly count: number;
  readonly undo: () => Promise<void>;
}

function Bring({ view }: { readonly view: CircleView }) {
  const [brought, setBrought] = useState<Brought | 'undone' | null>(null);
  const { circle } = view;
  return (
    <>
      <div role="status">
        {brought === 'undone' ? (
          <Notice kind="info" title={t('sheet_undone')} onClose={() => setBrought(null)} />
        ) : brought ? (
          <Notice
            kind="info"
            title={tn('sheet_done', brought.count, { circle: circle.name })}
            actions={
              <>
                <a className="button button-quiet" href={routeTo('contracts')}>
                  {t('sheet_look')}
                </a>
                <Button icon="undo" onClick={() => void brought.undo().then(() => setBrought('undone'))}>
                  {t('sheet_undo')}
                </Button>
              </>
            }
            onClose={() => setBrought(null)}
          />
        ) : null}
      </div>
      <ChooseTable
        members={view.members.map(({ name }) => name)}
        form={(table) => (
          <TableForm
            view={view}
            table={table}
            onBrought={(count, undo) => {
              setBrought({ count, undo });
              table.clear();
              window.scrollTo(0, 0);
            }}
          />
        )}
      />
    </>
  );
}
