import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { meetsInTeams } from '@/lib/store/meets-in-teams';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { routeTo } from './route.ts';
import { TeamsRefused } from './TeamsRefused.tsx';
import { usePages } from './use-pages.ts';

/** For a circle that meets in Teams: the sidebar can open there by itself too, if the member lets it. */
export function TeamsOffer({ circleId }: { readonly circleId: string }) {
  const inTeams = useLiveQuery(() => meetsInTeams(database(), circleId), [circleId]);
  const pages = usePages('teams');
  const [isAsked, setIsAsked] = useState(false);
  const [isClosed, setIsClosed] = useState(false);
  if (!inTeams || !pages || isClosed) return null;
  const close = () => setIsClosed(true);
  if (pages.isOn)
    return isAsked ? (
      <Notice
        kind="info"
        title={t('teams_on')}
        todo={t('teams_on_todo')}
        actions={<a href={routeTo('settings')}>{t('home_settings')}</a>}
        onClose={close}
      />
    ) : null;
  if (pages.step === 'refused') return <TeamsRefused onClose={pages.settle} />;
  return (
    <Notice
      kind="info"
      title={t(pages.isWithdrawn ? 'teams_withdrawn' : 'teams_offer')}
      todo={t('teams_offer_lead')}
      actions={
        <Button
          variant="primary"
          busy={pages.step === 'asking'}
          onClick={() => {
            // First of all, or the browser does not ask.
            pages.start();
            setIsAsked(true);
          }}
        >
          {t('teams_switch_on')}
        </Button>
      }
      onClose={close}
    />
  );
}
