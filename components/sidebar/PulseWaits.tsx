import { t } from '@/lib/platform/i18n';
import { useOpenRound } from '../pulse/use-open-round.ts';
import { Button } from '../ui/Button.tsx';
import { openHome } from './Header.tsx';
import { useStage } from './stage.ts';

/** At the close: that a pulse waits for my answers, where they are given in peace. */
export function PulseWaits() {
  const { acting, me } = useStage();
  const { circleId } = acting.slot;
  const open = useOpenRound(circleId, me);
  if (!open || open.isIn || me === null) return null;
  return (
    <p className="pulse-waits">
      <span>{t('pulse_sidebar')}</span>
      <Button size="small" onClick={() => openHome(`circles/${circleId}/pulse`)}>
        {t('pulse_answer_open')}
      </Button>
    </p>
  );
}
