import { Notice } from '@/components/ui/Notice';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { t } from '@/lib/platform/i18n';

/** How far it is, from 0 to 1, or why it was not done. */
export type Stage = number | 'busy' | 'failed';

export interface WorkingProps {
  readonly stage: Stage | null;
  /** What is done to the rows. */
  readonly label: string;
}

/** How far sealing or its way back has come, or why it did not. */
export function Working({ stage, label }: WorkingProps) {
  if (stage === null) return null;
  if (stage === 'busy' || stage === 'failed')
    return (
      <Notice
        kind="problem"
        title={t(stage === 'busy' ? 'lock_busy' : 'lock_failed')}
        kept={t('lock_nothing_changed')}
        todo={t('lock_busy_todo')}
      />
    );
  return (
    <>
      <ProgressBar label={label} value={stage} />
      <p className="settings-hint">{t('lock_sealing_stay')}</p>
    </>
  );
}
