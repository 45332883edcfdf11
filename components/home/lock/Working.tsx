import { Notice } from '@/components/ui/Notice';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { t } from '@/lib/platform/i18n';
import type { Stage } from './lock-actions.ts';

export interface WorkingProps {
  readonly stage: Stage | 'busy' | 'failed' | null;
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
      <ProgressBar label={stage.at === 'key' ? t('lock_working_key') : label} value={stage.share} />
      <p className="settings-hint">{t('lock_sealing_stay')}</p>
    </>
  );
}
