import { useLiveQuery } from 'dexie-react-hooks';
import { t, tn } from '@/lib/platform/i18n';
import { loadCircle } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Notice } from '../../ui/Notice.tsx';
import { rhythmWords } from '../circles/dates.ts';
import { formatName } from '../formats/format-name.ts';
import { routeTo } from '../route.ts';

export interface MadeNoticeProps {
  readonly circleId: string;
  readonly onClose: () => void;
}

/** A circle was just made from what the calendar told: what it came to, and where to look it over. */
export function MadeNotice({ circleId, onClose }: MadeNoticeProps) {
  const made = useLiveQuery(() => loadCircle(database(), circleId), [circleId]);
  if (!made) return null;
  const { circle, members, me } = made;
  return (
    <Notice
      kind="info"
      title={t('cal_made', { name: circle.name })}
      todo={[
        tn('sidebar_members', members.length),
        me ? t('cal_made_me', { name: me.name }) : t('cal_made_who'),
        `${formatName(circle.formatId, circle.formats)}, ${tn('sidebar_minutes_long', circle.lengthMin)}, ${rhythmWords(circle.everyDays)}`,
      ].join(' · ')}
      actions={<a href={routeTo('circles', circleId)}>{t(me ? 'cal_made_look' : 'cal_made_say')}</a>}
      onClose={onClose}
    />
  );
}
