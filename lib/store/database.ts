import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Series } from '../calendar/event.ts';
import type { Skipped } from '../calendar/ics/read-result.ts';
import type { CalendarRow, EventBucket, StagedPage } from '../calendar/sync/calendar-row.ts';
import type { Provider } from '../calendar/sync/provider.ts';
import type { CircleRow } from '../circle/circle.ts';
import type { MemberRow } from '../circle/member.ts';
import type { ParkingRow } from '../circle/parking.ts';
import type { RightsRow } from '../circle/rights.ts';
import type { TogetherRow } from '../circle/together.ts';
import type { AsideRow } from '../contract/aside.ts';
import type { ContractRow } from '../contract/contract.ts';
import type { Fact, FactHash, LogId } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import type { DevelopmentPlan } from '../goal/development-plan.ts';
import type { DecisionRow, ErasedCircleRow, NoteRow, SelfRow } from '../me/me.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import type { MilestoneRow } from '../milestone/milestone.ts';
import type { TieRow } from '../network/tie.ts';
import { clock } from '../platform/clock.ts';
import { DEMO_DATABASE, isDemonstration, isPractice, PRACTICE_DATABASE } from '../platform/demonstration.ts';
import { wholeLog } from '../platform/fresh-log-once.ts';
import type { DeviceKeys } from '../share/keys.ts';
import type { EpochSecret } from '../share/seal/epoch.ts';
import type { AccountRow, TokenRow } from './account-rows.ts';
import { onlyWithRoom } from './disk-room.ts';
import { freshAfterFailure } from './fresh-log.ts';
import { passGate } from './lock/gate.ts';
import { lockable, type Opening } from './lock/lockable.ts';
import { openWithRoom } from './open-with-room.ts';
import { relaxed } from './relaxed.ts';
import { seriesText } from './series-text.ts';
import { textRows } from './text-rows.ts';

/** The latest fact of one author in one log. */
export interface Head {
  log: LogId;
  author: string;
  seq: number;
  hash: FactHash;
}

/**
 * What series come from: a file, a feed, or a ticked calendar of an account (then `id` is that of its `calendars` row,
 * which says how its reading goes). A feed's address is a secret: it stays in this table, on this device.
 */
export interface Source {
  id: string;
  kind: 'file' | 'feed' | Provider;
  name: string;
  /** Feeds only. */
  url: string | null;
  /** Sent back to the server, so that an unchanged feed costs nothing. */
  etag: string | null;
  addedAt: number;
  readAt: number | null;
  /** How many events were read, and how many could not be. */
  events: number;
  skipped: number;
  truncated: boolean;
  /** Why the last reading failed, as a catalogue key's ending; null when it went well. */
  error: string | null;
  /** Why events could not be read, with an example of each. */
  why?: readonly Skipped[];
  /** UTC ms from which its dates reach a little over a year: of the last reading that was more than "unchanged". */
  madeAt?: number;
  /** UTC ms of the last attempt to read a feed, also when it failed. */
  triedAt?: number;
}

/** A series that was spotted, or that one decided on. `verdict` by the spotter, before any decision. */
export interface SeriesRow extends Series {
  verdict: 'circle' | 'maybe' | 'no';
  score: number;
  /** `host:code`, or '' without a call. */
  code: string;
}

/** The rest of a calendar in chunks, kept to spot again when a new circle is known. */
export interface SeriesChunk {
  sourceId: string;
  chunk: number;
  series: readonly Series[];
}

export interface MetaRow {
  key: string;
  value: string | number;
}

/** The secret of an epoch that this device was given. It is in no copy and no fact. */
export interface SecretRow extends EpochSecret {
  space: SpaceId;
}

/** A row beside the log its facts are in: with its id its key, so that no log can change or hide a row of another. */
export type InLog<Row> = Row & { log: LogId };

/** Of the tables and their indexes. A change is a new number, a step below, and a stored database in test/pages/db. */
export const SCHEMA_VERSION = 3;
/**
 * The number of the next one. Sealing a store and the way back raise the browser's own number (ten times ours) by one, so
 * that nobody else has it open meanwhile: between the two there is room for nine hundred times.
 */
export const NEXT_SCHEMA_VERSION = 99;

/** What a page of an account's calendar may change, or has to look at; not what else is done about a calendar. */
export const READING_TABLES = [
  'calendars',
  'events',
  'pages',
  'sources',
  'series',
  'circles',
  'members',
  'decisions',
] as const;

/** The name of the database on a member's machine. */
export const DATABASE_NAME = 'circlekeeper';

/**
 * The one door to IndexedDB. Facts are the truth; `circles` … `erasedCircles` and `rights` are projections that can be
 * rebuilt; `keys` and `secrets` are this device's alone, and in no copy; `sources`, `series`, `chunks`, `calendars`,
 * `events`, `pages` are caches, `accounts` and `tokens` device settings.
 */
export class Database extends Dexie {
  declare readonly facts: EntityTable<Fact, 'hash'>;
  declare readonly heads: Table<Head, [LogId, string]>;
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  declare readonly circles: EntityTable<CircleRow, 'id'>;
  declare readonly members: Table<InLog<MemberRow>, [LogId, string]>;
  declare readonly meetings: Table<InLog<MeetingRow>, [LogId, string]>;
  declare readonly contracts: Table<InLog<ContractRow>, [LogId, string]>;
  declare readonly asides: EntityTable<AsideRow, 'id'>;
  declare readonly parked: Table<InLog<ParkingRow>, [LogId, string]>;
  declare readonly milestones: Table<InLog<MilestoneRow>, [LogId, string]>;
  declare readonly together: Table<InLog<TogetherRow>, [LogId, string]>;
  declare readonly notes: EntityTable<NoteRow, 'id'>;
  declare readonly selves: EntityTable<SelfRow, 'id'>;
  declare readonly decisions: EntityTable<DecisionRow, 'id'>;
  declare readonly ties: EntityTable<TieRow, 'id'>;
  declare readonly plans: EntityTable<DevelopmentPlan, 'id'>;
  declare readonly erasedCircles: EntityTable<ErasedCircleRow, 'id'>;
  declare readonly sources: EntityTable<Source, 'id'>;
  declare readonly series: Table<SeriesRow, [string, string]>;
  declare readonly chunks: Table<SeriesChunk, [string, number]>;
  declare readonly accounts: EntityTable<AccountRow, 'id'>;
  declare readonly tokens: EntityTable<TokenRow, 'accountId'>;
  declare readonly calendars: EntityTable<CalendarRow, 'id'>;
  declare readonly events: Table<EventBucket, [string, number]>;
  declare readonly pages: Table<StagedPage, [string, number]>;
  declare readonly keys: Table<DeviceKeys, [SpaceId, string]>;
  declare readonly secrets: Table<SecretRow, [SpaceId, string]>;
  declare readonly rights: EntityTable<RightsRow, 'id'>;
  readonly now: () => number;
  /** Of the opening that is now. */
  #opening: Opening = { rows: undefined };

  constructor(name: string = DATABASE_NAME, now: () => number = () => clock.now()) {
    // What the interface has acknowledged must be there after a power cut: strict, whatever it costs. Pages of accounts'
    // calendars nobody was told of; the cursor stands with them, so what a power cut takes back is asked for again.
    super(name, { chromeTransactionDurability: 'strict', indexedDB: openWithRoom(wholeLog) });
    this.now = now;
    this.use(
      lockable((opening) => {
        this.#opening = opening;
      }),
    );
    // At every opening, before any other question.
    this.on('ready', (vip) => passGate((vip as Database).meta, this.#opening), true);
    freshAfterFailure(this);
    this.use(textRows('series', seriesText));
    this.use(onlyWithRoom);
    this.use(relaxed(() => [READING_TABLES, this.takingTables().map(({ name }) => name)]));
    this.version(1).stores({
      facts: 'hash, [author+seq], [log+entity]',
      heads: '[log+author]',
      meta: 'key',
      circles: 'id, *codes, *seriesKeys',
      members: '[log+id], circleId',
      meetings: '[log+id], [circleId+start], [circleId+phase]',
      contracts: '[log+id], id, [circleId+open], [circleId+madeAt], meetingId, *reportedIn, open',
      notes: 'id, circleId',
      selves: 'id',
      decisions: 'id, circleId',
      erasedCircles: 'id',
      sources: 'id',
      series: '[sourceId+key], key, code, verdict, sourceId',
      chunks: '[sourceId+chunk], sourceId',
    });
    // Accounts: new tables only, so nothing is to be carried over. And two indexes less, which nothing asks any more
    // or the primary key tells: each is written for every series that was spotted.
    this.version(2).stores({
      series: '[sourceId+key], key, code',
      accounts: 'id',
      tokens: 'accountId',
      calendars: 'id, accountId',
      events: '[calendarId+bucket], calendarId, *keys',
      pages: '[calendarId+page], calendarId',
    });
    // What is parked, and what sharing needs: new tables, and facts of one author in one log by number. (An author can
    // be in several logs when somebody means harm; the index without the log was not asked for anything.)
    this.version(SCHEMA_VERSION).stores({
      facts: 'hash, [log+author+seq], [log+entity]',
      parked: '[log+id], [circleId+open]',
      milestones: '[log+id], circleId',
      together: '[log+id], circleId',
      asides: 'id, goal, nudge',
      ties: 'id',
      plans: 'id',
      keys: '[space+author], space',
      secrets: '[space+id], space',
      rights: 'id',
    });
  }

  /** Whether a passphrase is set: then its rows are sealed on the disk. Known once it is open. */
  get isSealed(): boolean {
    return !!this.#opening.rows;
  }

  /** Everything a change of facts may touch, for one transaction. */
  factTables(): Table[] {
    const { facts, heads, meta, circles, members, meetings } = this;
    const { contracts, parked, milestones, together, notes, selves, decisions, ties, plans, erasedCircles } =
      this;
    const { asides } = this;
    const { rights, keys, secrets } = this;
    return [
      facts,
      heads,
      meta,
      circles,
      members,
      meetings,
      contracts,
      asides,
      parked,
      milestones,
      together,
      notes,
      selves,
      decisions,
      ties,
      plans,
      erasedCircles,
      rights,
      keys,
      secrets,
    ] as Table[];
  }

  /**
   * The same for plain facts of other members, of which this device need not be sure before it goes on: their authors have
   * them on their own disks, and the state that is told to others stands in the same transactions. So these are relaxed. No
   * fact that comes changes the secrets, so leaving them out is what tells these transactions from all others.
   */
  takingTables(): Table[] {
    return this.factTables().filter(({ name }) => name !== this.secrets.name);
  }
}

let shared: Database | undefined;

/** The database of this context, opened at its first use. */
export function database(): Database {
  const invented = isPractice() ? PRACTICE_DATABASE : DEMO_DATABASE;
  shared ??= new Database(isDemonstration() ? invented : DATABASE_NAME);
  return shared;
}
