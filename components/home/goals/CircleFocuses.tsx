import { Icon } from '@/components/ui/Icon';
import { t } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { focusWord } from './goal-words.ts';

/** What my circles work on together, where they took a single focus; it is set on the circle's page. */
export function CircleFocuses({ circles }: { readonly circles: readonly CircleView[] }) {
  const focused = circles.filter(({ circle }) => !circle.archived && circle.focus);
  if (focused.length === 0) return null;
  return (
    <div className="goal-list">
      {focused.map(({ circle }) =>
        circle.focus ? (
          <p key={circle.id} className="goal-private">
            <Icon name="people" />
            <span>
              {t('goals_circle_focus')} <a href={routeTo('circles', circle.id)}>{circle.name}</a>:{' '}
              {[focusWord(circle.focus.focus), circle.focus.about].filter(Boolean).join(', ')}
            </span>
          </p>
        ) : null,
      )}
    </div>
  );
}
