import { describe, expect, it } from 'vitest';
import type { Body, Reply } from '@/lib/platform/messenger';
import { bookOf, memoryArea } from '../../test/builders/call-book';
import { type CallBackgroundWorld, callBackground } from './background';
import type { ScheduledMeeting } from './call-book';

const HOUR = 3_600_000;
/** Thursday 26 November 2026, 17:00 UTC. */
const START = Date.UTC(2026, 10, 26, 17);
const thursday: ScheduledMeeting = { circleId: 'c1', meetingId: 'm1', start: START, lengthMs: 1.5 * HOUR };
const other: ScheduledMeeting = { circleId: 'c2', meetingId: 'm2', start: START + HOUR, lengthMs: HOUR };

function backgroundOf(
  parts: Partial<CallBackgroundWorld> & {
    codes?: Record<string, string>;
    on?: readonly ScheduledMeeting[];
    titles?: Record<string, string>;
  },
) {
  const changes: number[] = [];
  const world: CallBackgroundWorld = {
    book: bookOf(parts.codes ?? {}, parts.on ?? [], parts.titles ?? {}),
    session: memoryArea(),
    now: () => START + 60_000,
    weekday: (at) => new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(at),
    activeTab: async () => null,
    page: {
      collapse: async () => ({ ok: true }),
      close: async () => ({ ok: true }),
      names: async () => ({ ok: false, reason: 'unreachable' }),
    },
    changed: (tabId) => changes.push(tabId),
    ...parts,
  };
  // A worker that was stopped and started anew has only its session storage: every message meets a fresh one.
  const fresh = () => callBackground(world).handlers;
  return {
    changes,
    world,
    see: async (tabId: number, call: Partial<Body<'call.seen'>> = {}) =>
      fresh()['call.seen'](
        { host: 'meet', code: 'abc-defg-hij', state: 'inCall', title: null, ...call },
        { tabId },
      ),
    say: async (tabId: number, yes: boolean) => fresh()['call.answer']({ yes }, { tabId }),
    choose: async (tabId: number, circleId: string | null) =>
      fresh()['sidebar.choose']({ circleId, tabId: null }, { tabId }),
    context: async (tabId: number) =>
      (await fresh()['sidebar.context'](null, { tabId })) as Extract<Reply<'sidebar.context'>, { ok: true }>,
    panel: async (windowId: number, before: number | null = null) =>
      (await fresh()['sidebar.context']({ windowId, before }, { tabId: null })) as Extract<
        Reply<'sidebar.context'>,
        { ok: true }
      >,
    handlers: fresh,
  };
}

describe('whose call is it', () => {
  it('knows a circle by the code of its call, and which of its meetings is on', async () => {
    const { see, context } = backgroundOf({ codes: { 'meet/abc-defg-hij': 'c1' }, on: [other, thursday] });
    expect(await see(7)).toMatchObject({ ok: true, show: 'circle' });
    expect(await context(7)).toMatchObject({ tabId: 7, circleId: 'c1', meetingId: 'm1', matched: 'code' });
  });

  it('tells the call page nothing but what to show, since the host can read it', async () => {
    const { see } = backgroundOf({ codes: { 'meet/abc-defg-hij': 'c1' }, on: [thursday] });
    expect(Object.keys(await see(7))).toEqual(['ok', 'call', 'show']);
    const asked = await backgroundOf({ on: [thursday] }).see(7);
    expect(asked).toEqual({ ok: true, call: 1, show: 'ask', weekday: 'Thursday' });
  });

  it('shows the launcher only while nobody was let in, also for a known circle', async () => {
    const { see } = backgroundOf({ codes: { 'meet/abc-defg-hij': 'c1' }, on: [thursday] });
    expect(await see(7, { state: 'lobby' })).toMatchObject({ ok: true, show: 'launcher' });
    expect(await backgroundOf({ on: [thursday] }).see(7, { state: 'lobby' })).toMatchObject({
      ok: true,
      show: 'launcher',
    });
  });

  it('gives the frame no circle for a match by time alone before the member says yes', async () => {
    const { see, say, context } = backgroundOf({ on: [thursday] });
    await see(7);
    expect(await context(7)).toMatchObject({ circleId: null, meetingId: null, matched: null });
    expect(await say(7, true)).toMatchObject({ ok: true, show: 'circle' });
    expect(await context(7)).toMatchObject({ circleId: 'c1', meetingId: 'm1', matched: 'time' });
    expect(await see(7)).toMatchObject({ ok: true, show: 'circle' });
  });

  it('does not ask again about a meeting after "Not now", in no tab and after coming back', async () => {
    const { see, say } = backgroundOf({ on: [thursday] });
    await see(7);
    expect(await say(7, false)).toMatchObject({ ok: true, show: 'launcher' });
    expect(await see(7, { state: 'left' })).toMatchObject({ ok: true, show: 'launcher' });
    expect(await see(8)).toMatchObject({ ok: true, show: 'launcher' });
  });

  it('asks about meetings that are on, not about those long before or after', async () => {
    const at = (now: number) => backgroundOf({ on: [thursday], now: () => now }).see(7);
    expect(await at(START - HOUR)).toMatchObject({ ok: true, show: 'launcher' });
    expect(await at(START - 10 * 60_000)).toMatchObject({ show: 'ask' });
    expect(await at(START + 1.9 * HOUR)).toMatchObject({ show: 'ask' });
    expect(await at(START + 3 * HOUR)).toMatchObject({ ok: true, show: 'launcher' });
  });

  it('puts the member’s own choice before the code, and takes it back on request', async () => {
    const { see, choose, context, changes } = backgroundOf({ codes: { 'meet/abc-defg-hij': 'c1' } });
    await see(7);
    expect(await choose(7, 'c2')).toEqual({ ok: true });
    expect(await context(7)).toMatchObject({ circleId: 'c2', matched: 'chosen' });
    expect(await see(9)).toMatchObject({ ok: true, show: 'circle' });
    expect(await context(9)).toMatchObject({ circleId: 'c2' });
    await choose(7, null);
    expect(await context(7)).toMatchObject({ circleId: 'c1', matched: 'code' });
    expect(changes).toEqual([7, 7, 9, 7]);
  });

  it('keeps two tabs and two calls apart', async () => {
    const { see, context } = backgroundOf({
      codes: { 'meet/abc-defg-hij': 'c1', 'meet/xyz-wvut-srq': 'c2' },
    });
    await see(1);
    await see(2, { code: 'xyz-wvut-srq' });
    expect([(await context(1)).circleId, (await context(2)).circleId]).toEqual(['c1', 'c2']);
    await see(1, { code: 'xyz-wvut-srq' });
    expect((await context(1)).circleId).toBe('c2');
  });

  it('goes by the last code of a tab while a host hides it, as Teams does in a call', async () => {
    const { see, context } = backgroundOf({ codes: { 'teams/19:meeting_x@thread.v2': 'c1' } });
    await see(1, { host: 'teams', code: '19:meeting_x@thread.v2', state: 'lobby' });
    expect(await see(1, { host: 'teams', code: null })).toMatchObject({ ok: true, show: 'circle' });
    expect(await context(1)).toMatchObject({ code: '19:meeting_x@thread.v2' });
  });

  it('asks by the title where no code is known, and before the meeting that is only on at that time', async () => {
    const { see, say, context } = backgroundOf({
      now: () => START + HOUR,
      on: [thursday, other],
      titles: { 'Women in medicine': 'c2', 'Old friends': 'c3' },
    });
    const call = { host: 'teams', code: '3112345678901' } as const;
    expect(await see(1, { ...call, title: 'Women in medicine' })).toMatchObject({ show: 'ask' });
    expect(await context(1)).toMatchObject({ circleId: null });
    await say(1, true);
    expect(await context(1)).toMatchObject({ circleId: 'c2', meetingId: 'm2' });
    expect(await see(2, { code: null, host: 'teams', title: 'Old friends' })).toMatchObject({ show: 'ask' });
    await say(2, true);
    expect(await context(2)).toMatchObject({ circleId: 'c3', meetingId: null });
  });

  it('lets an answer about a call that nothing names hold for that call alone', async () => {
    const { see, choose, context } = backgroundOf({});
    const unnamed = { host: 'teams', code: null } as const;
    await see(1, unnamed);
    await choose(1, 'c1');
    expect(await see(1, unnamed)).toMatchObject({ show: 'circle' });
    await see(1, { ...unnamed, state: 'left' });
    expect(await see(1, unnamed)).toMatchObject({ show: 'launcher' });
    expect(await context(1)).toMatchObject({ circleId: null });
    expect(await see(2, unnamed)).toMatchObject({ show: 'launcher' });
  });

  it('forgets the call of a tab that left the host or was closed', async () => {
    const { see, context, world } = backgroundOf({ codes: { 'meet/abc-defg-hij': 'c1' } });
    await see(7);
    expect(await see(7, { state: 'outside' })).toMatchObject({ ok: true, show: 'nothing' });
    expect(await context(7)).toMatchObject({ host: null, circleId: null });
    await see(7);
    await callBackground(world).forget(7);
    expect(await context(7)).toMatchObject({ host: null });
  });
});

describe('a circle that was chosen for a call', () => {
  it('is the one it goes on in once it was shared, and none once it is not here any more', async () => {
    const moved: Record<string, string | null> = { c2: 'c2' };
    const codes = { 'meet/abc-defg-hij': 'c1' };
    const { see, choose, context } = backgroundOf({
      book: { ...bookOf(codes), circleNow: async (id) => moved[id] ?? null },
    });
    await see(7);
    await choose(7, 'c2');
    expect(await context(7)).toMatchObject({ circleId: 'c2', matched: 'chosen' });
    moved.c2 = 'shared';
    expect(await context(7)).toMatchObject({ circleId: 'shared', matched: 'chosen' });
    moved.c2 = null;
    expect(await context(7)).toMatchObject({ circleId: 'c1', matched: 'code' });
  });
});

describe('what frame and side panel may ask', () => {
  it('answers the side panel, which has no tab, about the one in front of its own window', async () => {
    const { see, panel, context, handlers } = backgroundOf({
      activeTab: async (windowId) => (windowId === 1 ? 7 : 8),
    });
    await see(7);
    await see(8, { code: 'xyz-defg-hij' });
    expect(await panel(1)).toMatchObject({ tabId: 7, code: 'abc-defg-hij' });
    expect(await panel(2)).toMatchObject({ tabId: 8, code: 'xyz-defg-hij' });
    const chosen = await handlers()['sidebar.choose']({ circleId: 'c2', tabId: 7 }, { tabId: null });
    expect(chosen).toEqual({ ok: true });
    expect(await context(7)).toMatchObject({ circleId: 'c2' });
    expect(await context(8)).toMatchObject({ circleId: null });
  });

  it('leaves the side panel with its call while a tab without one is in front, and goes on to the next call', async () => {
    let front = 7;
    const { see, panel } = backgroundOf({ activeTab: async () => front });
    await see(7);
    front = 3;
    expect(await panel(1, 7)).toMatchObject({ tabId: 7, code: 'abc-defg-hij' });
    expect(await panel(1)).toMatchObject({ tabId: 3, host: null });
    await see(9, { code: 'xyz-defg-hij' });
    front = 9;
    expect(await panel(1, 7)).toMatchObject({ tabId: 9, code: 'xyz-defg-hij' });
  });

  it('lets a frame in a tab ask about no other', async () => {
    const { see, handlers } = backgroundOf({ activeTab: async () => 8 });
    await see(7);
    await see(8, { code: 'xyz-defg-hij' });
    const { 'sidebar.context': context, 'sidebar.choose': choose } = handlers();
    expect(await context({ windowId: 1, before: 8 }, { tabId: 7 })).toMatchObject({ tabId: 7 });
    await choose({ circleId: 'c2', tabId: 8 }, { tabId: 7 });
    expect(await context(null, { tabId: 8 })).toMatchObject({ circleId: null });
    expect(await context(null, { tabId: 7 })).toMatchObject({ circleId: 'c2' });
  });

  it('says that there is no call, as a value, where there is none', async () => {
    const { context, choose, handlers } = backgroundOf({});
    expect(await context(3)).toMatchObject({ ok: true, host: null, state: 'outside' });
    expect(await choose(3, 'c1')).toEqual({ ok: false, reason: 'noCall' });
    expect(await handlers()['names.read']({ tabId: null }, { tabId: 3 })).toEqual({
      ok: false,
      reason: 'noCall',
    });
    expect(await handlers()['shell.close'](null, { tabId: null })).toEqual({ ok: false, reason: 'noCall' });
  });

  it('passes names on, and "could not read" where the page is silent', async () => {
    const names = ['Dana', 'Asha'];
    const readable = backgroundOf({
      page: {
        collapse: async () => ({ ok: true }),
        close: async () => ({ ok: true }),
        names: async () => ({ ok: true, names, recording: true }),
      },
    });
    await readable.see(7);
    expect(await readable.handlers()['names.read']({ tabId: null }, { tabId: 7 })).toEqual({
      ok: true,
      names,
      recording: true,
    });
    const silent = backgroundOf({});
    await silent.see(7);
    expect(await silent.handlers()['names.read']({ tabId: null }, { tabId: 7 })).toEqual({
      ok: false,
      reason: 'unreadable',
    });
  });
});
