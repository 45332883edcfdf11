import { beforeEach, describe, expect, it, vi } from 'vitest';

let stored: Record<string, unknown> = {};
let broken = false;

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        async get(key: string) {
          if (broken) throw new Error('Extension context invalidated.');
          return key in stored ? { [key]: stored[key] } : {};
        },
        async set(items: Record<string, unknown>) {
          if (broken) throw new Error('Extension context invalidated.');
          stored = { ...stored, ...items };
        },
      },
    },
  },
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const { readSetting, SHELL, writeSetting } = await import('./settings');

beforeEach(() => {
  stored = {};
  broken = false;
});

describe('device settings', () => {
  it('start with what suits most, and keep what was changed', async () => {
    expect(await readSetting('shell', SHELL)).toEqual(SHELL);
    await writeSetting('shell', { width: 420, folded: true });
    expect(await readSetting('shell', SHELL)).toEqual({ width: 420, folded: true });
  });

  it('fill in what an older version did not store', async () => {
    stored = { shell: { width: 300 } };
    expect(await readSetting('shell', SHELL)).toEqual({ width: 300, folded: false });
  });

  it('fall back to the defaults where storage is gone, since no screen may fail over its width', async () => {
    broken = true;
    expect(await readSetting('shell', SHELL)).toEqual(SHELL);
    await expect(writeSetting('shell', { width: 1, folded: true })).resolves.toBeUndefined();
  });
});
