import type { backgroundAnswers, CallReadout, SidebarContext } from '@/lib/platform/messages';
import type { Handlers, Sender } from '@/lib/platform/messenger';
import { type CallBook, onAbout, type ScheduledMeeting } from './call-book';
import { circleOfCall } from './circle-of-call';
import { heldCall, type TabCall } from './held-call';
import { type SessionArea, tabMemory } from './tab-memory';

export interface CallBackgroundWorld {
  book: CallBook;
  session: SessionArea;
  /** UTC ms. */
  now(): number;
  /** "Thursday", in the member's language and zone, for an instant in UTC ms. */
  weekday(at: number): string;
  /** The tab in front in a window, for the side panel, which has none of its own. */
  activeTab(windowId: number): Promise<number | null>;
  page: {
    collapse(tabId: number): Promise<{ ok: boolean }>;
    close(tabId: number): Promise<{ ok: boolean }>;
    names(tabId: number): Promise<({ ok: true } & CallReadout) | { ok: false; reason: string }>;
  };
  /** Tells frames and panels that a tab's circle changed. */
  changed(tabId: number): void;
}

/** What one tab's call is, all sources put together. */
interface Found {
  call: TabCall;
  circleId: string | null;
  meetingId: string | null;
  matched: SidebarContext['matched'];
  /** A match by title or time alone that the member has not answered yet. */
  asking: ScheduledMeeting | null;
}

/**
 * The background's side of the call page: remembers each tab's call, finds its circle and passes commands on.
 * The order is the member's own word, then the code; a match by title or time alone only asks. `forget` is for a closed tab.
 */
export function callBackground(world: CallBackgroundWorld): {
  handlers: Handlers<keyof typeof backgroundAnswers>;
  forget(tabId: number): Promise<void>;
} {
  const memory = tabMemory(world.session);
  const noCall = { ok: false, reason: 'noCall' } as const;

  async function find(tabId: number): Promise<Found | null> {
    const call = await memory.call(tabId);
    if (!call || call.state === 'outside') return null;
    const { chosen, declined } = await memory.choice(tabId, call);
    const on = onAbout(world.now(), await world.book.scheduledAround(world.now()));
    const by = (circleId: string, matched: SidebarContext['matched']): Found => ({
      call,
      circleId,
      meetingId: on.find((meeting) => meeting.circleId === circleId)?.meetingId ?? null,
      matched,
      asking: null,
    });
    const sure = await circleOfCall(call, { chosen }, world.book, world.now());
    if (sure) return by(sure.circleId, sure.how);
    const byTitle = call.title === null ? null : await world.book.circleByTitle(call.title, world.now());
    const titled: ScheduledMeeting[] = byTitle
      ? [
          on.find((meeting) => meeting.circleId === byTitle.circleId) ?? {
            circleId: byTitle.circleId,
            meetingId: `title:${byTitle.circleId}`,
            // Asked about by the day it meets on, which today need not be.
            start: byTitle.next ?? world.now(),
            lengthMs: 0,
          },
        ]
      : [];
    const mine = on.filter((meeting) => !meeting.declined);
    const asking = [...titled, ...mine].find((meeting) => !declined.includes(meeting.meetingId)) ?? null;
    return { call, circleId: null, meetingId: null, matched: null, asking };
  }

  async function command(sender: Sender, tell: (tabId: number) => Promise<{ ok: boolean }>) {
    if (sender.tabId === null) return noCall;
    return (await tell(sender.tabId)).ok ? ({ ok: true } as const) : noCall;
  }

  const handlers: Handlers<keyof typeof backgroundAnswers> = {
    async 'call.seen'(seen, sender) {
      // `answer` lets call pages through only with a tab.
      const tabId = sender.tabId ?? -1;
      const before = await memory.call(tabId);
      const call = heldCall(before, seen, world.now(), () => `?${crypto.randomUUID()}`);
      await memory.keepCall(tabId, call);
      if (before?.code !== call.code || before?.state !== call.state) world.changed(tabId);
      const found = await find(tabId);
      const { nth } = call;
      if (!found) return { ok: true, call: nth, show: 'nothing' };
      // Nobody was let in yet: this may not even become the member's call.
      if (call.state === 'lobby') return { ok: true, call: nth, show: 'launcher' };
      if (found.circleId !== null) return { ok: true, call: nth, show: 'circle' };
      if (!found.asking) return { ok: true, call: nth, show: 'launcher' };
      return { ok: true, call: nth, show: 'ask', weekday: world.weekday(found.asking.start) };
    },

    async 'call.answer'({ yes }, sender) {
      const tabId = sender.tabId ?? -1;
      const found = await find(tabId);
      if (!found) return noCall;
      const { nth } = found.call;
      if (!found.asking)
        return { ok: true, call: nth, show: found.circleId === null ? 'launcher' : 'circle' };
      const choice = await memory.choice(tabId, found.call);
      const { circleId, meetingId } = found.asking;
      await memory.keepChoice(
        tabId,
        found.call,
        yes
          ? { ...choice, chosen: { circleId, how: 'time', at: world.now() } }
          : { ...choice, declined: [...choice.declined, meetingId] },
      );
      if (yes) world.changed(tabId);
      return { ok: true, call: nth, show: yes ? 'circle' : 'launcher' };
    },

    async 'sidebar.context'(panel, sender) {
      const front = sender.tabId ?? (panel && (await world.activeTab(panel.windowId)));
      // Whoever looks something up in another tab is still in the call.
      const tabs = sender.tabId === null && panel ? [front, panel.before] : [front];
      let tabId = front;
      let found: Found | null = null;
      for (const one of tabs)
        if (one !== null && !found) {
          found = await find(one);
          if (found) tabId = one;
        }
      if (!found) return { ok: true, tabId, ...noContext };
      const { circleId, meetingId, matched } = found;
      const { host, code, state, title } = found.call;
      return { ok: true, tabId, host, code, state, title, circleId, meetingId, matched };
    },

    async 'sidebar.choose'({ circleId, tabId: shown }, sender) {
      const tabId = sender.tabId ?? shown;
      const found = tabId === null ? null : await find(tabId);
      if (tabId === null || !found) return noCall;
      const choice = await memory.choice(tabId, found.call);
      const chosen = circleId === null ? null : ({ circleId, how: 'chosen', at: world.now() } as const);
      await memory.keepChoice(tabId, found.call, { ...choice, chosen });
      world.changed(tabId);
      return { ok: true };
    },

    'shell.collapse': (_, sender) => command(sender, world.page.collapse),
    'shell.close': (_, sender) => command(sender, world.page.close),

    async 'names.read'({ tabId: shown }, sender) {
      const tabId = sender.tabId ?? shown;
      if (tabId === null || !(await find(tabId))) return noCall;
      const read = await world.page.names(tabId);
      return read.ok ? read : { ok: false, reason: 'unreadable' };
    },
  };

  return { handlers, forget: (tabId) => memory.forgetCall(tabId) };
}

const noContext = {
  host: null,
  code: null,
  state: 'outside',
  title: null,
  circleId: null,
  meetingId: null,
  matched: null,
} as const satisfies Omit<SidebarContext, 'tabId'>;
