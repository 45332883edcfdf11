import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { BringForm } from './BringForm.tsx';
import { BringOffer } from './BringHistory.tsx';
import { ByFile } from './ByFile.tsx';
import { useBringable } from './use-bringable.ts';

export interface JoinedProps {
  readonly space: string;
  /** No relay brings what was written: where it did not come with the last text, it comes as a file. */
  readonly isByHand: boolean;
  readonly onClose: () => void;
}

/** Let in; what the circle has written comes now, and what one kept of it oneself can go there. */
export function Joined({ space, isByHand, onClose }: JoinedProps) {
  const circle = useLiveQuery(() => database().circles.get(space), [space]);
  const erased = useLiveQuery(() => database().erasedCircles.get(space), [space]);
  const found = useBringable(space);
  const [bringing, setBringing] = useState<CircleView | null>(null);
  if (erased) return <Notice kind="problem" title={t('share_erased_title')} todo={t('share_erased_todo')} />;
  if (!circle)
    return isByHand ? (
      <>
        <Notice kind="info" title={t('hand_in')} todo={t('hand_in_todo')} />
        <ByFile space={space} />
      </>
    ) : (
      <p className="share-wait" role="status">
        <Spinner /> {t('share_join_reading')}
      </p>
    );
  const back = () => setBringing(null);
  if (bringing && found)
    return <BringForm local={bringing} shared={found.shared} onDone={back} onCancel={back} />;
  return (
    <>
      <Notice
        kind="info"
        title={t('share_joined', { circle: circle.name })}
        todo={t(isByHand ? 'hand_joined_todo' : 'share_joined_todo')}
        actions={
          <a className="button button-primary" href={routeTo('circles', space)} onClick={onClose}>
            {t('share_joined_open')}
          </a>
        }
      />
      {found?.locals.map((local) => (
        <BringOffer key={local.circle.id} local={local} onBring={() => setBringing(local)} />
      ))}
    </>
  );
}
