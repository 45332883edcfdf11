import { browser } from 'wxt/browser';

/** The life of one content script in one page. Everything it attaches hangs on `signal`. */
export interface PageContext {
  readonly signal: AbortSignal;
  /** False, and `signal` aborted, once the extension was updated under this page or a newer instance took over. */
  readonly isValid: boolean;
  /** Ends this life. */
  end(): void;
}

/**
 * Starts the life of content script `name` and ends that of an older instance in the same page. WXT brings a class
 * for this with timers and watchers that a 10 kB script has no room for (3.3 kB; see `wxt.config.ts`).
 */
export function pageContext(name: string): PageContext {
  const controller = new AbortController();
  const { signal } = controller;
  const end = () => controller.abort();
  const started = `${browser.runtime.id}:${name}`;
  document.dispatchEvent(new CustomEvent(started));
  document.addEventListener(started, end, { signal });
  return {
    signal,
    end,
    get isValid() {
      if (browser.runtime?.id === undefined) end();
      return !signal.aborted;
    },
  };
}

/** Ends the life of content script `name` in this page, whichever instance has it. */
export function endContext(name: string): void {
  document.dispatchEvent(new CustomEvent(`${browser.runtime.id}:${name}`));
}
