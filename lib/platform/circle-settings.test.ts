import { expect, it, vi } from 'vitest';

let stored: Record<string, unknown> = {};

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        async get(key: string) {
          return key in stored ? { [key]: stored[key] } : {};
        },
        async set(items: Record<string, unknown>) {
          stored = { ...stored, ...items };
        },
      },
    },
  },
}));

// Files share their modules: this one wants its own, made with what stands in above.
vi.resetModules();
const { moveCircleSettings } = await import('./circle-settings');

it('lets what was set for a circle go on under the id it goes on under, and leaves others’ alone', async () => {
  stored = { popup: { circleId: 'old' }, reminders: { early: 5, muted: ['x', 'old'] } };
  await moveCircleSettings('old', 'new');
  expect(stored).toMatchObject({
    popup: { circleId: 'new' },
    reminders: { early: 5, muted: ['x', 'new'] },
  });
  const before = structuredClone(stored);
  await moveCircleSettings('other', 'new');
  expect(stored).toEqual(before);
});

it('takes over no nudge where one was chosen already', async () => {
  const at = (circleId: string, days: number) => ({ circleId, days, at: '09:00' });
  stored = { nudges: { words: false, circles: [at('old', 2)] } };
  await moveCircleSettings('old', 'new');
  expect(stored).toMatchObject({ nudges: { circles: [{ circleId: 'new' }] } });
  stored = { nudges: { words: false, circles: [at('old', 2), at('new', 5)] } };
  await moveCircleSettings('old', 'new');
  expect(stored).toMatchObject({ nudges: { circles: [at('new', 5)] } });
});
