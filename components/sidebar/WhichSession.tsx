import type { CircleRow } from '@/lib/circle/circle';
import { type Format, formatOf } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { openHome } from './Header.tsx';
import { partName } from './phase-words.ts';

/** Which of a row of meetings today is, or that the row is over and the circle goes on by itself. */
export function WhichSession({ circle, format }: { readonly circle: CircleRow; readonly format: Format }) {
  const whole = formatOf(circle.formatId, circle.formats);
  if (!whole.sessions) return null;
  const session = format.session === undefined ? undefined : whole.sessions[format.session - 1];
  if (session) return <p className="which-session">{partName(session)}</p>;
  return (
    <Notice
      kind="info"
      title={t('sidebar_year_over')}
      todo={t('sidebar_year_over_todo')}
      actions={
        <Button size="small" onClick={() => openHome(`circles/${circle.id}`)}>
          {t('sidebar_open_circle')}
        </Button>
      }
    />
  );
}
