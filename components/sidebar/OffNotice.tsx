import { t } from '@/lib/platform/i18n';
import { meetDrafts } from '../home/circles/life/skip-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useStage } from './stage.ts';
import './off-notice.css';

/** The circle does not meet on the date that is about now: said calmly, with the way to meet all the same. */
export function OffNotice() {
  const { room, record, me } = useStage();
  const { off } = room;
  if (!off || room.slot) return null;
  const meet = async () => {
    await record(await meetDrafts(off, me));
  };
  return (
    <div className="off-notice">
      <Notice
        kind="info"
        title={t(off.why === 'skipped' ? 'life_off_skipped' : 'life_off_pause')}
        actions={
          <Button size="small" onClick={() => void meet()}>
            {t('life_meet')}
          </Button>
        }
      />
    </div>
  );
}
