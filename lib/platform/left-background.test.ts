import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from '../fact/fact.ts';
import type { Database } from '../store/database.ts';

const world = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  listeners: [] as ((changes: Record<string, { newValue?: unknown }>, area: string) => void)[],
  recorded: [] as unknown[],
  fails: null as Error | null,
  opens: null as string | null,
}));

vi.mock('wxt/browser', () => {
  const tell = (key: string, newValue?: unknown) => {
    for (const listener of world.listeners) listener({ [key]: { newValue } }, 'session');
  };
  return {
    browser: {
      storage: {
        session: {
          get: async () => Object.fromEntries(world.session),
          async set(items: Record<string, unknown>) {
            for (const [key, value] of Object.entries(items)) {
              world.session.set(key, value);
              tell(key, value);
            }
          },
          async remove(key: string) {
            world.session.delete(key);
            tell(key);
          },
        },
        onChanged: { addListener: (one: (typeof world.listeners)[number]) => world.listeners.push(one) },
      },
    },
  };
});
vi.mock('../store/append.ts', () => ({
  async append(_: unknown, drafts: unknown) {
    if (world.fails) throw world.fails;
    world.recorded.push(drafts);
  },
}));
vi.mock('../store/open.ts', () => ({ openDatabase: async () => world.opens }));
vi.resetModules();
const { leaveBehind } = await import('./left-behind.ts');
const { recordLeft } = await import('./left-background.ts');

const one = [{ kind: 'note.written', entity: 'one' }] as unknown as Draft[];
const two = [{ kind: 'note.written', entity: 'two' }] as unknown as Draft[];
const db = {} as Database;
const calm = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  world.session.clear();
  world.listeners.length = 0;
  world.recorded.length = 0;
  world.fails = null;
  world.opens = null;
});
afterEach(() => vi.unstubAllGlobals());

it('records what a page leaves behind, once, and forgets it then', async () => {
  world.session.set('popup.unsent', { text: 'of the popup' });
  recordLeft(db, Promise.resolve());
  leaveBehind(one);
  leaveBehind(two);
  leaveBehind([]);
  await calm();
  expect(world.recorded).toEqual([one, two]);
  expect([...world.session.keys()]).toEqual(['popup.unsent']);
});

it('records what was left behind while it was stopped, once all is ready', async () => {
  leaveBehind(one);
  const { promise, resolve } = Promise.withResolvers<void>();
  recordLeft(db, promise);
  await calm();
  expect(world.recorded).toEqual([]);
  resolve();
  await calm();
  expect(world.recorded).toEqual([one]);
});

it('keeps what could not be stored, and tries again with the next', async () => {
  recordLeft(db, Promise.resolve());
  world.fails = new DOMException('', 'QuotaExceededError');
  leaveBehind(one);
  await calm();
  expect(world.session.size).toBe(1);
  world.fails = null;
  leaveBehind(two);
  await calm();
  expect(world.recorded).toEqual([one, two]);
  expect(world.session.size).toBe(0);
});

it('forgets what comes while all is locked', async () => {
  recordLeft(db, Promise.resolve());
  world.fails = new Error('locked');
  world.opens = 'locked';
  leaveBehind(one);
  await calm();
  expect(world.session.size).toBe(0);
  expect(world.recorded).toEqual([]);
});

it('leaves nothing of a demonstration', () => {
  vi.stubGlobal('location', { search: '?demonstration' });
  leaveBehind(one);
  expect(world.session.size).toBe(0);
});
