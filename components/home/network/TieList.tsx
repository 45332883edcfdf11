import { Badge } from '@/components/ui/Badge';
import { presentMembers } from '@/lib/circle/member';
import { TIE_CATEGORIES } from '@/lib/network/facts';
import type { TieRow } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { categoryWords, contactWords, listWords, rhythmWords, tieParts } from './tie-words.ts';

/** All that the map shows, in words. */
export function TieList({
  ties,
  circles,
  dueIds,
  today,
}: {
  readonly ties: readonly TieRow[];
  readonly circles: readonly CircleView[];
  readonly dueIds: ReadonlySet<string>;
  /** ISO date. */
  readonly today: string;
}) {
  const groups = [...TIE_CATEGORIES, null].map((category) => ({
    category,
    own: ties.filter((tie) => tie.category === category),
  }));
  return (
    <div className="tie-list">
      {circles.length > 0 ? (
        <section>
          <h3>{t('network_heart')}</h3>
          <ul className="plain-list" aria-label={t('network_heart')}>
            {circles.map(({ circle, members, me }) => (
              <li key={circle.id} className="tie-line">
                <a href={routeTo('circles', circle.id)}>{circle.name}</a>
                <span className="quiet">{membersWords(members, me?.id)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {groups.map(({ category, own }) =>
        own.length > 0 ? (
          <section key={category ?? 'unsaid'}>
            <h3>{categoryWords(category)}</h3>
            <ul className="plain-list" aria-label={categoryWords(category)}>
              {own.map((tie) => (
                <li key={tie.id} className="tie-line">
                  <span className="tie-line-name">
                    <a href={routeTo('network', tie.id)}>{tie.name}</a>
                    {dueIds.has(tie.id) ? <Badge tone="accent">{t('network_due_mark')}</Badge> : null}
                  </span>
                  <span className="quiet">
                    {[
                      ...tieParts(tie),
                      contactWords(tie, today),
                      ...(tie.rhythm ? [rhythmWords(tie.rhythm)] : []),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null,
      )}
    </div>
  );
}

/** Who sits in a circle besides me. */
export const membersWords = (members: CircleView['members'], me: string | undefined): string =>
  listWords(presentMembers(members).map(({ id, name }) => (id === me ? t('network_me') : name)));
