import { browser } from 'wxt/browser';
import { CALL_ORIGINS, type MessageKind, type Protocol, rules } from './messages.ts';

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
export type Handlers = { [K in MessageKind]?: Handler<K> };

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
    // The answerer is our own code of the same version, checked by `answer`.
    return ((await ask()) as Reply<K> | undefined) ?? { ok: false, reason: 'unreachable' };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

/**
 * Answers the kinds named in `handlers` and stays silent on all others, so that several contexts can listen.
 * Register in the first turn; what a handler needs first (`ready`) is awaited before it is called.
 * Returns the function that stops answering.
 */
export function answer(handlers: Handlers, ready: Promise<unknown> = Promise.resolve()): () => void {
  const listener = (
    message: unknown,
    sender: RawSender,
    respond: (reply: unknown) => void,
  ): true | undefined => {
    const envelope = envelopeOf(message);
    if (!envelope || !handlers[envelope.kind]) return undefined;
    const { from, accepts } = rules[envelope.kind];
    if (!isFrom(from, sender) || !accepts(envelope.body)) {
      respond({ ok: false, reason: 'refused' });
      return undefined;
    }
    const handler = handlers[envelope.kind] as (body: unknown, sender: Sender) => unknown;
    ready
      .then(() => handler(envelope.body, { tabId: sender.tab?.id ?? null }))
      .then(respond, (bug) => {
        respond({ ok: false, reason: 'failed' });
        throw bug;
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

function envelopeOf(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null;
  const { kind } = message;
  if (typeof kind !== 'string' || !Object.hasOwn(rules, kind)) return null;
  return { kind: kind as MessageKind, body: 'body' in message ? message.body : undefined };
}

/** The part of the browser's sender that is looked at. */
interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/**
 * Whether the browser vouches that the message came from there. A call page is a tab's own document on a call host:
 * its renderer also runs the host's code, so it may say little and hears less. Background and extension pages share
 * one origin; a service worker has no tab.
 */
function isFrom(from: 'callPage' | 'extensionPage' | 'background', sender: RawSender): boolean {
  if (sender.id !== browser.runtime.id) return false;
  switch (from) {
    case 'callPage':
      return sender.tab?.id !== undefined && sender.frameId === 0 && isCallUrl(sender.url);
    case 'extensionPage':
      return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    case 'background':
      return sender.tab === undefined;
    default:
      return from satisfies never;
  }
}

function isCallUrl(url: string | undefined): boolean {
  return CALL_ORIGINS.some((origin) => url?.startsWith(`${origin}/`));
}
