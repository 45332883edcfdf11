import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/lib/store/database';
import { troubleText } from '../home/calendars/accounts/trouble-text.ts';
import { routeTo } from '../home/route.ts';

/**
 * Calendar accounts that wait for the member; what to do stands where the link leads. Said here too: nobody opens the page of calendars to look whether all is
 * well, and a meeting may have been moved meanwhile.
 */
export function StuckAccounts() {
  const accounts = useLiveQuery(() => database().accounts.toArray(), []) ?? [];
  const words = accounts.flatMap(({ provider, problem }) =>
    problem ? [troubleText(problem.reason, provider, problem.code).title] : [],
  );
  return [...new Set(words)].map((title) => (
    <a key={title} href={`/home.html${routeTo('calendars')}`} target="_blank" rel="noreferrer">
      {title}
    </a>
  ));
}
