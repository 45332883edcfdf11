import type { CalendarRow, EventBucket, StagedPage } from '../../lib/calendar/sync/calendar-row.ts';
import type { RemoteEvent } from '../../lib/calendar/sync/provider.ts';
import type { AccountRow, TokenRow } from '../../lib/store/account-rows.ts';
import type { SeriesRow, Source } from '../../lib/store/database.ts';

/** Tables of accounts as version 2 of the schema has them. */
export const accountStores = {
  accounts: 'id',
  tokens: 'accountId',
  calendars: 'id, accountId',
  events: '[calendarId+bucket], calendarId, *keys',
  pages: '[calendarId+page], calendarId',
};

const HOUR = 3_600_000;
const WINDOW = { from: Date.UTC(2026, 8, 20), to: Date.UTC(2027, 11, 24) };

/** An account with a calendar that is read and one whose first reading was cut short after a page. */
export function accountTables(now: number): {
  accounts: AccountRow[];
  tokens: TokenRow[];
  calendars: CalendarRow[];
  events: EventBucket[];
  pages: StagedPage[];
  sources: Source[];
  series: SeriesRow[];
} {
  const calendar: CalendarRow = {
    id: 'cal-read',
    accountId: 'acc-1',
    remoteId: 'asha.sen@example.edu',
    name: 'asha.sen@example.edu',
    color: '#0b8043',
    primary: true,
    writable: true,
    ticked: true,
    cursor: { kind: 'changes', token: 'sync-1', page: null },
    staged: 0,
    progress: null,
    madeFor: WINDOW,
    listed: null,
    syncedAt: now,
    triedAt: now,
    problem: null,
    retryAt: null,
    events: 1,
  };
  const event: RemoteEvent = {
    id: 'ev-1',
    kind: 'master',
    masterId: null,
    uid: 'circle@sandbox.test',
    originalStart: null,
    etag: '"1"',
    cancelled: false,
    title: 'Thursday circle',
    description: '',
    location: '',
    zone: 'Europe/Berlin',
    start: Date.UTC(2026, 10, 5, 16),
    lengthMs: 1.5 * HOUR,
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    rule: ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2'],
    organizer: { email: 'asha.sen@example.edu', name: 'Asha Sen' },
    mayWrite: true,
    guests: [],
    call: null,
    circleMark: null,
  };
  const source = {
    kind: 'google',
    url: null,
    etag: null,
    addedAt: now,
    skipped: 0,
    truncated: false,
    error: null,
  } as const;
  const { title, description, location, zone, start, lengthMs, allDay, status } = event;
  const dates = [start, start + 14 * 24 * HOUR];
  return {
    accounts: [
      {
        id: 'acc-1',
        provider: 'google',
        identity: { id: '117', email: 'asha.sen@example.edu', name: 'Asha Sen' },
        access: 'read',
        clientId: 'client.example',
        tenant: 'common',
        addedAt: now,
        problem: { reason: 'expired', code: null, since: now },
        listedAt: now,
      },
    ],
    tokens: [
      {
        accountId: 'acc-1',
        accessToken: 'token-of-a-test',
        expiresAt: now,
        refreshToken: null,
        access: 'read',
      },
    ],
    calendars: [
      calendar,
      {
        ...calendar,
        id: 'cal-begun',
        remoteId: 'team@example.edu',
        name: 'Team',
        primary: false,
        cursor: { kind: 'full', ...WINDOW, page: 'page-2' },
        staged: 1,
        progress: 1,
        madeFor: null,
        syncedAt: null,
        events: 0,
      },
    ],
    events: [
      {
        calendarId: 'cal-read',
        bucket: 7,
        json: JSON.stringify([event]),
        keys: ['cal-read\ncircle@sandbox.test'],
      },
    ],
    pages: [
      { calendarId: 'cal-begun', page: 0, json: JSON.stringify([{ ...event, id: 'ev-2' }]), removed: [] },
    ],
    sources: [
      { ...source, id: 'cal-read', name: 'asha.sen@example.edu', readAt: now, events: 1 },
      { ...source, id: 'cal-begun', name: 'Team', readAt: null, events: 0 },
    ],
    series: [
      {
        ...{ title, description, location, zone, start, lengthMs, allDay, status },
        key: event.uid,
        uid: event.uid,
        sourceId: 'cal-read',
        myResponse: 'accepted',
        cadence: { everyDays: 14, weekdays: [4] },
        rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=2',
        organizer: event.organizer,
        guests: [],
        call: null,
        occurrences: dates.map((at) => ({ originalStart: at, start: at, lengthMs, cancelled: false })),
        verdict: 'circle',
        score: 10,
        code: '',
      },
    ],
  };
}
