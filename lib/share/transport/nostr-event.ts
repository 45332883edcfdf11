import { TransportProblem } from './transport.ts';

/** An event as NIP-01 has it (https://github.com/nostr-protocol/nips/blob/master/01.md); what is unsigned has no id. */
export interface NostrEvent {
  id: string;
  pubkey: string;
  /** Unix seconds. */
  created_at: number;
  kind: number;
  tags: string[][];
  content: string;
  sig: string;
}
export type NostrDraft = Pick<NostrEvent, 'created_at' | 'kind' | 'tags' | 'content'>;

/** Passed on and never kept (20,000 to 29,999). */
export const LIVE_KIND = 20_078;
/** Kept, the last one of each author and `d` (30,000 to 39,999); NIP-78: data of an application. */
export const KEPT_KIND = 30_078;
/** A packet in base64, with room to spare; anything longer is none of ours. */
const MAX_CONTENT = 6_000;
const LABEL = /^[\w-]{1,64}$/;

/** A packet as an event. Relays learn the label (an HMAC) and the sealed bytes. */
export const draftOf = (label: string, bytes: Uint8Array, retain: boolean, at: number): NostrDraft => ({
  created_at: at,
  kind: retain ? KEPT_KIND : LIVE_KIND,
  // NIP-40: what was cleared need not stand there, empty, for ever.
  tags: [['d', label], ...(retain && bytes.length === 0 ? [['expiration', String(at + 86_400)]] : [])],
  content: bytes.toBase64(),
});

/** The packet in something that says it is an event of `author`; null when it is none of ours. */
export function packetIn(
  event: unknown,
  author: string,
): { label: string; bytes: Uint8Array; isKept: boolean; at: number } | null {
  if (typeof event !== 'object' || event === null) return null;
  const { pubkey, kind, tags, content, created_at: at } = event as Partial<Record<keyof NostrEvent, unknown>>;
  if (pubkey !== author || (kind !== LIVE_KIND && kind !== KEPT_KIND)) return null;
  if (typeof content !== 'string' || content.length > MAX_CONTENT || !Number.isSafeInteger(at)) return null;
  const [tag] = Array.isArray(tags) ? tags : [];
  const [name, label] = Array.isArray(tag) ? tag : [];
  if (name !== 'd' || typeof label !== 'string' || !LABEL.test(label)) return null;
  try {
    return { label, bytes: Uint8Array.fromBase64(content), isKept: kind === KEPT_KIND, at: at as number };
  } catch {
    return null;
  }
}

/** What a relay's no means, by the word it begins with. */
export function refusalOf(said: unknown): TransportProblem {
  const text = String(said).slice(0, 200);
  if (/^rate-limited:/.test(text)) return new TransportProblem('tooOften', text);
  if (/too (large|big|long)|size/.test(text)) return new TransportProblem('tooLarge', text);
  return new TransportProblem('refused', text);
}
