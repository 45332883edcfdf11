import { callsOf } from './tab-memory';

/**
 * Has every page with a call ask anew whose call it is: while the store was locked nobody could say.
 * @param all what the session's storage holds. @param tell asks the page in one tab.
 */
export async function askAgain(
  all: Readonly<Record<string, unknown>>,
  tell: (tabId: number) => Promise<unknown>,
): Promise<void> {
  const on = callsOf(all).filter(({ call }) => call.state !== 'outside');
  await Promise.all(on.map(({ tabId }) => tell(tabId)));
}
