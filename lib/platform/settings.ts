import { browser } from 'wxt/browser';

/**
 * Small device settings in `storage.local`: how things look here, nothing that anybody said. Content scripts read
 * them too, so no setting may tell who is in a circle.
 */
export interface Settings {
  /** Width of the sidebar beside a call, CSS px. */
  'shell.width': number;
  /** Whether the sidebar beside a call was last folded to its slim tab. */
  'shell.collapsed': boolean;
}

type Key = keyof Settings;

export const SHELL_MIN_WIDTH = 280;
export const SHELL_MAX_WIDTH = 560;

const table: { readonly [K in Key]: { fallback: Settings[K]; accepts(value: unknown): boolean } } = {
  'shell.width': {
    fallback: 360,
    accepts: (v) => typeof v === 'number' && v >= SHELL_MIN_WIDTH && v <= SHELL_MAX_WIDTH,
  },
  'shell.collapsed': { fallback: false, accepts: (v) => typeof v === 'boolean' },
};

/** The stored value; the default where nothing, or nothing sensible, is stored or storage cannot be read. */
export async function readSetting<K extends Key>(key: K): Promise<Settings[K]> {
  const { fallback, accepts } = table[key];
  try {
    const value: unknown = (await browser.storage.local.get(key))[key];
    return accepts(value) ? (value as Settings[K]) : fallback;
  } catch {
    return fallback;
  }
}

/** Keeps `value`. Resolves also when it could not be kept: a lost width is not worth an error beside a call. */
export async function writeSetting<K extends Key>(key: K, value: Settings[K]): Promise<void> {
  await browser.storage.local.set({ [key]: value }).catch(() => undefined);
}

/** Calls `seen` at every later change of `key`, from any context, until `signal` aborts. */
export function watchSetting<K extends Key>(
  key: K,
  seen: (value: Settings[K]) => void,
  signal: AbortSignal,
): void {
  const { fallback, accepts } = table[key];
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area !== 'local' || !change) return;
    seen(accepts(change.newValue) ? (change.newValue as Settings[K]) : fallback);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
