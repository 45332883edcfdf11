import { useState } from 'react';
import { askToSend } from '@/lib/platform/data-leave';
import type { Relay } from '@/lib/share/invite/invitation';
import { problemWords } from '@/lib/share/transport/relay-words';
import { draftOf, type RelayDraft, relaysFrom } from './relay-draft.ts';
import type { Tried } from './TryRelay.tsx';

/** How a shared circle travels. */
export type WayKind = 'relay' | 'nostr' | 'file';

/** How a circle travels that has these relays. */
export const wayOf = (relays: readonly Relay[]): WayKind =>
  relays.length === 0 ? 'file' : relays[0]?.kind === 'nostr' ? 'nostr' : 'relay';

export interface Way {
  readonly kind: WayKind;
  readonly setKind: (kind: WayKind) => void;
  readonly relay: RelayDraft;
  readonly setRelay: (relay: RelayDraft) => void;
  readonly problem: { readonly at: 'first' | 'second'; readonly words: string } | null;
  readonly tried: Tried;
  readonly setTried: (tried: Tried) => void;
  /** The relays as typed; null, with the problem shown, where they cannot be read. */
  readonly read: () => readonly Relay[] | null;
  /** What was chosen, none for files; null, with the problem shown, where it cannot be read. */
  readonly chosen: () => readonly Relay[] | null;
  /** The same, and the browser lets it be sent there; where it has to ask, this must be the first thing a press does. */
  readonly allowed: () => Promise<readonly Relay[] | null>;
}

/** A way that is being chosen. @param now the relays it has; none yet, or files, where it is empty. */
export function useWay(now: readonly Relay[], startWith: WayKind): Way {
  const [kind, setKind] = useState(startWith);
  const [relay, setRelay] = useState(() => draftOf(now));
  const [problem, setProblem] = useState<Way['problem']>(null);
  const [tried, setTried] = useState<Tried>({ at: 'not' });
  const read = (): readonly Relay[] | null => {
    const relays = relaysFrom(relay, kind === 'nostr' ? 'nostr' : 'mqtt');
    setProblem(relays.ok ? null : { at: relays.at, words: problemWords(relays.reason) });
    return relays.ok ? relays.relays : null;
  };
  const chosen = () => (kind === 'file' ? [] : read());
  return {
    kind,
    setKind: (next) => {
      setKind(next);
      // What one of them is found to do says nothing of the other.
      setTried({ at: 'not' });
      setProblem(null);
    },
    relay,
    setRelay: (next) => {
      setRelay(next);
      setTried({ at: 'not' });
    },
    problem,
    tried,
    setTried,
    read,
    chosen,
    allowed: async () => {
      const relays = chosen();
      if (!relays?.length || (await askToSend())) return relays;
      setProblem({ at: 'first', words: problemWords('notAllowed') });
      return null;
    },
  };
}
