import { useLiveQuery } from 'dexie-react-hooks';
import { t } from '@/lib/platform/i18n';
import { listAccounts } from '@/lib/store/accounts';
import { database } from '@/lib/store/database';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Page } from '../Page.tsx';
import { AddFeed } from './AddFeed.tsx';
import { AddFile } from './AddFile.tsx';
import { AccountList } from './accounts/AccountList.tsx';
import { ClientIds } from './accounts/ClientIds.tsx';
import { ConnectAccount } from './accounts/ConnectAccount.tsx';
import { useConnecting } from './accounts/use-connecting.ts';
import { Sources } from './Sources.tsx';
import { SpottedMeetings } from './SpottedMeetings.tsx';
import { type FinishedImport, useFileImports } from './use-file-imports.ts';
import './calendars.css';

/** Calendar accounts, files and feeds, and the circles found in them. */
export function CalendarsPage() {
  const imports = useFileImports();
  const connecting = useConnecting();
  const accounts = useLiveQuery(() => listAccounts(database()), []);
  const sources = useLiveQuery(async () => {
    const all = await database().sources.toArray();
    return all.sort((a, b) => a.addedAt - b.addedAt || a.name.localeCompare(b.name));
  }, []);
  // Calendars of an account stand with the account.
  const single = sources?.filter(({ kind }) => kind === 'file' || kind === 'feed');
  return (
    <Page title={t('home_calendars')} lead={t('cal_lead')}>
      <LiveRegion message={spoken(imports.current?.name, imports.finished[0])} />
      <Section title={t('cal_add')}>
        <ConnectAccount connecting={connecting} isFirst={sources?.length === 0 && accounts?.length === 0} />
        <AddFile imports={imports} />
        <AddFeed />
        <ClientIds open={connecting.step.at === 'trouble' && connecting.step.reason === 'no-client'} />
        <p className="calendar-hint">{t('cal_private')}</p>
      </Section>
      {sources ? (
        <>
          {sources.length > 0 ? <SpottedMeetings /> : null}
          <AccountList accounts={accounts ?? []} connecting={connecting} />
          <Sources sources={single ?? []} />
        </>
      ) : (
        <Skeleton lines={4} />
      )}
    </Page>
  );
}

/** Start and end of a reading; what is on the way is in the bar for those who ask. Problems are alerts already. */
function spoken(reading: string | undefined, finished: FinishedImport | undefined): string {
  if (reading !== undefined) return t('cal_reading', { name: reading });
  if (finished?.result.kind === 'cancelled') return t('cal_cancelled', { name: finished.name });
  const done = finished?.result.kind === 'done' && finished.result.outcome.ok;
  return done ? t('cal_read', { name: finished.name }) : '';
}
