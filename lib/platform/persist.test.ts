import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
vi.stubEnv('FIREFOX', 'true');
const { keepWhatMatters, keeping } = await import('./persist.ts');
vi.unstubAllEnvs();
const { clock } = await import('./clock.ts');

const DAY_MS = 86_400_000;
let promised = false;
const persist = vi.fn(async () => promised);

beforeEach(() => {
  vi.stubGlobal('navigator', { storage: { persisted: async () => promised, persist } });
});

afterEach(() => {
  stored.clear();
  promised = false;
  persist.mockClear();
  clock.move(0);
  vi.unstubAllGlobals();
});

const circle = [{ kind: 'circle.created' }, { kind: 'member.added' }];

describe('asking the browser to keep the data', () => {
  it('waits for the first circle or contract, since before it there is nothing to lose', async () => {
    await keepWhatMatters([{ kind: 'series.decided' }]);
    expect(persist).not.toHaveBeenCalled();
    await keepWhatMatters(circle);
    expect(persist).toHaveBeenCalledOnce();
  });

  it('asks once, not with every contract, and again after three months', async () => {
    await keepWhatMatters(circle);
    await keepWhatMatters([{ kind: 'contract.made' }]);
    expect(persist).toHaveBeenCalledOnce();
    clock.move(91 * DAY_MS);
    await keepWhatMatters([{ kind: 'contract.made' }]);
    expect(persist).toHaveBeenCalledTimes(2);
  });

  it('does not ask for what was promised already', async () => {
    promised = true;
    await keepWhatMatters(circle);
    expect(persist).not.toHaveBeenCalled();
  });

  it('does not ask Chromium, which keeps the data for a right in the manifest and says no to the question', async () => {
    vi.resetModules();
    const inChromium = await import('./persist.ts');
    await inChromium.keepWhatMatters(circle);
    expect(persist).not.toHaveBeenCalled();
    vi.stubGlobal('navigator', {
      storage: { persisted: async () => false, estimate: async () => ({ usage: 7 }) },
    });
    expect(await inChromium.keeping()).toEqual({ promised: true, bytes: 7 });
    expect(await keeping()).toEqual({ promised: false, bytes: 7 });
  });

  it('never fails a contract over it', async () => {
    vi.stubGlobal('navigator', {});
    await expect(keepWhatMatters(circle)).resolves.toBeUndefined();
  });
});
