import { browser } from 'wxt/browser';
import type { MessageKind, Protocol, Rule } from './messages.ts';
import type { RawSender } from './sender.ts';

/** Why there is no answer. Every kind of message may meet these; its own reasons stand in its entry. */
type Unanswered =
  /** Nobody listens: the extension was updated under this page, or the tab has no call page. */
  | 'unreachable'
  /** The sender may not say this, or said it in a shape nobody sends. */
  | 'refused'
  /** A bug in the answerer; it is thrown there as well. */
  | 'failed';

export type Body<K extends MessageKind> = Protocol[K]['body'];
export type Reply<K extends MessageKind> = Protocol[K]['reply'] | { ok: false; reason: Unanswered };
export interface Sender {
  /** The tab the message came from; null for the popup, the side panel and the background. */
  tabId: number | null;
}
type Handler<K extends MessageKind> = (
  body: Body<K>,
  sender: Sender,
) => Protocol[K]['reply'] | Promise<Protocol[K]['reply']>;
export type Handlers<Kinds extends MessageKind> = { readonly [K in Kinds]: Handler<K> };

interface Envelope {
  kind: MessageKind;
  body: unknown;
}

/** Asks the background (or, from the background, all open extension pages). Never rejects: failures are values. */
export function send<K extends MessageKind>(kind: K, body: Body<K>): Promise<Reply<K>> {
  return settle<K>(() => browser.runtime.sendMessage({ kind, body } satisfies Envelope));
}

/** Asks the call page in a tab; only the background does. Never rejects. */
export function sendToTab<K extends MessageKind>(tabId: number, kind: K, body: Body<K>): Promise<Reply<K>> {
  return settle<K>(() => browser.tabs.sendMessage(tabId, { kind, body } satisfies Envelope, { frameId: 0 }));
}

async function settle<K extends MessageKind>(ask: () => Promise<unknown>): Promise<Reply<K>> {
  try {
    const reply = await ask();
    // The answerer is our own code of the same version, checked by `answer`.
    if (reply) return reply as Reply<K>;
  } catch {
    // Nobody listens; the same as silence.
  }
  return { ok: false, reason: 'unreachable' };
}

/**
 * Answers the kinds of one rule set (`backgroundAnswers`, `sidebarAnswers`, `callPageAnswers`) and stays silent on all
 * others, so that several contexts can listen. Register in the first turn; `ready` is awaited before a handler is
 * called. Returns the function that stops answering.
 */
export function answer<K extends MessageKind>(
  rules: Readonly<Record<K, Rule>>,
  handlers: Handlers<K>,
  ready: Promise<unknown> = Promise.resolve(),
): () => void {
  const listener = (
    message: unknown,
    sender: RawSender,
    respond: (reply: unknown) => void,
  ): true | undefined => {
    const { kind, body } = (message ?? {}) as { kind?: unknown; body?: unknown };
    if (!Object.hasOwn(rules, kind as PropertyKey)) return undefined;
    const known = kind as K;
    if (!rules[known].from(sender) || !rules[known].accepts(body)) {
      respond({ ok: false, reason: 'refused' });
      return undefined;
    }
    ready
      // The rule has just checked that the body is what the kind says.
      .then(() => handlers[known](body as Body<K>, { tabId: sender.tab?.id ?? null }))
      .then(respond, (bug) => {
        respond({ ok: false, reason: 'failed' });
        throw bug;
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  // A dead extension has no events to take it off from.
  return () => browser.runtime?.onMessage?.removeListener(listener);
}
