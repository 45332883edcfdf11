import { isRelayAddress, type Relay } from '@/lib/share/invite/invitation';
import { readAddress } from '@/lib/share/transport/socket';
import { TransportProblem, type TransportReason } from '@/lib/share/transport/transport';

/** A relay as it is being typed. */
export interface RelayDraft {
  readonly first: string;
  readonly second: string;
  readonly user: string;
  readonly password: string;
}

export const EMPTY_RELAY: RelayDraft = { first: '', second: '', user: '', password: '' };

/** The relays that were typed, or what is wrong with which of them. */
export function relaysFrom(
  draft: RelayDraft,
  kind: Relay['kind'] = 'mqtt',
): { ok: true; relays: readonly Relay[] } | { ok: false; at: 'first' | 'second'; reason: TransportReason } {
  const relays: Relay[] = [];
  for (const at of ['first', 'second'] as const) {
    if (at === 'second' && draft.second.trim() === '') continue;
    try {
      const url = readAddress(draft[at]);
      // Public Nostr relays know no names.
      if (kind === 'mqtt') {
        url.username = encodeURIComponent(draft.user.trim());
        url.password = encodeURIComponent(draft.password);
      }
      if (!isRelayAddress(url.href)) return { ok: false, at, reason: 'badAddress' };
      relays.push({ kind, address: url.href });
    } catch (error) {
      return { ok: false, at, reason: error instanceof TransportProblem ? error.reason : 'badAddress' };
    }
  }
  return { ok: true, relays };
}

/** Where these relays are, without names and passwords. */
export const hostsOf = (relays: readonly Relay[]): string =>
  relays.map((relay) => URL.parse(relay.address)?.host ?? '').join(', ');

/** Relays as they are typed, to be changed. */
export function draftOf(relays: readonly Relay[]): RelayDraft {
  const [first, second] = relays.map((relay) => URL.parse(relay.address));
  if (!first) return EMPTY_RELAY;
  const bare = (url: URL): string => {
    const copy = new URL(url);
    copy.username = '';
    copy.password = '';
    return copy.href;
  };
  return {
    first: bare(first),
    second: second ? bare(second) : '',
    user: decodeURIComponent(first.username),
    password: decodeURIComponent(first.password),
  };
}
