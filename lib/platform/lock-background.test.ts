import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../store/database.ts';

const world = vi.hoisted(() => {
  type Listener<A extends unknown[]> = (...of: A) => void;
  const on = <A extends unknown[]>() => {
    const listeners: Listener<A>[] = [];
    return { addListener: (one: Listener<A>) => listeners.push(one), removeListener: () => {}, listeners };
  };
  const session = new Map<string, unknown>();
  const changed = on<[Record<string, { newValue?: unknown }>, string]>();
  const tell = (key: string, newValue?: unknown) => {
    for (const listener of changed.listeners) listener({ [key]: { newValue } }, 'session');
  };
  return {
    session,
    changed,
    alarm: on<[{ name: string }]>(),
    alarms: new Set<string>(),
    shown: new Set<string>(),
    badge: '3',
    runs: false,
    opens: null as string | null,
    tell,
  };
});

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: { get: async () => ({}) },
      session: {
        get: async (key: string) => ({ [key]: world.session.get(key) }),
        async set(items: Record<string, unknown>) {
          for (const [key, value] of Object.entries(items)) {
            world.session.set(key, value);
            world.tell(key, value);
          }
        },
        async remove(keys: string | string[]) {
          for (const key of [keys].flat()) {
            world.session.delete(key);
            world.tell(key);
          }
        },
      },
      onChanged: world.changed,
    },
    alarms: {
      onAlarm: world.alarm,
      create: async (name: string) => void world.alarms.add(name),
      clear: async (name: string) => world.alarms.delete(name),
    },
    action: {
      async setBadgeText({ text }: { text: string }) {
        world.badge = text;
      },
    },
    notifications: {
      getAll: async () => Object.fromEntries([...world.shown].map((id) => [id, true])),
      clear: async (id: string) => world.shown.delete(id),
    },
  },
}));
vi.mock('../store/lock/meeting-runs.ts', () => ({ meetingRuns: async () => world.runs }));
vi.mock('../store/open.ts', () => ({ openDatabase: async () => world.opens }));
// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const { clock } = await import('./clock.ts');
const { followLock } = await import('./lock-background.ts');
const { followUse, heldKey, lastUsed, noteUse, unlock } = await import('./lock-key.ts');
const { lockIfDue } = await import('./lock-due.ts');
const { keepUnsent, readUnsent } = await import('./unsent.ts');

const MINUTE_MS = 60_000;
const key = { id: 'k', key: new Uint8Array(32).fill(1) };
const closed = vi.fn();
const db = { isSealed: true, close: closed } as unknown as Database;
const unlocked = vi.fn();
followLock(db, unlocked);

/** As the browser's alarm, and until all that follows is done. */
const minutePasses = async () => {
  for (const listener of world.alarm.listeners) listener({ name: 'lock-check' });
  await new Promise((done) => setTimeout(done, 5));
};
const isLocked = async () => (await heldKey()) === null;

beforeEach(async () => {
  clock.move(0);
  Object.assign(world, { runs: false, opens: null, badge: '3' });
  world.shown.add('remind');
  await unlock(key);
  await new Promise((done) => setTimeout(done, 5));
  closed.mockClear();
});

describe('the lock', () => {
  it('has what waited caught up with once it is open, and wakes the background to look after the time', () => {
    expect(unlocked).toHaveBeenCalled();
    expect(world.alarms).toContain('lock-check');
  });

  it('closes by itself after fifteen minutes without use, and not before', async () => {
    clock.move(14 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(false);
    await noteUse();
    clock.move(28 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(false);
    clock.move(30 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(true);
  });

  it('takes along what was being written in the popup', async () => {
    await keepUnsent({ circleId: 'c', onlyMe: true, draft: { text: 'Say no' } });
    expect(await readUnsent()).toEqual({ circleId: 'c', onlyMe: true, draft: { text: 'Say no' } });
    clock.move(15 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(true);
    expect(await readUnsent()).toBeNull();
  });

  it('never closes while a meeting runs', async () => {
    world.runs = true;
    clock.move(60 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(false);
    world.runs = false;
    await minutePasses();
    expect(await isLocked()).toBe(true);
  });

  it('begins to count anew where the computer’s clock was set back', async () => {
    await noteUse();
    clock.move(-60 * MINUTE_MS);
    await minutePasses();
    clock.move(-40 * MINUTE_MS);
    await minutePasses();
    expect(await isLocked()).toBe(true);
  });

  it('lets go of the store and takes from the screen what was said of it, and its alarm rests', async () => {
    world.opens = 'locked';
    clock.move(20 * MINUTE_MS);
    await minutePasses();
    expect(closed).toHaveBeenCalledWith({ disableAutoOpen: false });
    expect([world.badge, world.shown.size]).toEqual(['', 0]);
    expect(world.alarms).not.toContain('lock-check');
  });
});

describe('a page of ours', () => {
  afterEach(() => vi.restoreAllMocks());
  /** The computer sleeps: its clock goes on, and no alarm comes. */
  const sleep = (minutes: number) => {
    const now = clock.own();
    vi.spyOn(clock, 'own').mockReturnValue(now + minutes * MINUTE_MS);
  };
  const opened = async () => {
    const page = new EventTarget();
    await followUse(page as Window, () => lockIfDue(db));
    return async () => {
      page.dispatchEvent(new Event('keydown'));
      await new Promise((done) => setTimeout(done, 5));
    };
  };

  it('puts the locking off when it is opened and used', async () => {
    const press = await opened();
    sleep(14);
    await press();
    expect(await lastUsed()).toBe(clock.own());
    expect(await isLocked()).toBe(false);
  });

  it('locks at the first key after a night, instead of taking it for use', async () => {
    const press = await opened();
    sleep(480);
    await press();
    expect(await isLocked()).toBe(true);
  });

  it('is locked before it shows anything, where it is opened after the time', async () => {
    sleep(16);
    await opened();
    expect(await isLocked()).toBe(true);
  });

  it('takes a key for use while a meeting runs, however long ago the last one was', async () => {
    world.runs = true;
    const press = await opened();
    sleep(90);
    await press();
    expect(await isLocked()).toBe(false);
    expect(await lastUsed()).toBe(clock.own());
  });
});
