import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/platform/i18n';
import { useCircles } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { SaveContracts } from '../take-out/SaveContracts.tsx';
import { ContractLog } from './ContractLog.tsx';
import { MyPatterns } from './MyPatterns.tsx';
import { NewContract } from './NewContract.tsx';

/** The home page's section Contracts: write one, and the log of all of them. Needs a ToastProvider above. */
export function ContractsPage() {
  const circles = useCircles();
  const [saving, setSaving] = useState(false);
  const mine = circles?.filter(({ circle, me }) => me && me.leftOn === null && !circle.archived) ?? [];
  return (
    <Page
      title={t('log_title')}
      lead={t('log_lead')}
      aside={
        circles && circles.length > 0 ? (
          <Button icon="download" onClick={() => setSaving(true)}>
            {t('out_contracts')}
          </Button>
        ) : undefined
      }
    >
      {!circles ? (
        <Skeleton lines={6} />
      ) : circles.length === 0 ? (
        <EmptyState
          icon="note"
          title={t('log_none_title')}
          step={
            <a className="button button-primary" href={routeTo('circles')}>
              {t('popup_empty_step')}
            </a>
          }
        >
          <p>{t('log_none_words')}</p>
        </EmptyState>
      ) : (
        <>
          {mine.length > 0 ? <NewContract circles={mine} withDue /> : null}
          <MyPatterns circles={circles} />
          <ContractLog circles={circles} />
          <p className="log-mine">
            <a href={routeTo('mine')}>{t('mine_link')}</a> ·{' '}
            <a href={routeTo('contracts', 'sheet')}>{t('sheet_link')}</a>
          </p>
          {saving ? <SaveContracts circles={circles} onClose={() => setSaving(false)} /> : null}
        </>
      )}
    </Page>
  );
}
