import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardShow, PageEvent } from '@/lib/platform/messages';
import { eventBackground } from './background';

const event: PageEvent = { site: 'google', eventId: 'abc', calendarId: 'me@gmail.com' };
let stored: Record<string, unknown>;
let show: CardShow;
const page = { fold: vi.fn(async () => ({ ok: true })), show: vi.fn(async () => ({ ok: true })) };

function background() {
  return eventBackground({
    book: { show: async () => show },
    session: {
      get: async (key) => (key in stored ? { [key]: stored[key] } : {}),
      set: async (items) => void Object.assign(stored, structuredClone(items)),
      remove: async (key) => void delete stored[key],
    },
    page,
  });
}

beforeEach(() => {
  stored = {};
  show = 'circle';
  vi.clearAllMocks();
});

describe('the background’s side of a calendar page', () => {
  it('tells the page whether there is a card, and nothing else', async () => {
    const reply = await background().handlers['event.seen']({ event }, { tabId: 1 });
    expect(reply).toEqual({ ok: true, show: 'circle' });
  });

  it('tells the frame of a tab that tab’s event only, also after the worker was stopped', async () => {
    await background().handlers['event.seen']({ event }, { tabId: 1 });
    const again = background().handlers;
    expect(await again['event.context'](null, { tabId: 1 })).toEqual({ ok: true, event });
    expect(await again['event.context'](null, { tabId: 2 })).toEqual({ ok: true, event: null });
  });

  it('keeps of what a page says no more than the ids', async () => {
    const more = { ...event, title: 'Thursday circle' };
    await background().handlers['event.seen']({ event: more }, { tabId: 1 });
    expect(JSON.stringify(stored)).not.toContain('Thursday');
  });

  it('forgets the event when it is closed, and with the tab', async () => {
    const { handlers, forget } = background();
    await handlers['event.seen']({ event }, { tabId: 1 });
    expect(await handlers['event.seen']({ event: null }, { tabId: 1 })).toEqual({
      ok: true,
      show: 'nothing',
    });
    expect(stored).toEqual({});
    await handlers['event.seen']({ event }, { tabId: 2 });
    await forget(2);
    expect(stored).toEqual({});
  });

  it('passes folding on to the page around the frame, and says when there is none', async () => {
    const { handlers } = background();
    expect(await handlers['event.fold']({ folded: true }, { tabId: 3 })).toEqual({ ok: true });
    expect(page.fold).toHaveBeenCalledWith(3, true);
    page.fold.mockResolvedValueOnce({ ok: false });
    expect(await handlers['event.fold']({ folded: true }, { tabId: 3 })).toEqual({
      ok: false,
      reason: 'noCard',
    });
  });

  it('looks again after a decision: an offer becomes a circle, what was closed meanwhile becomes nothing', async () => {
    const { handlers } = background();
    show = 'offer';
    await handlers['event.seen']({ event }, { tabId: 1 });
    show = 'circle';
    await handlers['event.again'](null, { tabId: 1 });
    expect(page.show).toHaveBeenLastCalledWith(1, 'circle');
    await handlers['event.seen']({ event: null }, { tabId: 1 });
    await handlers['event.again'](null, { tabId: 1 });
    expect(page.show).toHaveBeenLastCalledWith(1, 'nothing');
  });
});
