import type { Body } from '@/lib/platform/messenger';
import type { PageContext } from '@/lib/platform/page-context';
import type { CallAdapter } from './adapter';
import { notInCall, type TrackedCall } from './call-tracker';

/** How often the page is looked at, ms. */
const LOOK_MS = 1_000;

/**
 * Looks at the page once a second while it is visible, and tells `changed` about every change of call, state or
 * title. `looked` runs after each look. No observer, since a busy call changes its page many times a second; and no
 * listener for addresses, since reading one costs less than a microsecond and browsers differ in telling of them.
 */
export function watchCall(
  ctx: PageContext,
  adapter: CallAdapter,
  changed: (call: Body<'call.seen'>) => void,
  looked: () => void,
): void {
  let call: TrackedCall = notInCall;
  let title: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function look(): void {
    if (!ctx.isValid) {
      clearInterval(timer);
      return;
    }
    const before = { ...call, title };
    const named = adapter.codeFrom(new URL(location.href));
    call = adapter.follow(before, named, () => adapter.read(document), performance.now());
    const { code, state } = call;
    // The title of one call says nothing about what comes after it.
    const isOther = code !== before.code || state !== before.state;
    if (isOther) title = null;
    if (state !== 'outside') title = adapter.title(document) ?? title;
    if (isOther || title !== before.title) changed({ host: adapter.host, code, state, title });
    looked();
  }

  function follow(): void {
    clearInterval(timer);
    if (document.hidden) return;
    timer = setInterval(look, LOOK_MS);
    look();
  }

  document.addEventListener('visibilitychange', follow, { signal: ctx.signal });
  follow();
}
