import { isSpaceId } from '@/lib/fact/space';
import { t, tn } from '@/lib/platform/i18n';
import type { SpaceStanding } from '@/lib/share/space-host';
import { Icon } from '../ui/Icon.tsx';

/** Whether what stands here is seen by others, in a few words. */
export function Sharing({
  circleId,
  standing,
}: {
  readonly circleId: string;
  readonly standing: SpaceStanding | null;
}) {
  const isShared = isSpaceId(circleId);
  return (
    <span className="head-local" data-shared={isShared ? '' : undefined}>
      <Icon name={isShared ? 'people' : 'lock'} /> {isShared ? words(standing) : t('sidebar_only_here')}
    </span>
  );
}

function words(standing: SpaceStanding | null): string {
  if (!standing) return t('sidebar_shared_file');
  switch (standing.connection) {
    case 'offline':
      return t('sidebar_shared_off');
    case 'connecting':
      return t('sidebar_shared_connecting');
    case 'online': {
      if (standing.isBehind) return t('sidebar_shared_catching');
      const others = standing.here.length;
      return others === 0 ? t('sidebar_shared_alone') : tn('sidebar_shared_here', others);
    }
    default:
      return standing.connection satisfies never;
  }
}
