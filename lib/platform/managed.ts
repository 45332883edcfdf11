import { browser } from 'wxt/browser';

/** What a programme set by a policy, as it stands there; nothing where none did (Firefox then throws). */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}

/** Calls `changed` when a policy changes while the browser runs, until `signal` is aborted. */
export function followManaged(changed: () => void, signal: AbortSignal): void {
  const heard = (_: unknown, area: string) => {
    if (area === 'managed') changed();
  };
  // Not there in a page that is none of the extension's, as those of tests.
  const changes = browser?.storage?.onChanged;
  changes?.addListener(heard);
  signal.addEventListener('abort', () => changes?.removeListener(heard));
}
