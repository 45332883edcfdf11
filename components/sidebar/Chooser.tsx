import { useLiveQuery } from 'dexie-react-hooks';
import { t, tn } from '@/lib/platform/i18n';
import { listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { DataLost } from '../card/DataLost.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { openHome } from './Header.tsx';
import { useCallNames } from './use-call-names.ts';

export interface ChooserProps {
  /** Beside a call one says which circle the call is; elsewhere which circle meets. */
  readonly beside: boolean;
  readonly onChoose: (circleId: string) => void;
}

/** Which circle is it? Shown where neither the call's code nor the member has said. */
export function Chooser({ beside, onChoose }: ChooserProps) {
  const isUnreadable = useCallNames(null).kind === 'unreadable';
  const circles = useLiveQuery(() => listCircles(database()), []);
  if (!circles) return <Skeleton lines={4} />;
  const inUse = circles.filter((one) => !one.circle.archived);
  return (
    <main className="stage chooser">
      <h1>{t('sidebar_choose')}</h1>
      <DataLost />
      {isUnreadable ? <p className="calm-line">{t('sidebar_unreadable')}</p> : null}
      {inUse.length === 0 ? (
        <EmptyState
          icon="people"
          title={t('sidebar_no_circle')}
          step={
            <Button variant="primary" onClick={() => openHome('circles')}>
              {t('sidebar_no_circle_step')}
            </Button>
          }
        >
          {t('sidebar_no_circle_body')}
        </EmptyState>
      ) : (
        <>
          <p className="calm-line">{t(beside ? 'sidebar_choose_call' : 'sidebar_choose_here')}</p>
          <ul className="plain-list choices">
            {inUse.map(({ circle, members }) => (
              <li key={circle.id}>
                <button type="button" className="choice" onClick={() => onChoose(circle.id)}>
                  <span>
                    <strong>{circle.name}</strong>
                    <br />
                    {tn('sidebar_members', members.filter((member) => member.leftOn === null).length)}
                  </span>
                  <Icon name="chevron" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
