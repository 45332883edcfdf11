import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { eventsIn } from '@/lib/calendar/sync/calendar-row';
import { linkCircle } from '@/lib/circle/edit';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { changeEnrichment, type Enrichment, type EnrichReason } from '@/lib/store/enrichment-rows';
import { ingest } from '@/lib/store/ingest';
import { openDatabase } from '@/lib/store/open';
import { accountTables } from '@/test/builders/stored-account';
import { THURSDAY, thursdayCircle } from '@/test/builders/thursday';
import { mount } from '@/test/gallery/mount';
import { EventTextSection } from '../EventTextSection.tsx';
import { readCircles } from '../use-circles.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles.css';

const NOW = Date.now();

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  await ingest(database(), thursdayCircle(NOW).facts);
  await page.viewport(320, 900);
});

/** An account whose calendar holds the circle's event, still to come. */
async function connect(mayWrite: boolean): Promise<void> {
  const db = database();
  const { accounts, calendars, events } = accountTables(NOW);
  const [first] = events;
  const [event] = first ? eventsIn(first) : [];
  if (!first || !event) throw new Error('no event');
  await db.accounts.bulkPut(accounts.map((one) => ({ ...one, problem: null })));
  await db.calendars.bulkPut(calendars);
  const weekly = { ...event, rule: ['RRULE:FREQ=WEEKLY;INTERVAL=2'], mayWrite };
  await db.events.put({ ...first, json: JSON.stringify([weekly]) });
  await append(db, [linkCircle(THURSDAY, null, { kind: 'series', value: event.uid })]);
}

const ROW: Enrichment = {
  circleId: THURSDAY,
  on: true,
  provider: 'google',
  identityId: '117',
  remoteId: 'asha.sen@example.edu',
  takeOver: false,
  written: [{ eventId: 'ev-1', masterId: null, originalStart: null, lines: [] }],
  seen: 'x',
  writtenAt: NOW,
  problem: null,
  retryAt: null,
};

const put = (parts: Partial<Enrichment>) =>
  changeEnrichment(database(), THURSDAY, () => ({ ...ROW, ...parts }));

async function show() {
  const view = (await readCircles()).find((one) => one.circle.id === THURSDAY);
  if (!view) throw new Error('no circle');
  return mount(
    <ToastProvider>
      <EventTextSection view={view} />
    </ToastProvider>,
  );
}

async function isSound(): Promise<void> {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const { violations } = await axe.run(document.body, {
    rules: {
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
      region: { enabled: false },
    },
  });
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
}

test('without an account the text is there to paste, and the way to the calendars', async () => {
  const shown = await show();
  await expect.element(page.getByRole('link', { name: 'Go to Calendars' })).toBeVisible();
  await isSound();
  shown.remove();
});

test('an event of somebody else is theirs to change, who is named', async () => {
  await connect(false);
  const shown = await show();
  await expect
    .element(page.getByText('Only the organiser can change this event: Asha Sen.', { exact: false }))
    .toBeVisible();
  await isSound();
  shown.remove();
});

test('what can be written is offered with who sees it and what will be asked', async () => {
  await connect(true);
  const shown = await show();
  await expect.element(page.getByRole('button', { name: 'Write it into the event' })).toBeVisible();
  await expect.element(page.getByText('Everyone who is invited sees it', { exact: false })).toBeVisible();
  await expect.element(page.getByText('Until now it may only read.', { exact: false })).toBeVisible();
  await isSound();
  shown.remove();
});

test('every state says what is, live, and fits', async () => {
  await connect(true);
  await put({});
  const shown = await show();
  await expect.element(page.getByRole('button', { name: 'Take it out of the event' })).toBeVisible();
  await isSound();
  await put({ writtenAt: null, seen: null });
  await expect.element(page.getByText('Being written into the event…').last()).toBeVisible();
  await put({ on: false });
  await expect.element(page.getByText('1 event left', { exact: false }).last()).toBeVisible();
  const problem = (reason: EnrichReason) => ({
    reason,
    code: reason === 'too-long' ? '120' : null,
    since: NOW,
  });
  const buttons: readonly [EnrichReason, string | null][] = [
    ['other-writer', 'Take it over'],
    ['expired', 'Sign in again'],
    ['refused', 'Sign in again'],
    ['conflict', 'Try again'],
    ['too-long', 'Try again'],
    ['read-only', 'Try again'],
    ['offline', 'Try again'],
    ['no-calendar', null],
    ['no-event', 'Try again'],
  ];
  for (const [reason, name] of buttons) {
    await put({ problem: problem(reason) });
    await expect.element(page.getByRole('alert')).toBeVisible();
    if (name) await expect.element(page.getByRole('button', { name })).toBeVisible();
    else await expect.element(page.getByRole('link', { name: 'Go to Calendars' })).toBeVisible();
    await isSound();
  }
  await put({ on: false, problem: problem('expired') });
  await expect.element(page.getByRole('button', { name: 'Leave it in the event' })).toBeVisible();
  await isSound();
  shown.remove();
});
