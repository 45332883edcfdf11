import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reminder } from '../meeting/reminders';

const done: string[] = [];
let windows: { id: number }[] = [];
let address: string | null = null;

vi.stubGlobal('location', { href: 'chrome-extension://ours/background.js' });
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://ours${path}` },
    tabs: {
      create: async ({ url }: { url: string }) => {
        done.push(`tab ${url}`);
        return { windowId: 1 };
      },
      update: async (tabId: number) => {
        done.push(`go to tab ${tabId}`);
        return { windowId: 2 };
      },
    },
    windows: {
      getAll: async () => windows,
      create: async ({ url, type = 'normal' }: { url: string; type?: string }) =>
        void done.push(`${type} window ${url}`),
      update: async (id: number) => void done.push(`raise ${id}`),
    },
    notifications: { clear: async (id: string) => void done.push(`clear ${id}`) },
  },
}));
vi.mock('../store/reminders.ts', () => ({
  comingMeeting: async () => (address === null ? null : { call: address === '' ? null : { url: address } }),
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const { openReminder } = await import('./open-reminder');
const { reminderId } = await import('./reminder-id');
// What is read of it is stood in for above.
const db = { now: () => 0 } as Parameters<typeof openReminder>[0];

const idOf = (kind: Reminder['kind']) => reminderId({ kind, circleId: 'c 1', meetingId: 'm', start: 5 });

async function click(id: string, inCall = new Map<string, number>()): Promise<string[]> {
  await openReminder(db, id, inCall);
  return done;
}

beforeEach(() => {
  done.length = 0;
  windows = [{ id: 1 }];
  address = 'https://meet.google.com/abc-defg-hij';
});

describe('a click on a reminder', () => {
  it('the day before opens the circle’s page, in a window that comes to the front, and takes it away', async () => {
    expect(await click(idOf('early'))).toEqual([
      'tab chrome-extension://ours/home.html#/circles/c%201',
      'raise 1',
      `clear ${idOf('early')}`,
    ]);
  });

  it('right before opens the call', async () => {
    expect(await click(idOf('soon'))).toContain('tab https://meet.google.com/abc-defg-hij');
  });

  it('goes to the call where it is open already, so that nobody is in it twice', async () => {
    expect(await click(idOf('soon'), new Map([['c 1', 7]]))).toEqual([
      'go to tab 7',
      'raise 2',
      `clear ${idOf('soon')}`,
    ]);
  });

  it.each([
    { url: '', which: 'without a call' },
    { url: null, which: 'that was cancelled since' },
    { url: 'javascript:alert(1)', which: 'whose calendar holds an address that is none' },
    { url: 'http://meet.example.org/', which: 'whose call is not encrypted' },
  ])('opens the sidebar in a window of its own for a meeting $which', async ({ url }) => {
    address = url;
    const [first] = await click(idOf('soon'));
    expect(first).toBe('popup window chrome-extension://ours/sidebar.html?circle=c%201');
  });

  it('opens a window where the browser runs without one', async () => {
    windows = [];
    const [first] = await click(idOf('early'));
    expect(first).toBe('normal window chrome-extension://ours/home.html#/circles/c%201');
  });

  it('on anything else does nothing', async () => {
    expect(await click('remind-sample')).toEqual([]);
  });
});
