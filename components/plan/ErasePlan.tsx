import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import { ME } from '@/lib/fact/fact';
import { type DevelopmentPlan, planEntity } from '@/lib/goal/development-plan';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';

/** Asks, and then erases a plan for good: there is no undo. */
export function ErasePlan({ plan }: { readonly plan: DevelopmentPlan }) {
  const [asking, setAsking] = useState(false);
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    if (!(await record(await erasureOf(database(), ME, planEntity(plan.id), null)))) return;
    toast({ text: t('plan_erased') });
    setAsking(false);
  };
  return (
    <>
      <Button variant="plain" icon="trash" onClick={() => setAsking(true)}>
        {t('plan_erase')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('plan_erase_title')}
        confirm={t('plan_erase')}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('plan_erase_words')}</p>
        {problem}
      </ConfirmDialog>
    </>
  );
}
