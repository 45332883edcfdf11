import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { askForMeet, followMeet, mayJoinMeet } from '@/lib/platform/meet-leave';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Where the browser keeps us out of Meet's calls, says so, with the way back in. */
export function MeetAway() {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const may = await mayJoinMeet();
      if (!isGone) setIsAway(!may);
    };
    void look();
    const stop = followMeet(() => void look());
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  if (!isAway) return null;
  return (
    <Notice
      kind="info"
      title={t('meet_withdrawn')}
      actions={
        <Button variant="primary" onClick={() => void askForMeet()}>
          {t('meet_switch_on')}
        </Button>
      }
    />
  );
}
