import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mount } from '@/test/gallery/mount';
import { useWakeLock } from './use-wake-lock.ts';

interface Held {
  released: boolean;
  release: () => Promise<void>;
}

let held: Held[];
const awake = () => held.filter((one) => !one.released).length;

beforeEach(() => {
  held = [];
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(async () => {
    const one: Held = {
      released: false,
      release: async () => {
        one.released = true;
      },
    };
    held.push(one);
    return one as unknown as WakeLockSentinel;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function Screen({ active }: { readonly active: boolean }) {
  useWakeLock(active);
  return null;
}

test('the screen is kept awake only while it is asked for, and let go when the clock leaves the screen', async () => {
  const shown = await mount(<Screen active={false} />);
  expect(held).toEqual([]);
  await shown.show(<Screen active />);
  expect(awake()).toBe(1);
  await shown.show(<Screen active={false} />);
  expect(awake()).toBe(0);
  await shown.show(<Screen active />);
  expect(awake()).toBe(1);
  shown.remove();
  await vi.waitFor(() => expect(awake()).toBe(0));
});

test('what the browser took back while the tab was hidden is asked for again, once, when it is seen', async () => {
  const shown = await mount(<Screen active />);
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  expect(held).toHaveLength(1);
  await held[0]?.release();
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(awake()).toBe(1));
  expect(held).toHaveLength(2);
  shown.remove();
  await vi.waitFor(() => expect(awake()).toBe(0));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(held).toHaveLength(2);
});

test('a browser that refuses leaves the screen as it always was', async () => {
  vi.mocked(navigator.wakeLock.request).mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const shown = await mount(<Screen active />);
  await Promise.resolve();
  expect(held).toEqual([]);
  shown.remove();
});

test('a lock that comes after the clock is gone is given back at once', async () => {
  let give: (one: WakeLockSentinel) => void = () => undefined;
  vi.mocked(navigator.wakeLock.request).mockReturnValue(new Promise((resolve) => (give = resolve)));
  const shown = await mount(<Screen active />);
  shown.remove();
  await new Promise((resolve) => setTimeout(resolve));
  const release = vi.fn(async () => undefined);
  give({ released: false, release } as unknown as WakeLockSentinel);
  await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
});
