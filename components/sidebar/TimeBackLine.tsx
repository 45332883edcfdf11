import { setTimeBack } from '@/lib/circle/edit';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Button } from '../ui/Button.tsx';
import { useStage } from './stage.ts';

/** Why some get a little more today, and the way to do without. */
export function TimeBackLine() {
  const { room, me, record } = useStage();
  const { id } = room.circle;
  const off = async () => {
    const replaces = await factsOfKind(database(), id, id, ['circle.timeBack']);
    await record([setTimeBack(id, me, false, replaces)], t('sidebar_back_off_said'));
  };
  return (
    <p className="calm-line back-line">
      {t('sidebar_back_line')}{' '}
      <Button variant="plain" size="small" onClick={() => void off()}>
        {t('sidebar_back_off')}
      </Button>
    </p>
  );
}
