import { useLiveQuery } from 'dexie-react-hooks';
import { tieWith } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import type { CircleView } from '../use-circles.ts';
import { TieToKeep } from './TieToKeep.tsx';

/** Each member, present or former, as somebody to keep in touch with: one by one, never taken in silently. */
export function TiesToKeep({ view }: { readonly view: CircleView }) {
  const ties = useLiveQuery(() => database().ties.toArray(), []);
  if (!ties) return null;
  const others = view.members.filter((member) => member.id !== view.me?.id);
  return (
    <>
      <p>{t('tie_lead')}</p>
      <ul className="plain-list ties">
        {others.map((member) => (
          <li key={member.id}>
            <TieToKeep view={view} member={member} tie={tieWith(ties, member) ?? null} />
          </li>
        ))}
      </ul>
    </>
  );
}
