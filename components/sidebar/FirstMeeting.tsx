import { t } from '@/lib/platform/i18n';
import { nameOf, useStage } from './stage.ts';

/** Before a circle's first meeting: who leads, and that there is no more to it than reading aloud and pressing Next. */
export function FirstMeeting({ facilitator }: { readonly facilitator: string | null }) {
  const stage = useStage();
  if (stage.room.held.length > 0) return null;
  return (
    <p className="first-meeting">
      {facilitator === null
        ? t('first_nobody')
        : facilitator === stage.me
          ? t('first_you')
          : t('first_other', { name: nameOf(stage, facilitator) })}{' '}
      {t('first_how')}
    </p>
  );
}
