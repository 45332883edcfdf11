import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import { StaysIn, useKept } from '@/components/ui/use-stays-drawn';
import type { AsideRow } from '@/lib/contract/aside';
import type { ContractRow } from '@/lib/contract/contract';
import { joinSame } from '@/lib/contract/log';
import { beginsMeeting, chooseContracts } from '@/lib/contract/log-view';
import { ME } from '@/lib/fact/fact';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { joinSome, shownContracts } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { LongList } from '../LongList.tsx';
import { LogFilters, type LogFilterValues } from './LogFilters.tsx';
import { LogItem } from './LogItem.tsx';
import './contract-log.css';

/** On a circle's page, a contract of each member and a few: other things stand under the log there. */
const FIRST = 10;
/** How many more at a time for who asks for them. */
const PAGE = 20;

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
  const [filter, setFilter] = useState<LogFilterValues>({
    whose: startWith,
    circleId: circleId ?? null,
    query: '',
    order: 'open',
  });
  const [pages, setPages] = useState(1);
  const [held, keep] = useKept();
  const kept = useMemo(() => new Set(held), [held]);
  const query = useDeferredValue(filter.query);
  const isFirstPage = pages === 1 && query === '' && filter.order === 'open' && filter.whose === 'all';
  const read = useContracts(circleId, isFirstPage && circleId !== undefined ? kept : null);
  const contracts = read?.contracts;
  const starts = useMeetingStarts(circleId, filter.order === 'meeting');
  const byId = useMemo(() => new Map(circles.map((one) => [one.circle.id, one])), [circles]);
  const chosen = useMemo(() => {
    if (!contracts || !starts) return undefined;
    const mine = new Set(circles.flatMap(({ me }) => (me ? [me.id] : [])));
    const members = filter.whose === 'mine' ? mine : null;
    const { order } = filter;
    return chooseContracts(contracts, { members, circleId: filter.circleId, query, order, kept }, starts);
  }, [contracts, starts, circles, filter, query, kept]);

  if (!read || !contracts || !starts || !chosen) return <Skeleton lines={6} />;
  if (contracts.length === 0)
    return (
      <EmptyState icon="note" title={t('log_none_title')}>
        <p>{t('log_none_words')}</p>
      </EmptyState>
    );
  const shown = chosen.filter((one, at) => at < FIRST + (pages - 1) * PAGE || kept.has(one.id));
  const item = (contract: ContractRow, before: ContractRow | undefined) => (
    <>
      {filter.order === 'meeting' && beginsMeeting(contract, before) ? (
        <p className="log-meeting">{meetingWords(contract, starts, byId.size > 1 ? byId : undefined)}</p>
      ) : null}
      <StaysIn id={contract.id} keep={keep}>
        <LogItem
          contract={contract}
          circle={byId.get(contract.circleId)}
          isCopy={read.copies.has(contract.id)}
          aside={read.asides.get(contract.id) ?? null}
          nameCircle={circleId === undefined && byId.size > 1 && filter.circleId === null}
        />
      </StaysIn>
    </>
  );
  return (
    <div className="log">
      <LogFilters
        value={filter}
        onChange={(next) => {
          setFilter(next);
          setPages(1);
        }}
        circles={circleId === undefined ? circles : []}
        count={isFirstPage ? read.total : chosen.length}
        open={chosen.reduce((sum, contract) => sum + contract.open, 0)}
      />
      {shown.length === 0 ? <p className="log-nothing">{t('log_found_none')}</p> : null}
      {circleId === undefined ? (
        <LongList
          className="log-list"
          label={t('log_list')}
          items={chosen}
          keyOf={(contract) => contract.id}
          itemHeight={88}
        >
          {(contract, at) => item(contract, chosen[at - 1])}
        </LongList>
      ) : (
        <ul className="plain-list log-list" aria-label={t('log_list')}>
          {shown.map((contract, at) => (
            <li key={contract.id}>{item(contract, shown[at - 1])}</li>
          ))}
        </ul>
      )}
      {circleId !== undefined && (isFirstPage ? read.total : chosen.length) > shown.length ? (
        <Button wide onClick={() => setPages(pages + 1)}>
          {t('log_more')}
        </Button>
      ) : null}
    </div>
  );
}

interface Read {
  readonly contracts: readonly ContractRow[];
  /** How many there are in all, read or not. */
  readonly total: number;
  /** Ids of shared copies of private contracts of mine. */
  readonly copies: ReadonlySet<string>;
  /** What I keep beside contracts of mine, by their ids: read with the list, since rows that ask one by one make scrolling stutter. */
  readonly asides: ReadonlyMap<string, AsideRow>;
}

/**
 * The contracts there are. As long as nobody searches, filters or turns the page, only those that the first page
 * shows: all open ones and the latest closed ones, so that a circle of ten years opens like a new one.
 * @param kept of a circle's first page: those whose form is open, shown beside its own; null: all contracts are read.
 */
function useContracts(circleId: string | undefined, kept: ReadonlySet<string> | null): Read | undefined {
  return useLiveQuery(async () => {
    const { contracts, asides: asideRows } = database();
    // Read whole and chosen from here: a condition on the way makes the browser hand over row by row, which takes ten times as long.
    const [beside, ofMe] = await Promise.all([
      asideRows.toArray(),
      contracts.where('[log+id]').between([ME, ''], [ME, '\uffff']).toArray(),
    ]);
    const asides = new Map(beside.map((aside) => [aside.id, aside]));
    const mine = ofMe.filter(
      (row) => row.sharedAs !== undefined && row.circleId === (circleId ?? row.circleId),
    );
    const copies = new Set(mine.flatMap((row) => row.sharedAs ?? []));
    if (circleId === undefined) {
      const rows = joinSame(await shownContracts(database(), await contracts.toArray()));
      return { contracts: rows, total: rows.length, copies, asides };
    }
    const all = () =>
      contracts
        .where('[circleId+madeAt]')
        .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY]);
    if (!kept) {
      const rows = joinSame(await all().toArray());
      return { contracts: rows, total: rows.length, copies, asides };
    }
    // What the open ones leave of the first page is among the latest, even if all that are open were the latest.
    const [total, open, latest, held] = await Promise.all([
      all().count(),
      contracts.where('[circleId+open]').equals([circleId, 1]).toArray(),
      all().reverse().limit(FIRST).toArray(),
      // What one writes at may be older than all of these: the page may have been a longer one when it was opened.
      contracts.bulkGet(
        [...kept].flatMap((id): [string, string][] => [
          [circleId, id],
          [ME, id],
        ]),
      ),
    ]);
    const rows = [...open, ...latest, ...held.filter((row) => row !== undefined)];
    const shown = await joinSome(database(), [...new Map(rows.map((row) => [row.id, row])).values()]);
    return { contracts: shown, total: total - mine.length, copies, asides };
  }, [circleId, kept]);
}

const NO_STARTS: ReadonlyMap<string, number> = new Map();

/** When each meeting began, UTC ms, for the headings; read from the index alone, and only where headings are shown. */
function useMeetingStarts(
  circleId: string | undefined,
  wanted: boolean,
): ReadonlyMap<string, number> | undefined {
  return useLiveQuery(async () => {
    if (!wanted) return NO_STARTS;
    const starts = new Map<string, number>();
    const { meetings } = database();
    const range = circleId
      ? meetings
          .where('[circleId+start]')
          .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
      : meetings.orderBy('[circleId+start]');
    await range.eachKey((key, { primaryKey }) => {
      const start = Array.isArray(key) ? key[1] : undefined;
      if (typeof start === 'number') starts.set(primaryKey[1], start);
    });
    return starts;
  }, [circleId, wanted]);
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
