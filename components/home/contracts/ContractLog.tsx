import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import type { ContractRow } from '@/lib/contract/contract';
import { joinSame } from '@/lib/contract/log';
import { beginsMeeting, chooseContracts } from '@/lib/contract/log-view';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { LogFilters, type LogFilterValues } from './LogFilters.tsx';
import { LogItem } from './LogItem.tsx';
import './contract-log.css';

/** As many as one reads before asking for more; the rest waits outside the page. */
const PAGE = 40;

export interface ContractLogProps {
  /** All circles: a contract's circle tells whose it is, and who I am in it. */
  readonly circles: readonly CircleView[];
  /** Only this circle's; without it all, with a filter. */
  readonly circleId?: string | undefined;
  /** What it shows at first. Default: all. */
  readonly startWith?: 'mine' | 'all' | undefined;
}

/** The contract log: list `Contracts`, open ones first, searchable, each with its reports, history and a menu. */
export function ContractLog({ circles, circleId, startWith = 'all' }: ContractLogProps) {
  const contracts = useContracts(circleId);
  const starts = useMeetingStarts(circleId);
  const [filter, setFilter] = useState<LogFilterValues>({
    whose: startWith,
    circleId: circleId ?? null,
    query: '',
    order: 'open',
  });
  const [pages, setPages] = useState(1);
  const query = useDeferredValue(filter.query);
  const byId = useMemo(() => new Map(circles.map((one) => [one.circle.id, one])), [circles]);
  const chosen = useMemo(() => {
    if (!contracts || !starts) return undefined;
    const mine = new Set(circles.flatMap(({ me }) => (me ? [me.id] : [])));
    const members = filter.whose === 'mine' ? mine : null;
    const { order } = filter;
    return chooseContracts(contracts, { members, circleId: filter.circleId, query, order }, starts);
  }, [contracts, starts, circles, filter, query]);

  if (!contracts || !starts || !chosen) return <Skeleton lines={6} />;
  if (contracts.length === 0)
    return (
      <EmptyState icon="note" title={t('log_none_title')}>
        <p>{t('log_none_words')}</p>
      </EmptyState>
    );
  const shown = chosen.slice(0, pages * PAGE);
  return (
    <div className="log">
      <LogFilters
        value={filter}
        onChange={(next) => {
          setFilter(next);
          setPages(1);
        }}
        circles={circleId === undefined ? circles : []}
        found={chosen}
      />
      {shown.length === 0 ? <p className="log-nothing">{t('log_found_none')}</p> : null}
      <ul className="plain-list log-list" aria-label={t('log_list')}>
        {shown.map((contract, at) => (
          <li key={contract.id}>
            {filter.order === 'meeting' && beginsMeeting(contract, shown[at - 1]) ? (
              <p className="log-meeting">
                {meetingWords(contract, starts, byId.size > 1 ? byId : undefined)}
              </p>
            ) : null}
            <LogItem
              contract={contract}
              circle={byId.get(contract.circleId)}
              nameCircle={circleId === undefined && byId.size > 1 && filter.circleId === null}
            />
          </li>
        ))}
      </ul>
      {chosen.length > shown.length ? (
        <Button wide onClick={() => setPages(pages + 1)}>
          {t('log_more')}
        </Button>
      ) : null}
    </div>
  );
}

function useContracts(circleId: string | undefined): readonly ContractRow[] | undefined {
  return useLiveQuery(async () => {
    const { contracts } = database();
    const rows = circleId
      ? await contracts.where('[circleId+open]').between([circleId, 0], [circleId, 1], true, true).toArray()
      : await contracts.toArray();
    return joinSame(rows);
  }, [circleId]);
}

/** When each meeting began, UTC ms, for the headings. */
function useMeetingStarts(circleId: string | undefined): ReadonlyMap<string, number> | undefined {
  return useLiveQuery(async () => {
    const { meetings } = database();
    const rows = circleId
      ? await meetings
          .where('[circleId+start]')
          .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
          .toArray()
      : await meetings.toArray();
    return new Map(rows.map((meeting) => [meeting.id, meeting.start]));
  }, [circleId]);
}

function meetingWords(
  { meetingId, madeAt, circleId }: ContractRow,
  starts: ReadonlyMap<string, number>,
  circles: ReadonlyMap<string, CircleView> | undefined,
): string {
  const day = dateWords(dayOf((meetingId && starts.get(meetingId)) || madeAt), clock.now());
  const words = meetingId === null ? t('log_between') : t('log_meeting_of', { date: day });
  const name = circles?.get(circleId)?.circle.name;
  return name ? `${words} · ${name}` : words;
}
