import { sha256 } from '@noble/hashes/sha2.js';
import { fromText, toText, utf8 } from '../bytes.ts';
import { CONTENT, openPacket } from '../seal/packet.ts';
import { MAX_PACKET, type OnPacket, type Transport } from '../transport/transport.ts';
import type { Invitation } from './invitation.ts';
import { type InviteKeys, inviteKeys } from './invite-keys.ts';

/**
 * Why a pasted text is no answer. `none`: nothing of ours in it · `cut`: its end is missing · `damaged`: letters were
 * changed · `newer`: written by a newer version · `other`: of another invitation · `own`: what this side said itself
 */
export const NO_ANSWER = ['none', 'cut', 'damaged', 'newer', 'other', 'own'] as const;
export type NoAnswer = (typeof NO_ANSWER)[number];

const BEGIN = '--- Circlekeeper, answer';
const END = '--- end of the answer ---';
const MARKS = /--- Circlekeeper, answer/g;
const VERSION = 1;
/** A line of a mail, so that no program breaks it. */
const LINE = 72;
/** What is looked through: an answer may stand before a whole circle. */
const MAX_TEXT = 24_000_000;

/** The words of an invitation as texts that people pass on by mail or chat, sealed as over a relay. */
export interface HandTransport extends Pick<Transport, 'publish' | 'subscribe'> {
  /** Gives what somebody pasted to this side; null when it is an answer of the other. */
  take(text: string): Promise<NoAnswer | null>;
}

/**
 * Carries one side of an invitation by hand.
 * @param said what this side said last, where it goes on; what is said again is not said anew, so that a text somebody
 * has sent already stays the one on the screen. @param onSaid a text to pass on.
 */
export async function byHand(
  invitation: Invitation,
  speaks: 'newcomer' | 'steward',
  said: string | null,
  onSaid: (text: string) => void,
): Promise<HandTransport> {
  const keys = await inviteKeys(invitation);
  const listeners = new Set<OnPacket>();
  const other = speaks === 'newcomer' ? keys.steward : keys.newcomer;
  let last = said === null ? null : await contentOf(keys, keys[speaks], bytesAt(keys, said, 0));
  return {
    async publish(_topic, bytes) {
      const content = await contentOf(keys, keys[speaks], bytes);
      if (content === last) return;
      last = content;
      onSaid(writeAnswer(keys, bytes));
    },
    async subscribe(_prefix, onPacket) {
      listeners.add(onPacket);
      return () => listeners.delete(onPacket);
    },
    async take(text) {
      let reason: NoAnswer = 'none';
      let isTheirs = false;
      // A mail may quote the ones before it, of both sides.
      for (const { index } of text.slice(0, MAX_TEXT).matchAll(MARKS)) {
        const bytes = bytesAt(keys, text, index);
        if (typeof bytes === 'string') reason = worse(reason, bytes);
        else if ((await contentOf(keys, other, bytes)) !== null) {
          isTheirs = true;
          for (const listener of listeners) listener(other, bytes, false);
        } else {
          const isOwn = (await contentOf(keys, keys[speaks], bytes)) !== null;
          reason = worse(reason, isOwn ? 'own' : 'damaged');
        }
      }
      return isTheirs ? null : reason;
    },
  };
}

/** What stands in a packet, to tell whether the same is said again; null where it cannot be opened. */
async function contentOf(
  keys: InviteKeys,
  topic: string,
  bytes: Uint8Array | NoAnswer,
): Promise<string | null> {
  const content = typeof bytes === 'string' ? null : await openPacket(keys, topic, bytes);
  return content?.kind === CONTENT.frame ? toText(content.bytes) : null;
}

/** The line before it names the invitation by the beginning of a hash, so that another one's is told from a broken one. */
function writeAnswer(keys: InviteKeys, bytes: Uint8Array): string {
  const lines = toText(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [`${BEGIN} ${VERSION} ${hintOf(keys)} ---`, ...lines, END].join('\n');
}

/** The most telling of two reasons: an old answer that is quoted below says least. */
const worse = (one: NoAnswer, other: NoAnswer): NoAnswer => {
  const order: readonly NoAnswer[] = ['cut', 'damaged', 'newer', 'own', 'other', 'none'];
  return order.indexOf(one) < order.indexOf(other) ? one : other;
};

function bytesAt(keys: InviteKeys, text: string, begin: number): Uint8Array | NoAnswer {
  const [head, version = '', hint] =
    /^--- Circlekeeper, answer +(\d{1,6}) +([\w-]{1,40}) +---/.exec(text.slice(begin, begin + 100)) ?? [];
  if (head === undefined) return text.length - begin < 60 ? 'cut' : 'damaged';
  if (Number(version) > VERSION) return 'newer';
  if (hint !== hintOf(keys)) return 'other';
  // No further than the next one, so that a text with many beginnings is not read to its end for each.
  const next = text.indexOf(BEGIN, begin + head.length);
  const mine = text.slice(begin + head.length, next < 0 ? undefined : next);
  const end = mine.indexOf(END);
  if (end < 0) return 'cut';
  const bytes = fromText(mine.slice(0, end).replace(/[\s>]+/g, ''));
  return bytes && bytes.length <= MAX_PACKET ? bytes : 'damaged';
}

const hintOf = (keys: InviteKeys): string =>
  toText(sha256(utf8(`circlekeeper answer 1\n${keys.id}`))).slice(0, 10);
